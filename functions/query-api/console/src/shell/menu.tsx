import { t } from '../i18n';
import { allowedScreens } from '../screens';
import { address, linkTo } from '../state/address';

export function Menu() {
  return (
    <nav class="menu" aria-label={t('menu')}>
      <ul>
        {allowedScreens().map(screen => (
          <li key={screen.id}>
            <a href={linkTo(screen.id)} aria-current={address.value.screen === screen.id ? 'page' : undefined}>{t(screen.title)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
