// Brand, range and zone, which all figures on the page speak of; the reader's own choices behind a button.
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { askAgain } from '../api/load';
import { LANGUAGES, type Key, type Language, choose, language, t } from '../i18n';
import { clock, span } from '../i18n/format';
import { change, linkTo, param } from '../state/address';
import { brandId, brands } from '../state/brands';
import { DEFAULT_PRESET, PRESETS, asOf, browserZone, dayIn, range, refreshRange, zone } from '../state/range';
import { forgetKey, me } from '../state/session';
import { type Theme, theme } from '../state/theme';
import { Lazy } from '../ui/lazy';
import { Logo } from './logo';

export function TopBar({ ranged }: { ranged: boolean }) {
  return (
    <header class="topbar">
      <a class="home" href={linkTo('overview')}><Logo />Earshot</a>
      <label class="inline">{t('brand')}
        <select value={brandId.value} onChange={event => change({ brand: event.currentTarget.value })}>
          {!brands.value.some(each => each.id === brandId.value) && brandId.value && <option value={brandId.value}>{brandId.value}</option>}
          {brands.value.map(each => <option key={each.id} value={each.id}>{each.name}</option>)}
        </select>
      </label>
      {ranged && <RangeChoice />}
      <span class="grow" />
      <button type="button" class="quiet show-dock" onClick={() => change({ dock: 'open' }, 'replace')}>{t('screen.mentions')}</button>
      <Panel name={t('views')}><Lazy load={() => import('./views')} /></Panel>
      <Panel name={me.value?.workspace ?? t('own')}><Own /></Panel>
      {ranged && <p class="said-range"><span>{span(range.value)}</span> <span>({zone.value})</span></p>}
    </header>
  );
}

function RangeChoice() {
  const own = param('from') !== '' || param('range') === 'own';
  const select = (value: string) => change(value === 'own'
    ? { range: 'own', from: dayIn(range.value.from.getTime(), zone.value), to: dayIn(range.value.to.getTime(), zone.value), 'm.from': undefined, 'm.to': undefined }
    : { range: value, from: undefined, to: undefined, 'm.from': undefined, 'm.to': undefined });
  return (
    <>
      <label class="inline">{t('range')}
        <select value={own ? 'own' : param('range') || DEFAULT_PRESET} onChange={event => select(event.currentTarget.value)}>
          {Object.keys(PRESETS).map(name => <option key={name} value={name}>{t(`range.${name}` as Key)}</option>)}
          <option value="own">{t('range.own')}</option>
        </select>
      </label>
      {own && (['from', 'to'] as const).map(end => (
        <label class="inline" key={end}>{t(`range.${end}`)}
          <input type="date" value={param(end)} onChange={event => change({ [end]: event.currentTarget.value })} />
        </label>
      ))}
      <button type="button" class="quiet" title={t('refresh.hint', { time: clock(asOf.value) })} onClick={() => { refreshRange(); askAgain(); }}>{t('refresh')}</button>
    </>
  );
}

/** What opens below its button, and closes on Escape. */
function Panel({ name, children }: { name: string; children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div class="own" onKeyDown={escape}>
      <button ref={button} type="button" class="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>{name}</button>
      {open && <div class="own-panel card">{children}</div>}
    </div>
  );
}

const Own = () => (
  <>
    <label>{t('language')}
      <select value={language.value} onChange={event => choose(event.currentTarget.value as Language)}>
        {Object.entries(LANGUAGES).map(([code, name]) => <option key={code} value={code} lang={code}>{name}</option>)}
      </select>
    </label>
    <label>{t('theme')}
      <select value={theme.value} onChange={event => { theme.value = event.currentTarget.value as Theme; }}>
        {(['system', 'light', 'dark'] as const).map(each => <option key={each} value={each}>{t(`theme.${each}`)}</option>)}
      </select>
    </label>
    <label>{t('zone')}
      <select value={zone.value} onChange={event => change({ zone: event.currentTarget.value === browserZone ? undefined : event.currentTarget.value })}>
        {zones().map(name => <option key={name} value={name}>{name}</option>)}
      </select>
    </label>
    <p class="hint">{t('own.scopes', { scopes: me.value?.scopes.join(', ') ?? '' })}</p>
    <button type="button" class="quiet" onClick={forgetKey}>{t('leave')}</button>
  </>
);

const zones = () => [...new Set([browserZone, 'UTC', zone.value, ...Intl.supportedValuesOf('timeZone')])];
