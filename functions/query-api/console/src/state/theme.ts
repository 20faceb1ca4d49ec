// Light, dark, or as the system has it.
import { effect, signal } from '@preact/signals';

export type Theme = 'system' | 'light' | 'dark';
const STORED = 'earshot.theme';
const stored = localStorage.getItem(STORED);

export const theme = signal<Theme>(stored === 'light' || stored === 'dark' ? stored : 'system');

export function startTheme() {
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
    localStorage.setItem(STORED, theme.value);
  });
}
