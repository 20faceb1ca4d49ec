// People's requests about their data: received, taken up, answered in time; people are digests.
import { useState } from 'preact/hooks';
import { ApiError, pathOf, withQuery } from '../../api/client';
import { askAgain, useLoad } from '../../api/load';
import { PLATFORMS, type PersonRequest } from '../../api/types';
import { distance, number, when } from '../../i18n/format';
import { label, t } from '../../i18n';
import { change, param } from '../../state/address';
import { api, may } from '../../state/session';
import { save } from '../../ui/csv';
import { Outcome, useSend } from '../../ui/send';
import { Answer, Empty, Refusal } from '../../ui/state';

const PATH = '/v1/privacy/requests';
const STATES = ['open', 'in_progress', 'fulfilled', 'denied', 'revoked', 'expired'] as const;
const RIGHTS = ['access', 'erasure', 'rectification', 'portability', 'objection'] as const;
const DONE: readonly string[] = ['fulfilled', 'denied', 'revoked', 'expired'];

export function Requests() {
  const state = param('state');
  const path = withQuery(PATH, { state });
  const requests = useLoad<{ requests: PersonRequest[] }>(path);
  return (
    <>
      <div class="row card"><label class="inline">{t('cases.state')}
        <select value={state} onChange={event => change({ state: event.currentTarget.value })}><option value="">{t('filter.any')}</option>{STATES.map(each => <option key={each} value={each}>{label('request', each)}</option>)}</select>
      </label></div>
      <Answer of={requests} again={PATH} empty={data => data.requests.length === 0 && <Empty>{t('requests.none')}</Empty>}>
        {data => (
          <>
            <h2>{heading(data.requests)}</h2>
            <ol class="plain">{data.requests.map(each => <li key={each.id} class="card"><OneRequest request={each} /></li>)}</ol>
          </>
        )}
      </Answer>
      {may('resolve') && <Receive />}
    </>
  );
}

function heading(all: PersonRequest[]): string {
  const late = all.filter(each => each.overdue).length;
  return late > 0 ? t('requests.late', { count: late, all: number(all.length) }) : t('requests.heading', { count: all.length });
}

function OneRequest({ request }: { request: PersonRequest }) {
  const done = DONE.includes(request.state);
  return (
    <>
      <div class="card-head">
        <h3>{label('right', request.right)} <small>{t('requests.article', { number: request.article })}</small></h3>
        <span class={`tag ${request.overdue ? 'warn' : ''}`}>{label('request', request.state)}</span>
      </div>
      <p class="hint">{label('platform', request.platform)} · <code>{request.person.slice(0, 12)}</code> · {t('requests.received', { time: when(request.receivedAt) })} · {t('requests.held', { count: request.postsHeld })}</p>
      {!done && <p class={request.overdue ? 'late' : ''}>{t(request.overdue ? 'requests.overdue' : 'requests.due', { distance: distance(request.deadline), time: when(request.deadline) })}</p>}
      {request.identity && <p>{t('requests.identity.was', { how: request.identity })}</p>}
      {request.reason && <p dir="auto">{request.reason}</p>}
      <Papers request={request} />
      {may('resolve') && (!done || request.state === 'fulfilled') && <Step request={request} />}
    </>
  );
}

/** The signed receipt, and the copy that access and portability ask for. */
function Papers({ request }: { request: PersonRequest }) {
  const [failure, setFailure] = useState<ApiError | null>(null);
  const fetched = async (what: 'receipt' | 'copy') => {
    setFailure(null);
    try {
      const path = pathOf`/v1/privacy/requests/${request.id}/${what}`;
      const text = await (await api.raw(path)).text();
      save(`${what}-${request.id}.${what === 'copy' ? 'json' : 'txt'}`, text, what === 'copy' ? 'application/json' : 'text/plain;charset=utf-8');
    } catch (error) {
      setFailure(error instanceof ApiError ? error : new ApiError('refused', String(error), 0));
    }
  };
  const copied = request.state === 'fulfilled' && (request.right === 'access' || request.right === 'portability') && may('resolve');
  return (
    <>
      {(request.receipt || copied) && <p class="row">
        {request.receipt && <button type="button" class="quiet small" onClick={() => void fetched('receipt')}>{t('requests.receipt')}<span class="unseen"> {request.id}</span></button>}
        {copied && <button type="button" class="quiet small" onClick={() => void fetched('copy')}>{t('requests.copy')}<span class="unseen"> {request.id}</span></button>}
      </p>}
      {failure && <Refusal error={failure} />}
    </>
  );
}

