// The queue of conversations that somebody should answer, the most urgent first.
import { withQuery } from '../../api/client';
import { useLoad } from '../../api/load';
import type { Case, CasePage, Post } from '../../api/types';
import { t, label, type Key } from '../../i18n';
import { distance, number, when } from '../../i18n/format';
import { change, param } from '../../state/address';
import { postPath } from '../../mentions/mention';
import { brandId, brandName } from '../../state/brands';
import { range } from '../../state/range';
import { Answer, Empty } from '../../ui/state';
import { Opened } from './opened';

const CHOICES = {
  state: ['open', 'new', 'assigned', 'waiting_for_customer', 'resolved', 'closed'],
  kind: ['safety_or_legal', 'churn_risk', 'complaint', 'reputation', 'question'],
  priority: ['urgent', 'high', 'normal', 'low'],
} as const;

export default function Cases() {
  const brand = brandId.value;
  const path = withQuery('/v1/cases', {
    brand, state: param('state') || 'open', kind: param('kind'), priority: param('priority'), overdue: param('overdue'),
    agent: param('agent'), from: range.value.from.toISOString(), to: range.value.to.toISOString(), order: param('order') || 'urgent', limit: 50,
  });
  const page = useLoad<CasePage>(brand ? path : null);
  if (!brand) return <Empty>{t('overview.nobrand')}</Empty>;
  const set = (name: string) => (event: Event) => change({ [name]: (event.target as HTMLSelectElement | HTMLInputElement).value });
  return (
    <>
      <form class="row card" onSubmit={event => event.preventDefault()}>
        {Object.entries(CHOICES).map(([name, values]) => (
          <label key={name}>{t(`cases.${name}` as Key)}
            <select value={param(name) || (name === 'state' ? 'open' : '')} onChange={set(name)}>
              {name !== 'state' && <option value="">{t('filter.any')}</option>}
              {values.map(each => <option key={each} value={each}>{label(name === 'state' ? 'case' : name === 'kind' ? 'casekind' : 'priority', each)}</option>)}
            </select>
          </label>
        ))}
        <label>{t('cases.agent')}<input value={param('agent')} maxLength={100} onChange={set('agent')} /></label>
        <label>{t('cases.order')}
          <select value={param('order') || 'urgent'} onChange={set('order')}><option value="urgent">{t('cases.urgent')}</option><option value="newest">{t('cases.newest')}</option></select>
        </label>
        <label class="check"><input type="checkbox" checked={param('overdue') === 'true'} onChange={() => change({ overdue: param('overdue') ? undefined : 'true' })} />{t('cases.overdue')}</label>
      </form>
      <Answer of={page} again="/v1/cases" empty={data => data.items.length === 0 && <Empty>{t('cases.none')}</Empty>}>
        {data => (
          <>
            <h2>{heading(data.items)}</h2>
            {data.incomplete && <p class="notice">{data.incomplete}</p>}
            <ul class="plain">{data.items.map(each => <li key={each.id}><Row one={each} /></li>)}</ul>
            {data.next && <p class="hint">{t('cases.more', { count: data.items.length })}</p>}
          </>
        )}
      </Answer>
      {param('id') && <Opened key={param('id')} id={param('id')} />}
    </>
  );
}

function heading(items: Case[]): string {
  const late = items.filter(each => overdue(each)).length;
  return late > 0 ? t('cases.heading.late', { count: late, all: number(items.length) }) : t('cases.heading', { count: items.length, brand: brandName.value });
}

const overdue = (each: Case) => !each.firstResponse.done && each.firstResponse.due !== undefined && Date.parse(each.firstResponse.due) < Date.now();

function Row({ one }: { one: Case }) {
  return (
    <article class={`card case priority-${one.priority.level}`}>
      <div class="card-head">
        <h3><button type="button" class="link" onClick={() => change({ id: one.id })}>
          {one.kind ? label('casekind', one.kind) : t('cases.unsorted')} · {label('platform', one.platform)} · {when(one.openedAt)}
        </button></h3>
        <span class="row">
          <span class={`tag ${one.priority.level === 'urgent' ? 'warn' : ''}`}>{label('priority', one.priority.level)}</span>
          <span class="tag">{label('case', one.state)}</span>
        </span>
      </div>
      <Lead one={one} />
      <Clock one={one} />
      <p class="hint">{one.priority.reasons.map(each => each.why).join(' · ')}</p>
    </article>
  );
}

/** The words that the case began with. */
function Lead({ one }: { one: Case }) {
  const post = one.posts.find(each => one.leadPost.endsWith(each.id)) ?? one.posts[0];
  const text = useLoad<Post>(post ? postPath(post) : null).data?.text;
  return text ? <p class="clamp" dir="auto">{text}</p> : null;
}

export function Clock({ one }: { one: Case }) {
  const { due, done, met, paused } = one.firstResponse;
  if (done) return <p>{met === false ? t('clock.answered.late', { when: when(done) }) : t('clock.answered', { when: when(done) })}</p>;
  if (paused) return <p>{t('clock.paused')}</p>;
  if (!due) return <p>{t('clock.none')}</p>;
  const late = Date.parse(due) < Date.now();
  return <p class={late ? 'late' : ''}>{t(late ? 'clock.late' : 'clock.due', { distance: distance(due), when: when(due) })}</p>;
}
