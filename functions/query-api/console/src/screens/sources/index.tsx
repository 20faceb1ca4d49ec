// Where posts come from: how far each source is, what it costs, what went wrong.
import { pathOf } from '../../api/client';
import { useLoad } from '../../api/load';
import type { Source } from '../../api/types';
import { distance, number, span, when } from '../../i18n/format';
import { label, t } from '../../i18n';
import { change, param } from '../../state/address';
import { brands } from '../../state/brands';
import { may } from '../../state/session';
import { Rows } from '../../ui/figure';
import { Outcome, useSend } from '../../ui/send';
import { Answer, Empty } from '../../ui/state';
import { SourceForm } from './form';

const PATH = '/v1/sources';
/** A source that is this much later than its interval is late. */
const LATE_INTERVALS = 3;

export default function Sources() {
  const sources = useLoad<{ sources: Source[] }>(PATH);
  const id = param('id');
  return (
    <Answer of={sources} again={PATH}>
      {data => {
        const edited = data.sources.find(each => each.id === id);
        return may('write') && (id === 'new' || edited)
          ? <SourceForm key={id} source={edited ?? null} close={() => change({ id: undefined })} />
          : <List all={data.sources} />;
      }}
    </Answer>
  );
}

function List({ all }: { all: Source[] }) {
  const removing = useSend();
  const remove = (each: Source) => {
    if (confirm(t('sources.remove.sure', { name: each.id }))) void removing.send(pathOf`/v1/sources/${each.id}`, { method: 'DELETE' }, PATH);
  };
  const wrong = all.filter(each => condition(each) !== 'good' && condition(each) !== 'paused').length;
  return (
    <>
      <h2>{wrong > 0 ? t('sources.wrong', { count: wrong, all: number(all.length) }) : t('sources.heading', { count: all.length })}</h2>
      {all.length === 0 && <Empty>{t('sources.none')}</Empty>}
      <ul class="plain">{all.map(each => (
        <li key={each.id} class="card fields">
          <OneSource source={each} />
          {may('write') && <p class="row">
            <button type="button" class="quiet small" onClick={() => change({ id: each.id })}>{t('edit')}<span class="unseen"> {each.id}</span></button>
            <button type="button" class="danger small" onClick={() => remove(each)}>{t('remove')}<span class="unseen"> {each.id}</span></button>
          </p>}
        </li>
      ))}</ul>
      <Outcome of={removing} saved={t('removed')} />
      {may('write') && <p><button type="button" onClick={() => change({ id: 'new' })}>{t('sources.add')}</button></p>}
    </>
  );
}

type Condition = 'good' | 'paused' | 'failing' | 'late' | 'waiting';

function condition({ paused, state, intervalMinutes }: Source): Condition {
  if (paused) return 'paused';
  if (state.error) return 'failing';
  if (!state.fetchedAt) return 'waiting';
  return (state.lagSeconds ?? 0) > LATE_INTERVALS * 60 * intervalMinutes ? 'late' : 'good';
}

function OneSource({ source }: { source: Source }) {
  const { state } = source;
  const now = condition(source);
  return (
    <>
      <div class="card-head">
        <h3>{label('source', source.kind)} <small>{source.id}</small></h3>
        <span class={`tag ${now === 'failing' || now === 'late' ? 'warn' : ''}`}>{label('condition', now)}</span>
      </div>
      {state.error && <p class="notice error">{state.error} {t('sources.failures', { count: state.failures })}</p>}
      <dl class="facts">
        <div><dt>{t('sources.until')}</dt><dd>{state.completeUntil ? `${when(state.completeUntil)} (${distance(state.completeUntil)})` : '–'}</dd></div>
        <div><dt>{t('sources.next')}</dt><dd>{state.dueAt && !source.paused ? distance(state.dueAt) : '–'} · {t('sources.every', { count: source.intervalMinutes })}</dd></div>
        <div><dt>{t('sources.budget')}</dt><dd>
          {t('sources.used', { used: number(state.requestsToday), most: number(source.dailyRequests) })}
          <progress max={source.dailyRequests} value={state.requestsToday} aria-label={t('sources.budget')} />
          {state.quotaLeft !== undefined && <small>{t('sources.quota', { count: state.quotaLeft })}</small>}
        </dd></div>
        <div><dt>{t('table.posts')}</dt><dd>{t('sources.posts', { today: number(state.postsToday), most: number(source.dailyPosts), sent: number(state.sent) })}{state.withheld > 0 && ` ${t('sources.withheld', { count: state.withheld })}`}</dd></div>
        <div><dt>{t('brand')}</dt><dd>{source.brands.map(each => brands.value.find(one => one.id === each)?.name ?? each).join(', ')}</dd></div>
        {source.targets.length > 0 && <div><dt>{t('sources.targets')}</dt><dd dir="auto">{source.targets.join(', ')}</dd></div>}
        {source.queries.length > 0 && <div><dt>{t('sources.queries')}</dt><dd dir="auto"><code>{source.queries.join(' · ')}</code>{source.queriesMade && <small> {t('sources.made')}</small>}</dd></div>}
      </dl>
      {state.gaps.length > 0 && (
        <details class="as-table"><summary>{t('sources.gaps', { count: state.gaps.length })}</summary>
          <Rows table={{ columns: [t('table.time'), t('sources.why')], rows: state.gaps.map(each => ({ cells: [span({ from: new Date(each.from), to: new Date(each.to) }), each.why] })) }} />
        </details>
      )}
    </>
  );
}
