// Whom to choose within a budget so that together they reach most accounts.
import { useState } from 'preact/hooks';
import type { Portfolio } from '../../api/types';
import { number, percent, short } from '../../i18n/format';
import { t } from '../../i18n';
import { linkTo } from '../../state/address';
import { Rows } from '../../ui/figure';
import { Outcome, useSend } from '../../ui/send';
import { Empty } from '../../ui/state';
import { shortName, shortlist } from './index';

export function PortfolioForm({ brand }: { brand: string }) {
  const authors = shortlist();
  const [prices, setPrices] = useState<Record<string, string>>({});
  const [budget, setBudget] = useState('');
  const [found, setFound] = useState<Portfolio | null>(null);
  const sending = useSend();
  if (authors.length === 0) return <Empty>{t('portfolio.none')} <a href={linkTo('influencers')}>{t('influencers.board')}</a></Empty>;
  const ask = async (event: Event) => {
    event.preventDefault();
    const answer = await sending.send<Portfolio>('/v1/influencers/portfolio', { method: 'POST', body: {
      brand, budget: Number(budget),
      prices: Object.fromEntries(authors.filter(each => prices[each]).map(each => [each, Number(prices[each])])),
    } });
    if (answer) setFound(answer);
  };
  return (
    <form class="card fields" onSubmit={event => void ask(event)}>
      <h2>{t('portfolio.title')}</h2>
      <p class="hint">{t('portfolio.hint')}</p>
      <div class="fields two">
        <label>{t('portfolio.budget')}<input type="number" min={1} required value={budget} onInput={event => setBudget(event.currentTarget.value)} /></label>
        {authors.map(each => (
          <label key={each}>{t('portfolio.price', { author: shortName(each) })}
            <input type="number" min={0} value={prices[each] ?? ''} onInput={event => setPrices({ ...prices, [each]: event.currentTarget.value })} />
          </label>
        ))}
      </div>
      <div class="row"><button type="submit" disabled={sending.busy}>{t('portfolio.choose')}</button></div>
      {sending.failure && <Outcome of={sending} />}
      {found && (
        <section role="status">
          <h3>{t('portfolio.found', { count: found.chosen.length, cost: number(found.cost), reach: short(found.reach), overlap: percent(found.overlap) })}</h3>
          <Rows table={{
            columns: [t('influencers.author'), t('portfolio.cost'), t('portfolio.audience'), t('influencers.score')],
            rows: found.chosen.map(each => ({ cells: [shortName(each.author), each.price, each.audience, Math.round(each.score)] })),
          }} />
        </section>
      )}
    </form>
  );
}
