// Parts of the page that are fetched when they are first shown.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import { Loading } from './state';

const fetched = new Map<string, ComponentType>();

/** A part of the page that is fetched first. One that can't be fetched says so instead of leaving the page empty. */
export function Lazy({ load }: { load: () => Promise<{ default: ComponentType }> }) {
  const name = String(load);
  const [part, setPart] = useState<ComponentType | null>(() => fetched.get(name) ?? null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (part) return;
    load().then(
      module => { fetched.set(name, module.default); setPart(() => module.default); },
      () => setFailed(true));
  }, []);
  if (failed) return <p class="notice error" role="alert">{t('error.part')} <button type="button" onClick={() => location.reload()}>{t('error.reload')}</button></p>;
  const Part = part;
  return Part ? <Part /> : <Loading />;
}
