// Brands with a preview of what a change would do, how cases are worked on, what is used, keys, and the key of this tab.
import { useState } from 'preact/hooks';
import type { Brand } from '../../api/types';
import { number } from '../../i18n/format';
import { t } from '../../i18n';
import { change, param } from '../../state/address';
import { brands } from '../../state/brands';
import { loadBrands } from '../../state/enter';
import { SCOPES, may, me } from '../../state/session';
import { Empty } from '../../ui/state';
import { tab, Tabs } from '../../ui/tabs';
import { BrandForm } from './brand';
import { CaseWork } from './cases';
import { Keys } from './keys';
import { OfMonth } from './usage';

const TABS = ['brands', 'cases', 'usage', 'keys', 'key'] as const;

export default function Settings() {
  const allowed = TABS.filter(each => each !== 'keys' || may('admin'));
  const shown = tab('brands', allowed);
  return (
    <>
      <Tabs all={allowed} shown={shown} name={each => `settings.${each}`} />
      {shown === 'brands' && <Brands />}
      {shown === 'cases' && <CaseWork />}
      {shown === 'usage' && <OfMonth />}
      {shown === 'keys' && <Keys />}
      {shown === 'key' && <OwnKey />}
    </>
  );
}

function Brands() {
  const id = param('id');
  const [saved, setSaved] = useState('');
  const edited = brands.value.find(each => each.id === id);
  const done = async (name: string) => {
    await loadBrands();
    setSaved(name);
    change({ id: undefined });
  };
  if (id === 'new' || edited) return <BrandForm key={id} brand={edited ?? null} done={name => void done(name)} cancel={() => change({ id: undefined })} />;
  return (
    <section class="card">
      <h2>{t('settings.brands.count', { count: brands.value.length })}</h2>
      {id && <p class="notice error" role="alert">{t('settings.gone', { id })}</p>}
      {saved && <p class="notice good" role="status">{t('settings.saved', { name: saved })}</p>}
      {brands.value.length === 0 && <Empty>{t('overview.nobrand')}</Empty>}
      <ul class="plain">{brands.value.map(each => <li key={each.id} class="row"><b>{each.name}</b><span class="hint grow">{words(each)}</span>
        {may('write') && <button type="button" class="quiet small" onClick={() => change({ id: each.id })}>{t('edit')}<span class="unseen"> {each.name}</span></button>}</li>)}</ul>
      {may('write') && <p><button type="button" onClick={() => change({ id: 'new' })}>{t('settings.add')}</button></p>}
    </section>
  );
}

const words = (each: Brand) => [...each.aliases, ...each.handles, ...each.hashtags.map(tag => `#${tag.replace(/^#/, '')}`), ...each.products].slice(0, 8).join(', ');

function OwnKey() {
  return (
    <section class="card">
      <h2>{t('key.title', { workspace: me.value?.workspace ?? '' })}</h2>
      <p class="hint">{t('key.id')} <code>{me.value?.id}</code></p>
      <table>
        <thead><tr><th scope="col">{t('key.scope')}</th><th scope="col">{t('key.allowed')}</th><th scope="col">{t('key.means')}</th></tr></thead>
        <tbody>{SCOPES.map(each => <tr key={each}><th scope="row">{each}</th><td>{may(each) ? t('yes') : t('no')}</td><td>{t(`scope.${each}`)}</td></tr>)}</tbody>
      </table>
      <p class="hint">{t('key.more', { count: number(SCOPES.length) })}</p>
    </section>
  );
}
