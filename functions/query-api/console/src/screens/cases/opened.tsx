// One case: its conversation, clocks, history, what may become of it next, and a draft that nothing sends.
import { useState } from 'preact/hooks';
import { pathOf, withQuery } from '../../api/client';
import { useLoad } from '../../api/load';
import type { Case, Draft, Post } from '../../api/types';
import { when } from '../../i18n/format';
import { label, t } from '../../i18n';
import { change } from '../../state/address';
import { may } from '../../state/session';
import { Mention, postPath } from '../../mentions/mention';
import { Drawer } from '../../ui/drawer';
import { Outcome, useSend } from '../../ui/send';
import { Answer } from '../../ui/state';
import { Clock } from './index';

export function Opened({ id }: { id: string }) {
  const path = pathOf`/v1/cases/${id}`;
  const one = useLoad<Case>(path);
  return (
    <Drawer title={t('case.title')} close={() => change({ id: undefined })}>
      <Answer of={one} again={path}>
        {data => (
          <>
            <p class="row"><span class="tag">{label('case', data.state)}</span><span class="tag">{label('priority', data.priority.level)}</span>
              {data.agent && <span>{t('case.agent', { agent: data.agent })}</span>}{data.team && <span>{t('case.team', { team: data.team })}</span>}</p>
            <Clock one={data} />
            <section><h3>{t('case.conversation')}</h3><ol class="plain">{data.posts.map(each => <li key={each.id}><OfCase platform={each.platform} id={each.id} brand={data.brands[0]} /></li>)}</ol></section>
            {may('write') && <Next one={data} path={path} />}
            <Suggested id={id} />
            {data.history && data.history.length > 0 && (
              <section><h3>{t('case.history')}</h3>
                <ol>{data.history.map((each, i) => <li key={i}><time class="hint" dateTime={each.at}>{when(each.at)}</time> {each.by}: {each.what}{each.note && ` – ${each.note}`}</li>)}</ol>
              </section>
            )}
          </>
        )}
      </Answer>
    </Drawer>
  );
}

function OfCase({ platform, id, brand }: { platform: Post['platform']; id: string; brand?: string }) {
  const path = postPath({ platform, id });
  const post = useLoad<Post>(path);
  return <Answer of={post} again={path}>{data => <Mention post={data} brand={brand} />}</Answer>;
}

/** A change carries the version that was seen: if somebody else was faster, it is refused, and the form keeps what was typed. */
function Next({ one, path }: { one: Case; path: string }) {
  const [to, setTo] = useState('');
  const [agent, setAgent] = useState(one.agent ?? '');
  const [note, setNote] = useState('');
  const sending = useSend();
  const send = async (body: object) => {
    if (await sending.send<Case>(`${path}/transitions`, { method: 'POST', body, headers: { 'if-match': one.version } }, '/v1/cases')) { setNote(''); setTo(''); }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void send({ ...(to && { to }), ...(agent && agent !== one.agent && { agent }), ...(note && { note }) });
  };
  return (
    <form class="fields" onSubmit={submit}>
      <h3>{t('case.next')}</h3>
      <div class="fields two">
        <label>{t('cases.state')}
          <select value={to} onChange={event => setTo(event.currentTarget.value)}>
            <option value="">{t('case.same')}</option>
            {one.next.map(each => <option key={each} value={each}>{label('case', each)}</option>)}
          </select>
        </label>
        <label>{t('cases.agent')}<input value={agent} maxLength={100} onInput={event => setAgent(event.currentTarget.value)} /></label>
      </div>
      <label>{t('case.note')}<textarea rows={2} maxLength={2000} value={note} onInput={event => setNote(event.currentTarget.value)} /></label>
      <Outcome of={sending} />
      <div class="row">
        <button type="submit" disabled={sending.busy || (!to && !note && (!agent || agent === one.agent))}>{t('save')}</button>
        {!one.firstResponse.done && <button type="button" class="quiet" disabled={sending.busy} onClick={() => void send({ answered: true })}>{t('case.answered')}</button>}
      </div>
      {one.macros && one.macros.length > 0 && (
        <details><summary>{t('case.macros')}</summary>
          {one.macros.map(each => <div key={each.id}><b>{each.title}</b><ol class="steps">{each.steps.map(step => <li key={step}>{step}</li>)}</ol></div>)}
        </details>
      )}
    </form>
  );
}

function Suggested({ id }: { id: string }) {
  const [voice, setVoice] = useState('warm');
  const [copied, setCopied] = useState(false);
  const path = withQuery(pathOf`/v1/cases/${id}/draft`, { voice });
  const draft = useLoad<Draft>(path);
  return (
    <section>
      <h3>{t('draft.title')}</h3>
      <p class="hint">{t('draft.hint')}</p>
      <label class="inline">{t('draft.voice')}
        <select value={voice} onChange={event => { setVoice(event.currentTarget.value); setCopied(false); }}>
          {(['warm', 'formal', 'brief'] as const).map(each => <option key={each} value={each}>{t(`voice.${each}`)}</option>)}
        </select>
      </label>
      <Answer of={draft} again={path}>
        {data => (
          <>
            {data.warnings.map(each => <p class="notice" key={each}>{each}</p>)}
            {data.text !== undefined && <>
              <blockquote class="draft" dir="auto">{data.text}</blockquote>
              <button type="button" class="quiet" onClick={() => void navigator.clipboard.writeText(data.text!).then(() => setCopied(true))}>{copied ? t('draft.copied') : t('draft.copy')}</button>
            </>}
          </>
        )}
      </Answer>
    </section>
  );
}
