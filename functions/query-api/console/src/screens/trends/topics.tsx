// Topics on the timeline: from when to when each was talked about, its peak, how many beyond the usual, and in which mood.
import { dot, link, pointerY, text, tip, type PlotOptions } from '@observablehq/plot';
import { useCallback, useMemo } from 'preact/hooks';
import { pathOf } from '../../api/client';
import { useLoad } from '../../api/load';
import { SENTIMENTS, type Topic, type Topics as Answered } from '../../api/types';
import { Chart } from '../../charts/plot';
import { clock, number, percent, shortDay, span, when } from '../../i18n/format';
import { label, language, t } from '../../i18n';
import { choose } from '../../mentions/filter';
import { change, linkTo } from '../../state/address';
import { brandId, brandName } from '../../state/brands';
import { range } from '../../state/range';
import { Pieces } from '../../ui/bars';
import { Figure, type Table } from '../../ui/figure';
import { Answer, Empty } from '../../ui/state';

export function Topics() {
  const path = pathOf`/v1/brands/${brandId.value}/topics`;
  const topics = useLoad<Answered>(path);
  return (
    <Answer of={topics} again={path} empty={data => data.topics.length === 0 && (
      <Empty>{t('topics.none', { brand: brandName.value })} <a href={linkTo('alerts')}>{t('trends.alerts')}</a></Empty>)}>
      {data => <Within all={data.topics} until={data.until} />}
    </Answer>
  );
}

/** Ranges up to this long are told by the hour. */
const SHORT = 72 * 3_600_000;

/** Those that the chosen range touches, the earliest first. */
function Within({ all, until }: { all: Topic[]; until?: string }) {
  const { from, to } = range.value;
  const shown = useMemo(() => all
    .filter(each => Date.parse(each.last) >= from.getTime() && Date.parse(each.start) <= to.getTime())
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start)), [all, from.getTime(), to.getTime()]);
  if (shown.length === 0) return <Empty>{t('topics.elsewhere', { count: all.length })}</Empty>;
  return (
    <>
      <Timeline shown={shown} until={until} />
      <ol class="plain">{shown.map(each => <li key={each.id}><OneTopic topic={each} /></li>)}</ol>
    </>
  );
}

const shown = (topic: Topic) => choose(Date.parse(topic.start), Math.max(Date.parse(topic.last), Date.parse(topic.start) + 3_600_000));

function Timeline({ shown: all, until }: { shown: Topic[]; until?: string }) {
  const table: Table = {
    columns: [t('table.what'), t('topics.state'), t('topics.start'), t('topics.last'), t('table.posts'), t('trends.expected')],
    rows: all.map(each => ({ cells: [each.label, label('topic', each.state), when(each.start), when(each.last), each.posts, Math.round(each.expected)], open: () => shown(each) })),
  };
  const { from: begin, to } = range.value;
  const options = useCallback((width: number): PlotOptions => ({
    height: 40 + 34 * all.length,
    marginLeft: 8,
    marginRight: 8,
    marginTop: 20,
    x: { type: 'time', label: null, domain: [begin, to], clamp: true, ticks: Math.max(2, Math.floor(width / 110)), tickFormat: (time: Date) => (to.getTime() - begin.getTime() <= SHORT ? clock(time) : shortDay(time)), grid: true },
    y: { type: 'band', axis: null, domain: all.map(each => each.id) },
    r: { range: [3, 9] },
    marks: [
      link(all, { x1: from, x2: last, y: 'id', stroke: 'var(--accent)', strokeWidth: 6, strokeLinecap: 'round', strokeOpacity: (each: Topic) => (each.state === 'strong' ? 1 : 0.45) }),
      dot(all, { x: (each: Topic) => new Date(each.peak), y: 'id', r: 'posts', fill: 'var(--surface)', stroke: 'var(--accent)', strokeWidth: 2.5 }),
      ...(['start', 'end'] as const).map(end => text(all.filter(each => anchor(each) === end), {
        x: from, y: 'id', text: (each: Topic) => each.label, dy: -15, textAnchor: end, fill: 'var(--text)', lineWidth: 26, textOverflow: 'ellipsis',
      })),
      tip(all, pointerY({
        x: (each: Topic) => new Date(each.peak), y: 'id', channels: {}, fill: 'var(--surface)', stroke: 'var(--line)',
        title: (each: Topic) => `${each.label}\n${t('posts', { count: Math.round(each.posts) })}`,
      })),
    ],
  }), [all, begin.getTime(), to.getTime(), language.value]);
  return (
    <Figure wide name={t('trends.topics')} heading={finding(all)} table={table}
      note={<>{t('topics.hint')}{until && ` ${t('topics.until', { time: when(until) })}`}</>}>
      <Chart label={t('topics.label', { count: all.length })} options={options} onChoose={each => shown(each as Topic)} />
    </Figure>
  );
}

