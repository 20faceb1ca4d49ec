// A test of two hours: which days by lot, how many it takes, and what came of it when asked again.
import { pathOf, withQuery } from '../../api/client';
import { useLoad } from '../../api/load';
import type { TimingTest } from '../../api/types';
import { day, number, percent, signedPercent } from '../../i18n/format';
import { t } from '../../i18n';
import { change, param } from '../../state/address';
import { dayIn, zone } from '../../state/range';
import { type Cell, csvOf, save } from '../../ui/csv';
import { Rows } from '../../ui/figure';
import { Answer } from '../../ui/state';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const TOMORROW = 86_400_000;
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

export function PlannedTest({ brand }: { brand: string }) {
  const first = param('a');
  const second = param('b');
  const from = param('first');
  const ready = first !== '' && second !== '' && first !== second && from !== '';
  const path = ready ? withQuery(pathOf`/v1/brands/${brand}/timing/test`, { hours: `${first},${second}`, from, rise: Number(param('rise') || '20') / 100, pairs: param('pairs'), zone: zone.value }) : null;
  const plan = useLoad<TimingTest>(path);
  const choose = (event: Event) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget as HTMLFormElement);
    change({ ...Object.fromEntries(['a', 'b', 'first', 'rise'].map(name => [name, String(typed.get(name) ?? '')])), pairs: undefined });
  };
  return (
    <>
      <form class="card fields" onSubmit={choose}>
        <h2>{t('plan.title')}</h2>
        <p class="hint">{t('plan.hint')}</p>
        <div class="fields two">
          {([['a', first || '9'], ['b', second || '18']] as const).map(([name, value]) => (
            <label key={name}>{t(`plan.${name}`)}<select name={name} defaultValue={value} value={value}>{HOURS.map(hour => <option key={hour} value={hour}>{clock(hour)}</option>)}</select></label>
          ))}
          <label>{t('plan.first')}<input name="first" type="date" required value={from || dayIn(Date.now() + TOMORROW, zone.value)} /></label>
          <label>{t('plan.rise')}<input name="rise" type="number" min={1} max={500} required value={param('rise') || '20'} /></label>
        </div>
        <div class="row"><button type="submit">{t('plan.make')}</button></div>
      </form>
      {path && <Answer of={plan} again={path}>{data => <Plan plan={data} />}</Answer>}
    </>
  );
}

function Plan({ plan }: { plan: TimingTest }) {
  const columns = [t('plan.day'), t('plan.hour')];
  const rows: Cell[][] = plan.slots.map(each => [each.day, clock(each.hour)]);
  return (
    <section class="card">
      <h2>{plan.measuredRise === undefined ? t('plan.needs', { pairs: number(plan.pairs), posts: number(plan.posts) }) : t('plan.measured', { rise: signedPercent(plan.measuredRise) })}</h2>
      <p>{plan.finding}</p>
      <p class="hint">{t('plan.power', { power: percent(plan.power), rise: signedPercent(plan.rise), until: day(`${plan.to}T12:00:00Z`) })} · {plan.zone}</p>
      {plan.pairsKept > 0 && <p>{t('plan.kept', { kept: number(plan.pairsKept), all: number(plan.pairs) })}</p>}
      <details class="as-table"><summary>{t('plan.days', { count: plan.slots.length })}</summary>
        <div class="scroll" tabIndex={0} role="region" aria-label={t('plan.title')}><Rows table={{ columns, rows: rows.map(cells => ({ cells })) }} /></div>
        <button type="button" class="quiet" onClick={() => save('test.csv', csvOf(columns, rows))}>{t('table.csv')}</button>
      </details>
      {!param('pairs') && <p class="row"><button type="button" class="quiet" onClick={() => change({ pairs: String(plan.pairs) }, 'replace')}>{t('plan.keep')}</button><span class="hint">{t('plan.keep.hint')}</span></p>}
    </section>
  );
}
