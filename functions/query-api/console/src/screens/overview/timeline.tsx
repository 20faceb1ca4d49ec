// Posts over time, stacked by what was read in them; a click shows the mentions of that time.
import { rectY, ruleY, tip, pointerX, type PlotOptions } from '@observablehq/plot';
import { useCallback, useMemo } from 'preact/hooks';
import { pathOf, withQuery } from '../../api/client';
import { useLoad } from '../../api/load';
import { EMOTIONS, INTENTS, SENTIMENTS, type Timeline as TimelineAnswer } from '../../api/types';
import { Chart } from '../../charts/plot';
import { type Bucket, type Split, buckets, rise } from '../../charts/timeline';
import { day, number, shortDay, clock, when } from '../../i18n/format';
import { label, language, t } from '../../i18n';
import { choose } from '../../mentions/filter';
import { change, param } from '../../state/address';
import { bucketOf, range, zone } from '../../state/range';
import { Figure, type Table } from '../../ui/figure';
import { Answer } from '../../ui/state';

const NAMES: Record<Split, readonly string[]> = { sentiment: SENTIMENTS, intent: INTENTS, emotion: EMOTIONS };

export function Timeline({ brand }: { brand: string }) {
  const { ask, show, days } = bucketOf(range.value, zone.value);
  const path = withQuery(pathOf`/v1/brands/${brand}/timeline`, {
    bucket: ask, from: range.value.from.toISOString(), to: range.value.to.toISOString(),
  });
  const timeline = useLoad<TimelineAnswer>(path);
  const split = (param('by') || 'sentiment') as Split;
  return (
    <Answer of={timeline} again={path}>
      {data => {
        const all = buckets(data, split, show, days === 'utc' ? 'UTC' : zone.value, range.value.from.getTime(), range.value.to.getTime());
        return <Drawn all={all} split={split} show={show} utcDays={days === 'utc'} outdated={timeline.outdated ?? false} />;
      }}
    </Answer>
  );
}

function Drawn({ all, split, show, utcDays, outdated }: { all: Bucket[]; split: Split; show: string; utcDays: boolean; outdated: boolean }) {
  const names = NAMES[split].filter(name => all.some(bucket => bucket.parts[name]));
  const said = show === 'day' ? (utcDays ? (time: number) => new Date(time).toISOString().slice(0, 10) : shortDay) : clock;
  const table: Table = {
    columns: [t('table.time'), t('table.posts'), ...names.map(name => label(split, name))],
    rows: all.map(bucket => ({
      cells: [show === 'day' ? said(bucket.start) : when(bucket.start), bucket.posts, ...names.map(name => bucket.parts[name] ?? 0)],
      open: () => choose(bucket.start, bucket.end),
    })),
  };
  return (
    <Figure wide name={t('timeline')} heading={finding(all, show)} outdated={outdated} table={table}
      note={<>{t('timeline.hint')}{utcDays && ` ${t('timeline.utc')}`}{all.some(bucket => bucket.partial) && ` ${t('timeline.partial')}`}</>}
      controls={
        <label class="inline">{t('timeline.by')}
          <select value={split} onChange={event => change({ by: event.currentTarget.value })}>
            {(Object.keys(NAMES) as Split[]).map(each => <option key={each} value={each}>{t(`timeline.by.${each}`)}</option>)}
          </select>
        </label>
      }>
      <ul class="legend">{names.map(name => <li key={name}><span class={`swatch by-${split} ${name}`} aria-hidden="true" />{label(split, name)}</li>)}</ul>
      <Stacked all={all} names={names} split={split} said={said} />
    </Figure>
  );
}

function Stacked({ all, names, split, said }: { all: Bucket[]; names: string[]; split: Split; said: (time: number) => string }) {
  const rows = useMemo(() => all.flatMap(bucket => names.map(name => ({
    bucket, start: new Date(bucket.start), end: new Date(bucket.end), name, posts: bucket.parts[name] ?? 0,
  }))), [all, names.join()]);
  const options = useCallback((width: number): PlotOptions => ({
    height: 220,
    marginLeft: 44,
    marginRight: 8,
    x: { type: 'time', label: null, ticks: Math.max(2, Math.floor(width / 110)), tickFormat: (time: Date) => said(time.getTime()) },
    y: { label: t('table.posts'), grid: true, zero: true, nice: true, tickFormat: (value: number) => (Number.isInteger(value) ? number(value) : '') },
    color: { domain: names, range: names.map(name => `var(--${split}-${name})`) },
    marks: [
      rectY(rows, { x1: 'start', x2: 'end', y: 'posts', fill: 'name', insetLeft: 0.5, insetRight: 0.5 }),
      hatched(all),
      ruleY([0]),
      tip(all, pointerX({
        x1: 'start', x2: 'end', y: 'posts', channels: {},
        title: (bucket: Bucket) => `${said(bucket.start)}\n${t('posts', { count: bucket.posts })}`,
        fill: 'var(--surface)', stroke: 'var(--line)',
      })),
    ],
  }), [rows, language.value, split]);
  const open = useCallback((datum: unknown) => {
    const bucket = datum as Bucket;
    choose(bucket.start, bucket.end);
  }, []);
  return <Chart label={t('timeline.label', { count: all.length })} options={options} onChoose={open} />;
}

/** Bars whose time is not over, or began before the range, are hatched: they will grow. */
function hatched(all: Bucket[]) {
  return rectY(all.filter(bucket => bucket.partial), {
    x1: (bucket: Bucket) => new Date(bucket.start), x2: (bucket: Bucket) => new Date(bucket.end), y: 'posts', fill: 'url(#hatch)', insetLeft: 0.5, insetRight: 0.5,
  });
}

function finding(all: Bucket[], show: string): string {
  const said = (bucket: Bucket) => (show === 'day' ? day(bucket.start) : when(bucket.start));
  const complaints = rise(all, bucket => bucket.parts.complaint ?? 0);
  if (complaints) return t('finding.rise.complaint', { time: said(complaints.bucket), times: number(complaints.times) });
  const negative = rise(all, bucket => bucket.parts.negative ?? 0);
  if (negative) return t('finding.rise.negative', { time: said(negative.bucket), times: number(negative.times) });
  const posts = rise(all, bucket => bucket.posts);
  if (posts) return t('finding.rise.posts', { time: said(posts.bucket), times: number(posts.times) });
  return t('finding.rise.none', { count: all.reduce((sum, bucket) => sum + bucket.posts, 0) });
}

