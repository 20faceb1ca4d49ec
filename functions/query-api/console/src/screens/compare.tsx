// Two to six brands beside each other, measure by measure, with intervals.
import { useLoad } from '../api/load';
import { type Brand, type Share, type Summary } from '../api/types';
import { between, number, percent } from '../i18n/format';
import { t } from '../i18n';
import { type FilterName, ofBrand } from '../mentions/filter';
import { change, param } from '../state/address';
import { brands } from '../state/brands';
import { range } from '../state/range';
import { Bars } from '../ui/bars';
import { Figure } from '../ui/figure';
import { Empty } from '../ui/state';
import { summaryPath } from './overview/summary';

const MOST = 6;

export default function Compare() {
  const asked = param('brands').split(',').filter(Boolean);
  const chosen = brands.value.filter(each => (asked.length > 0 ? asked.includes(each.id) : true)).slice(0, MOST);
  const mark = (id: string) => {
    const ids = chosen.map(each => each.id);
    change({ brands: (ids.includes(id) ? ids.filter(each => each !== id) : [...ids, id]).join(',') }, 'replace');
  };
  return (
    <>
      <fieldset class="card"><legend>{t('compare.choose', { most: MOST })}</legend>
        <div class="row">{brands.value.map(each => (
          <label class="check" key={each.id}>
            <input type="checkbox" checked={chosen.includes(each)} disabled={!chosen.includes(each) && chosen.length >= MOST} onChange={() => mark(each.id)} />{each.name}
          </label>
        ))}</div>
      </fieldset>
      {chosen.length < 2 ? <Empty>{t('compare.two')}</Empty> : <Beside key={chosen.map(each => each.id).join()} chosen={chosen} />}
    </>
  );
}

function Beside({ chosen }: { chosen: Brand[] }) {
  // The same brands in the same order at each drawing, since the component is keyed by them.
  const loaded = chosen.map(each => ({ brand: each, of: useLoad<Summary>(summaryPath(each.id, range.value)) }));
  const there = loaded.flatMap(({ brand, of }) => (of.data ? [{ brand, data: of.data }] : []));
  const failed = loaded.filter(each => each.of.error);
  const total = there.reduce((sum, each) => sum + each.data.posts, 0);
  const measures: Array<[string, Partial<Record<FilterName, string>>, (summary: Summary) => Share, string]> = [
    [t('figure.negative'), { sentiment: 'negative' }, each => each.sentiment.negative, 'negative'],
    [t('figure.positive'), { sentiment: 'positive' }, each => each.sentiment.positive, 'positive'],
    [t('figure.complaints'), { intent: 'complaint' }, each => each.intent.complaint, ''],
  ];
  return (
    <div class="grid">
      {failed.length > 0 && <p class="notice error" role="alert">{t('compare.failed', { brands: failed.map(each => each.brand.name).join(', ') })}</p>}
      {there.length > 0 && <Figure name={t('figure.posts')} heading={most(there.map(each => [each.brand.name, each.data.posts]), t('figure.posts'))}
        table={{ columns: [t('brand'), t('table.posts')], rows: there.map(each => ({ cells: [each.brand.name, each.data.posts], open: () => ofBrand(each.brand.id) })) }}>
        <Bars bars={there.map(each => ({ name: each.brand.name, share: { count: each.data.posts, share: total ? each.data.posts / total : 0 }, colour: 'accent', choose: () => ofBrand(each.brand.id) }))} />
      </Figure>}
      {there.length > 0 && measures.map(([name, filter, of, colour]) => (
        <Figure key={name} name={name} heading={compared(there.map(each => [each.brand.name, of(each.data)]), name)}
          table={{ columns: [t('brand'), t('table.posts'), t('table.share'), t('table.interval')],
            rows: there.map(each => ({ cells: [each.brand.name, of(each.data).count, percent(of(each.data).share ?? 0), between(of(each.data).interval)] })) }}>
          <Bars bars={there.map(each => ({ name: each.brand.name, share: of(each.data), colour: colour || 'accent', choose: () => ofBrand(each.brand.id, filter) }))} />
        </Figure>
      ))}
    </div>
  );
}

function most(counts: Array<[string, number]>, what: string): string {
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return t('compare.most', { brand: first![0], what, count: number(first![1]) });
}

/** Says who is ahead only where the first two intervals do not meet. */
function compared(shares: Array<[string, Share]>, what: string): string {
  const [first, second] = [...shares].sort((a, b) => (b[1].share ?? 0) - (a[1].share ?? 0));
  const apart = first && second && (first[1].interval?.[0] ?? 0) > (second[1].interval?.[1] ?? 1);
  return apart ? t('compare.highest', { brand: first[0], what, share: percent(first[1].share ?? 0) }) : t('compare.close', { what });
}
