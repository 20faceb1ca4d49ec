// A brand's terms, with what a change would gain and lose among stored posts before it is saved.
import { useState } from 'preact/hooks';
import { pathOf } from '../../api/client';
import type { Brand, BrandPreview } from '../../api/types';
import { number } from '../../i18n/format';
import { type Key, t } from '../../i18n';
import { idOf } from '../../state/id';
import { Outcome, useSend } from '../../ui/send';
import { Mention } from '../../mentions/mention';

const LISTS = ['aliases', 'products', 'handles', 'hashtags', 'competitors', 'values', 'ambiguous', 'context'] as const;
type Lists = Record<(typeof LISTS)[number], string>;
const lines = (text: string) => text.split('\n').map(each => each.trim()).filter(Boolean);

export function BrandForm({ brand, done, cancel }: { brand: Brand | null; done: (name: string) => void; cancel: () => void }) {
  const [name, setName] = useState(brand?.name ?? '');
  const [typedId, setTypedId] = useState(brand?.id ?? '');
  const [lists, setLists] = useState(Object.fromEntries(LISTS.map(each => [each, (brand?.[each] ?? []).join('\n')])) as Lists);
  const [accounts, setAccounts] = useState((brand?.accounts ?? []).map(each => `${each.platform} ${each.handle}`).join('\n'));
  const [preview, setPreview] = useState<BrandPreview | null>(null);
  const saving = useSend();
  const looking = useSend();
  const id = brand?.id ?? (typedId || idOf(name));
  const body = () => ({
    name: name.trim(), ...Object.fromEntries(LISTS.map(each => [each, lines(lists[each])])),
    accounts: lines(accounts).map(line => { const [platform = '', ...handle] = line.split(/\s+/); return { platform: platform.toLowerCase(), handle: handle.join(' ') }; }),
  });
  const save = async (event: Event) => {
    event.preventDefault();
    if (await saving.send<Brand>(pathOf`/v1/brands/${id}`, { method: 'PUT', body: body() }, '/v1/brands')) done(name);
  };
  const look = async () => setPreview(await looking.send<BrandPreview>(pathOf`/v1/brands/${id}/preview`, { method: 'POST', body: body() }) ?? null);
  const remove = async () => {
    if (!confirm(t('brand.remove.sure', { name }))) return;
    await saving.send(pathOf`/v1/brands/${id}`, { method: 'DELETE' });
    if (!saving.failure) done(name);
  };
  return (
    <form class="card fields" onSubmit={event => void save(event)}>
      <h2>{brand ? t('brand.edit', { name: brand.name }) : t('settings.add')}</h2>
      <div class="fields two">
        <label>{t('brand.name')}<input required maxLength={200} value={name} onInput={event => setName(event.currentTarget.value)} /></label>
        <label>{t('id')}<input required pattern="[a-z0-9][a-z0-9_\-]{0,63}" readOnly={brand !== null} value={id} onInput={event => setTypedId(event.currentTarget.value)} /></label>
        {LISTS.map(each => (
          <label key={each}>{t(`brand.${each}` as Key)} <small>{t('brand.oneline')}</small>
            <textarea rows={3} spellcheck={false} value={lists[each]} onInput={event => setLists({ ...lists, [each]: event.currentTarget.value })} />
          </label>
        ))}
        <label>{t('brand.accounts')} <small>{t('brand.accounts.hint')}</small><textarea rows={3} spellcheck={false} placeholder="x @acme" value={accounts} onInput={event => setAccounts(event.currentTarget.value)} /></label>
      </div>
      {looking.failure && <Outcome of={looking} />}
      {preview && <Preview preview={preview} />}
      <Outcome of={saving} />
      <div class="row">
        <button type="button" class="quiet" disabled={looking.busy || !name.trim()} onClick={() => void look()}>{t('brand.look')}</button>
        <button type="submit" disabled={saving.busy}>{t('save')}</button>
        <button type="button" class="quiet" onClick={cancel}>{t('cancel')}</button>
        {brand && <button type="button" class="danger" onClick={() => void remove()}>{t('brand.remove')}</button>}
      </div>
    </form>
  );
}

function Preview({ preview }: { preview: BrandPreview }) {
  return (
    <section role="status">
      <h3>{t('brand.preview', { matched: number(preview.matched), gained: number(preview.gained.length), lost: number(preview.lost.length) })}</h3>
      {preview.next && <p class="hint">{t('brand.preview.part')}</p>}
      {([['brand.gained', preview.gained], ['brand.lost', preview.lost]] as const).map(([title, changes]) => changes.length > 0 && (
        <details key={title}><summary>{t(title, { count: changes.length })}</summary>
          <ul class="plain">{changes.slice(0, 20).map(each => (
            <li key={`${each.post.platform}/${each.post.id}`}><Mention post={each.post} />
              <p class="hint">{each.mentions.map(mention => `${mention.text}: ${mention.meaning}`).join(' · ')}</p></li>
          ))}</ul>
        </details>
      ))}
    </section>
  );
}
