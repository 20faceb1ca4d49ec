// All brands of the workspace at a glance.
import { useState } from 'preact/hooks';
import { useLoad } from '../../api/load';
import { type Brand, SENTIMENTS, type Summary } from '../../api/types';
import { number, percent, signedPercent } from '../../i18n/format';
import { label, t } from '../../i18n';
import { linkTo } from '../../state/address';
import { brandId, brands } from '../../state/brands';
import { before, range } from '../../state/range';
import { Pieces } from '../../ui/bars';
import { growth } from './findings';
import { summaryPath } from './summary';

/** Each row asks twice; with more brands than this the rest is asked for on demand. */
const AT_FIRST = 12;

export function Brands() {
  const [all, setAll] = useState(false);
  const shown = all ? brands.value : brands.value.slice(0, AT_FIRST);
  return (
    <section class="card wide" aria-labelledby="all-brands">
      <h2 id="all-brands">{t('brands.all', { count: brands.value.length })}</h2>
      <div class="scroll" tabIndex={0} role="group" aria-label={t('brand')}>
        <table class="brands">
          <thead><tr>
            <th scope="col">{t('brand')}</th><th scope="col">{t('table.posts')}</th><th scope="col">{t('brands.change')}</th>
            <th scope="col">{t('overview.sentiment')}</th><th scope="col">{t('figure.negative')}</th><th scope="col">{t('figure.complaints')}</th>
          </tr></thead>
          <tbody>{shown.map(each => <Row key={each.id} brand={each} />)}</tbody>
        </table>
      </div>
      {shown.length < brands.value.length && <button type="button" class="quiet" onClick={() => setAll(true)}>{t('brands.more', { count: brands.value.length - shown.length })}</button>}
    </section>
  );
}

function Row({ brand }: { brand: Brand }) {
  const now = useLoad<Summary>(summaryPath(brand.id, range.value)).data;
  const earlier = useLoad<Summary>(summaryPath(brand.id, before(range.value))).data;
  const grown = now && earlier ? growth(now.posts, earlier.posts) : null;
  return (
    <tr aria-current={brand.id === brandId.value ? 'true' : undefined}>
      <th scope="row"><a href={linkTo('overview', { brand: brand.id })}>{brand.name}</a></th>
      <td class="number">{now ? number(now.posts) : '…'}</td>
      <td class="number">{grown === null ? '–' : signedPercent(grown)}</td>
      <td>{now && now.posts > 0 && <Pieces label={SENTIMENTS.map(each => `${label('sentiment', each)} ${percent(now.sentiment[each].share ?? 0)}`).join(', ')}
        pieces={SENTIMENTS.map(each => ({ name: label('sentiment', each), share: now.sentiment[each].share ?? 0, colour: each }))} />}</td>
      <td class="number">{now?.sentiment.negative.share === undefined ? '–' : percent(now.sentiment.negative.share)}</td>
      <td class="number">{now?.intent.complaint.share === undefined ? '–' : percent(now.intent.complaint.share)}</td>
    </tr>
  );
}
