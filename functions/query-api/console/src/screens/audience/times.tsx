// Hours and contents with which the brand's own posts did better than chance explains.
import { dot, ruleX, ruleY, type PlotOptions } from '@observablehq/plot';
import { useCallback } from 'preact/hooks';
import { pathOf, withQuery } from '../../api/client';
import { useLoad } from '../../api/load';
import type { Timing } from '../../api/types';
import { Chart } from '../../charts/plot';
import { number, percent, signedPercent } from '../../i18n/format';
import { language, t } from '../../i18n';
import { zone } from '../../state/range';
import { Figure } from '../../ui/figure';
import { Answer } from '../../ui/state';

type Effect = Timing['hours'][number];

export function Times({ brand }: { brand: string }) {
  const path = withQuery(pathOf`/v1/brands/${brand}/timing`, { zone: zone.value });
  const timing = useLoad<Timing>(path);
  return (
    <Answer of={timing} again={path}>
      {data => (
        <>
          <section class="card"><h2>{t(data.bestHours.length > 0 ? 'times.evidence' : 'times.noevidence')}</h2>
            <p>{data.finding}</p>
            <p class="hint">{t('times.from', { count: data.posts })} · {data.zone}</p>
          </section>
          {data.hours.length > 0 && <Effects name={t('times.hours')} all={data.hours} />}
          {data.contents.length > 0 && <Effects name={t('times.contents')} all={data.contents} />}
        </>
      )}
    </Answer>
  );
}

function Effects({ name, all }: { name: string; all: Effect[] }) {
  const options = useCallback((width: number): PlotOptions => ({
    height: 30 + 22 * all.length,
    marginLeft: Math.min(180, width / 3),
    marginRight: 12,
    x: { label: null, grid: true, tickFormat: (value: number) => signedPercent(value), ticks: Math.max(2, Math.floor(width / 130)) },
    y: { type: 'band', label: null, domain: all.map(each => each.group) },
    marks: [
      ruleX([0]),
      ruleY(all, { x1: (each: Effect) => each.interval[0], x2: (each: Effect) => each.interval[1], y: 'group', stroke: 'var(--control)', strokeWidth: 2 }),
      dot(all, { x: 'rise', y: 'group', r: 5, fill: (each: Effect) => (each.evident ? 'var(--accent)' : 'var(--surface)'), stroke: 'var(--accent)', strokeWidth: 2 }),
    ],
  }), [all, language.value]);
  const evident = all.filter(each => each.evident).length;
  return (
    <Figure wide name={name} heading={t(evident > 0 ? 'times.some' : 'times.none', { name, count: evident })} note={t('times.hint')}
      table={{ columns: [t('table.what'), t('table.posts'), t('times.rise'), t('table.interval'), 'p', t('times.evident')],
        rows: all.map(each => ({ cells: [each.group, each.posts, signedPercent(each.rise), each.interval.map(end => signedPercent(end)).join(' – '), number(each.p) === '0' ? percent(each.p) : each.p, t(each.evident ? 'yes' : 'no')] })) }}>
      <Chart label={name} options={options} />
    </Figure>
  );
}
