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
];

export const allowedScreens = () => SCREENS.filter(screen => may(screen.scope));
