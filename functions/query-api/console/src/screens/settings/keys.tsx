// The workspace's keys: who has one, for what, since when; a new one is shown this once.
import { useState } from 'preact/hooks';
import { pathOf } from '../../api/client';
import { useLoad } from '../../api/load';
import type { IssuedKey, ListedKey } from '../../api/types';
import { day } from '../../i18n/format';
import { t } from '../../i18n';
import { SCOPES, type Scope, may, me } from '../../state/session';
import { Outcome, useSend } from '../../ui/send';
import { Answer } from '../../ui/state';

const PATH = '/v1/keys';

export function Keys() {
  const keys = useLoad<{ keys: ListedKey[] }>(PATH);
  const [revoked, setRevoked] = useState('');
  const revoking = useSend();
  const revoke = async (each: ListedKey) => {
    const name = each.name || each.id;
    if (!confirm(t(each.id === me.value?.id ? 'keys.revoke.own' : 'keys.revoke.sure', { name }))) return;
    setRevoked(name);
    await revoking.send(pathOf`/v1/keys/${each.id}`, { method: 'DELETE' }, PATH);
  };
  return (
    <>
      <Answer of={keys} again={PATH}>
        {data => (
          <section class="card">
            <h2>{t('keys.count', { count: data.keys.length })}</h2>
            <div class="scroll tall" tabIndex={0} role="group" aria-label={t('settings.keys')}>
              <table>
                <thead><tr><th scope="col">{t('brand.name')}</th><th scope="col">{t('key.scope')}</th><th scope="col">{t('keys.issued')}</th><th scope="col">{t('key.id')}</th><th scope="col"><span class="unseen">{t('keys.revoke')}</span></th></tr></thead>
                <tbody>{data.keys.map(each => (
                  <tr key={each.id}>
                    <th scope="row" dir="auto">{each.name || t('keys.unnamed')} {each.id === me.value?.id && <span class="tag">{t('keys.this')}</span>}</th>
                    <td>{each.scopes.join(', ')}</td><td>{day(each.issuedAt)}</td><td><code>{each.id}</code></td>
                    <td><button type="button" class="danger small" disabled={revoking.busy} onClick={() => void revoke(each)}>{t('keys.revoke')}<span class="unseen"> {each.name || each.id}</span></button></td>
                  </tr>
                ))}</tbody>
              </table>
            </div>
            <Outcome of={revoking} saved={t('keys.revoked', { name: revoked })} />
          </section>
        )}
      </Answer>
      <Issue />
    </>
  );
}

function Issue() {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(['read']);
  const [issued, setIssued] = useState<IssuedKey | null>(null);
  const sending = useSend();
  const send = async (event: Event) => {
    event.preventDefault();
    const answer = await sending.send<IssuedKey>(PATH, { method: 'POST', body: { name: name.trim(), scopes } }, PATH);
    if (!answer) return;
    setIssued(answer);
    setName('');
    sending.reset();
  };
  const mark = (scope: Scope) => setScopes(scopes.includes(scope) ? scopes.filter(each => each !== scope) : [...scopes, scope]);
  return (
    <form class="card fields" onSubmit={event => void send(event)}>
      <h2>{t('keys.issue')}</h2>
      <label>{t('brand.name')} <small>{t('keys.name.hint')}</small><input required maxLength={80} value={name} onInput={event => setName(event.currentTarget.value)} /></label>
      <fieldset><legend>{t('keys.scopes')}</legend>
        {SCOPES.filter(may).map(each => (
          <label class="check" key={each}><input type="checkbox" checked={scopes.includes(each)} onChange={() => mark(each)} /><span><b>{each}</b> – {t(`scope.${each}`)}</span></label>
        ))}
      </fieldset>
      <p class="hint">{t('keys.nomore')}</p>
      <Outcome of={sending} />
      <div class="row"><button type="submit" disabled={sending.busy || scopes.length === 0}>{t('keys.issue')}</button></div>
      {issued && <Shown issued={issued} close={() => setIssued(null)} />}
    </form>
  );
}

/** The key stands here until somebody puts it away, and nowhere after. */
function Shown({ issued, close }: { issued: IssuedKey; close: () => void }) {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(issued.key).then(() => setCopied(true), () => setCopied(false));
  return (
    <div class="notice good" role="status">
      <p>{t('keys.once', { name: issued.name })}</p>
      <label>{t('enter.key')}<input readOnly value={issued.key} spellcheck={false} onFocus={event => event.currentTarget.select()} /></label>
      <div class="row after">
        <button type="button" onClick={copy}>{t(copied ? 'keys.copied' : 'keys.copy')}</button>
        <button type="button" class="quiet" onClick={close}>{t('keys.away')}</button>
      </div>
    </div>
  );
}