/** What can follow on the request's state, each with the words that it needs. */
const STEPS: Record<string, ReadonlyArray<readonly [string, 'identity' | 'reason' | 'extend' | '']>> = {
  open: [['in_progress', 'identity'], ['denied', 'reason'], ['extend', 'extend'], ['revoked', ''], ['expired', '']],
  in_progress: [['extend', 'extend'], ['revoked', '']],
  fulfilled: [['revoked', '']],
};

function Step({ request }: { request: PersonRequest }) {
  const steps = (STEPS[request.state] ?? []).filter(([to]) => to !== 'revoked' || request.state !== 'fulfilled' || request.right === 'erasure');
  const [to, setTo] = useState(steps[0]?.[0] ?? '');
  const [words, setWords] = useState('');
  const sending = useSend();
  if (steps.length === 0) return null;
  const needs = steps.find(([each]) => each === to)?.[1] ?? '';
  const send = async (event: Event) => {
    event.preventDefault();
    const body = to === 'extend' ? { extend: words } : { to, ...(needs && { [needs]: words }) };
    if (await sending.send(pathOf`/v1/privacy/requests/${request.id}/transitions`, { method: 'POST', body }, PATH)) { setWords(''); askAgain('/v1/privacy/audit'); }
  };
  return (
    <form class="row" onSubmit={event => void send(event)}>
      <label>{t('requests.step')}<select value={to} onChange={event => setTo(event.currentTarget.value)}>{steps.map(([each]) => <option key={each} value={each}>{label('step', each)}</option>)}</select></label>
      {needs && <label class="grow">{t(`requests.${needs}`)}<input required maxLength={500} value={words} onInput={event => setWords(event.currentTarget.value)} /></label>}
      <button type="submit" disabled={sending.busy}>{t('requests.do')}<span class="unseen"> {request.id}</span></button>
      <Outcome of={sending} />
    </form>
  );
}

function Receive() {
  const [platform, setPlatform] = useState('x');
  const [account, setAccount] = useState('');
  const [right, setRight] = useState<(typeof RIGHTS)[number]>('access');
  const [identity, setIdentity] = useState('');
  const [posts, setPosts] = useState('');
  const sending = useSend();
  const send = async (event: Event) => {
    event.preventDefault();
    const body = { platform, account: account.trim(), right, ...(identity.trim() && { identity: identity.trim() }),
      ...(right === 'rectification' && { posts: posts.split(/\s+/).filter(Boolean) }) };
    if (!(await sending.send(PATH, { method: 'POST', body }, PATH))) return;
    setAccount('');
    setIdentity('');
    askAgain('/v1/privacy/audit');
  };
  return (
    <form class="card fields" onSubmit={event => void send(event)}>
      <h2>{t('requests.new')}</h2>
      <p class="hint">{t('requests.new.hint')}</p>
      <div class="fields two">
        <label>{t('influencers.platform')}<select value={platform} onChange={event => setPlatform(event.currentTarget.value)}>{PLATFORMS.map(each => <option key={each} value={each}>{label('platform', each)}</option>)}</select></label>
        <label>{t('statement.account')}<input required maxLength={500} value={account} onInput={event => setAccount(event.currentTarget.value)} /></label>
        <label>{t('requests.right')}<select value={right} onChange={event => setRight(event.currentTarget.value as typeof right)}>{RIGHTS.map(each => <option key={each} value={each}>{label('right', each)}</option>)}</select></label>
      </div>
      {right === 'rectification' && <label>{t('requests.posts')} <small>{t('requests.posts.hint')}</small><input required value={posts} onInput={event => setPosts(event.currentTarget.value)} /></label>}
      <label>{t('requests.identity')} <small>{t('requests.identity.hint')}</small><input maxLength={500} value={identity} onInput={event => setIdentity(event.currentTarget.value)} /></label>
      <Outcome of={sending} />
      <div class="row"><button type="submit" disabled={sending.busy}>{t('requests.new')}</button></div>
    </form>
  );
}
