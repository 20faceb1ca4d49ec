// Parts of one screen, each with its own address.
import { type Key, t } from '../i18n';
import { address, changed, format, param } from '../state/address';

export const tab = <T extends string>(first: T, all: readonly T[]): T =>
  (all.includes(param('tab') as T) ? (param('tab') as T) : first);

export function Tabs<T extends string>({ all, shown, name }: { all: readonly T[]; shown: T; name: (tab: T) => Key }) {
  return (
    <nav class="tabs" aria-label={t('tabs')}>
      {all.map(each => (
        <a key={each} href={format({ screen: address.value.screen, params: changed(address.value.params, { tab: each, id: undefined }) })}
          aria-current={each === shown ? 'page' : undefined}>{t(name(each))}</a>
      ))}
    </nav>
  );
}
