// The screens, in the order of the menu. Each is a file of its own that is fetched when it is first opened.
import type { ComponentType } from 'preact';
import type { Key } from '../i18n';
import { may } from '../state/session';

export interface Screen {
  id: string;
  title: Key;
  /** Shown to those whose key may do this. */
  scope: 'read' | 'write' | 'resolve' | 'admin';
  /** Whether it speaks of the range that is chosen above. */
  ranged: boolean;
  load: () => Promise<{ default: ComponentType }>;
}

export const SCREENS: readonly Screen[] = [
  { id: 'overview', title: 'screen.overview', scope: 'read', ranged: true, load: () => import('./overview/index') },
  { id: 'mentions', title: 'screen.mentions', scope: 'read', ranged: true, load: () => import('./mentions') },
  { id: 'trends', title: 'screen.trends', scope: 'read', ranged: true, load: () => import('./trends/index') },
  { id: 'pictures', title: 'screen.pictures', scope: 'read', ranged: false, load: () => import('./pictures/index') },
  { id: 'influencers', title: 'screen.influencers', scope: 'read', ranged: false, load: () => import('./influencers/index') },
  { id: 'alerts', title: 'screen.alerts', scope: 'read', ranged: true, load: () => import('./alerts/index') },
  { id: 'cases', title: 'screen.cases', scope: 'read', ranged: true, load: () => import('./cases/index') },
  { id: 'compare', title: 'screen.compare', scope: 'read', ranged: true, load: () => import('./compare') },
  { id: 'campaigns', title: 'screen.campaigns', scope: 'read', ranged: false, load: () => import('./campaigns/index') },
  { id: 'audience', title: 'screen.audience', scope: 'read', ranged: false, load: () => import('./audience/index') },
  { id: 'sources', title: 'screen.sources', scope: 'read', ranged: false, load: () => import('./sources/index') },
  { id: 'imports', title: 'screen.imports', scope: 'read', ranged: false, load: () => import('./imports/index') },
  { id: 'settings', title: 'screen.settings', scope: 'read', ranged: false, load: () => import('./settings/index') },
  { id: 'privacy', title: 'screen.privacy', scope: 'read', ranged: false, load: () => import('./privacy/index') },
];

export const allowedScreens = () => SCREENS.filter(screen => may(screen.scope));
