import { useState } from 'preact/hooks';
import { pathOf } from '../../api/client';
import { useLoad } from '../../api/load';
import type { Webhook } from '../../api/types';
import { t } from '../../i18n';
import { may } from '../../state/session';
import { Outcome, useSend } from '../../ui/send';
import { Answer, Empty } from '../../ui/state';

export function Webhooks() {
  const path = '/v1/alerts/webhooks';
  const webhooks = useLoad<{ webhooks: Webhook[] }>(path);
  const changing = useSend();
  const [secret, setSecret] = useState('');
  return (
    <>
      <Answer of={webhooks} again={path} empty={data => data.webhooks.length === 0 && <Empty>{t('webhooks.none')}</Empty>}>
        {data => <ul class="plain">{data.webhooks.map(each => (
          <li key={each.id} class="card">
            <div class="card-head"><h2>{each.id}</h2><span class={`tag ${each.enabled ? '' : 'warn'}`}>{each.enabled ? each.form : t('webhooks.off', { why: each.disabledBecause ?? '' })}</span></div>
            <p><code>{each.url}</code></p>
            {may('write') && <p class="row">
              <button type="button" class="quiet small" onClick={async () => setSecret((await changing.send<Webhook>(pathOf`/v1/alerts/webhooks/${each.id}/rotate`, { method: 'POST' }, path))?.secret ?? '')}>{t('webhooks.rotate')}<span class="unseen"> {each.id}</span></button>
              <button type="button" class="danger small" onClick={() => { if (confirm(t('webhooks.remove.sure', { id: each.id }))) void changing.send(pathOf`/v1/alerts/webhooks/${each.id}`, { method: 'DELETE' }, path); }}>{t('remove')}<span class="unseen"> {each.id}</span></button>
            </p>}
          </li>
        ))}</ul>}
      </Answer>
      {secret && <p class="notice good" role="status">{t('webhooks.secret')} <code>{secret}</code></p>}
      <Outcome of={changing} />
      {may('write') && <WebhookForm told={setSecret} />}
    </>
  );
}

function WebhookForm({ told }: { told: (secret: string) => void }) {
  const [id, setId] = useState('');
  const [url, setUrl] = useState('');
  const [form, setForm] = useState('json');
  const sending = useSend();
  const send = async (event: Event) => {
    event.preventDefault();
    const made = await sending.send<Webhook>(pathOf`/v1/alerts/webhooks/${id}`, { method: 'PUT', body: { url, form } }, '/v1/alerts/webhooks');
    if (made) { told(made.secret ?? ''); setUrl(''); setId(''); }
  };
  return (
    <form class="card fields" onSubmit={event => void send(event)}>
      <h2>{t('webhooks.add')}</h2>
      <div class="fields two">
        <label>{t('id')}<input required pattern="[a-z0-9][a-z0-9_\-]{0,63}" value={id} onInput={event => setId(event.currentTarget.value)} /></label>
        <label>{t('webhooks.form')}<select value={form} onChange={event => setForm(event.currentTarget.value)}><option value="json">JSON</option><option value="slack">Slack</option><option value="teams">Teams</option></select></label>
      </div>
      <label>{t('webhooks.url')}<input type="url" required placeholder="https://" value={url} onInput={event => setUrl(event.currentTarget.value)} /></label>
      <Outcome of={sending} />
      <div class="row"><button type="submit" disabled={sending.busy}>{t('webhooks.add')}</button></div>
    </form>
  );
}
