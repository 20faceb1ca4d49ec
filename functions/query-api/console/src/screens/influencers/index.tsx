// Who moves opinion about the brand: ranks that the intervals can't tell apart are one range; up to five beside each other.
import { useState } from 'preact/hooks';
import { withQuery } from '../../api/client';
import { useLoad } from '../../api/load';
import { type Influencers, PLATFORMS } from '../../api/types';
import { number, short } from '../../i18n/format';
import { label, t } from '../../i18n';
import { change, param } from '../../state/address';
import { brandId, brandName } from '../../state/brands';
import { api } from '../../state/session';
import { save } from '../../ui/csv';
import { Interval } from '../../ui/interval';
import { Answer, Empty } from '../../ui/state';
import { tab, Tabs } from '../../ui/tabs';
import { Compared } from './compared';
import { Detail } from './detail';
import { PortfolioForm } from './portfolio';

const TABS = ['board', 'portfolio'] as const;
export const shortName = (author: string) => `…${author.slice(-8)}`;

export default function InfluencersScreen() {
  const brand = brandId.value;
  if (!brand) return <Empty>{t('overview.nobrand')}</Empty>;
  const shown = tab('board', TABS);
  return (
    <>
      <Tabs all={TABS} shown={shown} name={each => `influencers.${each}`} />
      {shown === 'board' ? <Board brand={brand} /> : <PortfolioForm brand={brand} />}
      {param('id') && <Detail key={param('id')} author={param('id')} brand={brand} />}
    </>
  );
}

/** The shortlist lies in the address, so that it can be sent to somebody. */
export const shortlist = () => param('list').split(',').filter(Boolean);

function Board({ brand }: { brand: string }) {
  const query = { brand, platform: param('platform'), topic: param('topic'), minFollowers: param('min') };
  const path = withQuery('/v1/influencers', { ...query, limit: 50 });
  const board = useLoad<Influencers>(path);
  const [comparing, setComparing] = useState(false);
  const chosen = shortlist();
  const mark = (author: string) => change({ list: (chosen.includes(author) ? chosen.filter(each => each !== author) : [...chosen, author]).join(',') }, 'replace');
  const file = async () => save(`${brand}-influencers.csv`, await (await api.raw(withQuery('/v1/influencers/export', query))).blob());
  return (
    <section class="card">
      <form class="row" onSubmit={event => event.preventDefault()}>
        <label>{t('influencers.platform')}
          <select value={param('platform')} onChange={event => change({ platform: event.currentTarget.value })}>
            <option value="">{t('filter.any')}</option>
            {PLATFORMS.map(each => <option key={each} value={each}>{label('platform', each)}</option>)}
          </select>
        </label>
        <label>{t('influencers.topic')}<input value={param('topic')} maxLength={80} onChange={event => change({ topic: event.currentTarget.value.trim() })} /></label>
        <label>{t('influencers.min')}<input type="number" min={0} step={100} value={param('min')} onChange={event => change({ min: event.currentTarget.value })} /></label>
        <button type="button" class="quiet" onClick={() => void file()}>{t('table.csv')}</button>
        <button type="button" disabled={chosen.length < 2 || chosen.length > 5} onClick={() => setComparing(!comparing)}>{t('influencers.compare', { count: chosen.length })}</button>
      </form>
      {comparing && chosen.length >= 2 && chosen.length <= 5 && <Compared brand={brand} authors={chosen} />}
      <Answer of={board} again={path} empty={data => data.influencers.length === 0 && <Empty>{t('influencers.none', { brand: brandName.value })}</Empty>}>
        {data => (
            <>
              <h2>{t('influencers.heading', { count: data.influencers.length, brand: brandName.value })}</h2>
              <p class="hint">{t('influencers.hint')}</p>
              <div class="scroll tall" tabIndex={0} role="group" aria-label={t('influencers.board')}>
                <table>
                  <thead><tr>
                    <th scope="col">{t('influencers.list')}</th><th scope="col">{t('influencers.rank')}</th><th scope="col">{t('influencers.author')}</th>
                    <th scope="col">{t('influencers.score')}</th><th scope="col" class="number">{t('influencers.followers')}</th><th scope="col">{t('influencers.why')}</th>
                  </tr></thead>
                  <tbody>
                    {data.influencers.map(each => (
                      <tr key={each.author}>
                        <td><input type="checkbox" checked={chosen.includes(each.author)} aria-label={t('influencers.mark', { author: shortName(each.author) })} onChange={() => mark(each.author)} /></td>
                        <td>{ranks(each)}</td>
                        <th scope="row"><button type="button" class="link" onClick={() => change({ id: each.author })}>{label('platform', each.platform)} {shortName(each.author)}</button></th>
                        <td><Interval value={each.score} interval={each.interval} /></td>
                        <td class="number">{each.followers === undefined ? '–' : short(each.followers)}</td>
                        <td>{each.reason}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              {data.next && <p class="hint">{t('influencers.more', { shown: number(data.influencers.length) })}</p>}
            </>
        )}
      </Answer>
    </section>
  );
}

/** Where the intervals let them stand, as 3 or 2–5: nobody is put before somebody whose interval meets theirs. */
const ranks = ({ ranks: [first, last] }: Influencers['influencers'][number]) => (first === last ? String(first) : `${first}–${last}`);