const from = (topic: Topic) => new Date(topic.start);
const last = (topic: Topic) => new Date(Math.max(Date.parse(topic.last), Date.parse(topic.start)));
/** A name stands to the left of a start that is near the right edge. */
const anchor = (topic: Topic): 'start' | 'end' => {
  const { from: begin, to: end } = range.value;
  return Date.parse(topic.start) - begin.getTime() > 0.7 * (end.getTime() - begin.getTime()) ? 'end' : 'start';
};

function finding(all: Topic[]): string {
  const most = [...all].sort((a, b) => b.evidence - a.evidence)[0]!;
  return t('topics.finding', { label: most.label, posts: number(Math.round(most.posts)), expected: number(Math.round(most.expected)) });
}

function OneTopic({ topic }: { topic: Topic }) {
  const moods = SENTIMENTS.map(each => [each, topic.moods[each] ?? 0] as const).filter(([, count]) => count > 0);
  const read = moods.reduce((sum, [, count]) => sum + count, 0);
  return (
    <article class="card fields">
      <div class="card-head">
        <h2 dir="auto">{topic.label}</h2>
        <span class={`tag ${topic.state === 'strong' ? 'warn' : ''}`}>{label('topic', topic.state)}</span>
      </div>
      <p class="hint">{span({ from: from(topic), to: last(topic) })} · {t('trends.peak', { time: when(topic.peak) })}</p>
      <dl class="figures">
        <div class="figure"><dt>{t('trends.observed')}</dt><dd><span class="figure-value">{number(Math.round(topic.posts))}</span></dd></div>
        <div class="figure"><dt>{t('trends.expected')}</dt><dd><span class="figure-value">{number(Math.round(topic.expected))}</span></dd></div>
        <div class="figure"><dt>{t('topics.authors')}</dt><dd><span class="figure-value">{number(topic.authors)}</span></dd></div>
        <div class="figure"><dt>{t('topics.growth')}</dt><dd><span class="figure-value">{number(Math.round(topic.growth.recent))}</span><small>{t('topics.before', { count: Math.round(topic.growth.before) })}</small></dd></div>
      </dl>
      {read > 0 && <Pieces label={moods.map(([each, count]) => `${label('sentiment', each)} ${percent(count / read)}`).join(', ')}
        pieces={moods.map(([each, count]) => ({ name: label('sentiment', each), share: count / read, colour: each }))} />}
      <p dir="auto">{topic.terms.map(each => (each.kind === 'hashtag' ? `#${each.name}` : each.name)).join(' · ')}</p>
      <p class="row">
        <button type="button" class="quiet" onClick={() => shown(topic)}>{t('figure.open')}<span class="unseen"> {topic.label}</span></button>
        {topic.examples.map((each, i) => <button type="button" key={each} class="link" onClick={() => change({ why: each.replace(':', '/') })}>{t('topics.example', { number: i + 1 })}<span class="unseen"> {topic.label}</span></button>)}
      </p>
    </article>
  );
}
