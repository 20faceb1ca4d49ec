// Views of the workspace under names: what stands in the address, kept for everybody who opens this workspace.
import { useState } from 'preact/hooks';
import { pathOf } from '../api/client';
import { useLoad } from '../api/load';
import type { SavedView } from '../api/types';
import { day } from '../i18n/format';
import { t } from '../i18n';
import { address, changed, format } from '../state/address';
import { idOf } from '../state/id';
import { may } from '../state/session';
import { Outcome, useSend } from '../ui/send';
import { Answer, Empty } from '../ui/state';

const PATH = '/v1/views';

/** Without what lies over the page. */
const here = () => format({ screen: address.value.screen, params: changed(address.value.params, { why: undefined, dock: undefined }) });

export default function Views() {
  const views = useLoad<{ views: SavedView[] }>(PATH);
  const changing = useSend();
  const remove = (each: SavedView) => {
    if (confirm(t('views.remove.sure', { name: each.name }))) void changing.send(pathOf`/v1/views/${each.id}`, { method: 'DELETE' }, PATH);
  };
  const replace = (each: SavedView) => void changing.send(pathOf`/v1/views/${each.id}`,
    { method: 'PUT', headers: { 'if-match': each.etag }, body: { name: each.name, address: here() } }, PATH);
  return (
    <>
      <Answer of={views} again={PATH} empty={data => data.views.length === 0 && <Empty>{t('views.none')}</Empty>}>
        {data => <ul class="plain">{data.views.map(each => (
          <li key={each.id}>
            <a href={each.address} dir="auto" aria-current={each.address === here() ? 'page' : undefined}>{each.name}</a>
            <p class="hint">{t('views.by', { by: each.by, day: day(each.at) })}</p>
            {may('write') && <p class="row">
              <button type="button" class="quiet small" disabled={changing.busy} onClick={() => replace(each)}>{t('views.replace')}<span class="unseen"> {each.name}</span></button>
              <button type="button" class="danger small" disabled={changing.busy} onClick={() => remove(each)}>{t('remove')}<span class="unseen"> {each.name}</span></button>
            </p>}
          </li>
        ))}</ul>}
      </Answer>
      <Outcome of={changing} />
      {may('write') && <Save taken={views.data?.views ?? []} />}
    </>
  );
}

function Save({ taken }: { taken: SavedView[] }) {
  const [name, setName] = useState('');
  const sending = useSend();
  const save = async (event: Event) => {
    event.preventDefault();
    const id = idOf(name) || `view-${Date.now().toString(36)}`;
    const before = taken.find(each => each.id === id);
    if (before && !confirm(t('views.replace.sure', { name: before.name }))) return;
    const headers: Record<string, string> = before ? { 'if-match': before.etag } : {};
    if (await sending.send(pathOf`/v1/views/${id}`, { method: 'PUT', headers, body: { name: name.trim(), address: here() } }, PATH)) setName('');
  };
  return (
    <form class="fields" onSubmit={event => void save(event)}>
      <label>{t('views.save')}<input required maxLength={80} value={name} placeholder={t('views.example')} onInput={event => setName(event.currentTarget.value)} /></label>
      <Outcome of={sending} />
      <button type="submit" disabled={sending.busy}>{t('save')}</button>
    </form>
  );
}
