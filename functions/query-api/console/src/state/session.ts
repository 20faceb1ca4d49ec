// The key of this tab: kept in its session storage alone, and forgotten with it.
import { computed, signal } from '@preact/signals';
import { clientOf } from '../api/client';

export interface Me {
  id: string;
  workspace: string;
  scopes: string[];
}

const STORED = 'earshot.key';

export const key = signal(sessionStorage.getItem(STORED) ?? '');
/** Who the key makes its holder; nothing until the API has said so. */
export const me = signal<Me | null>(null);
/** Whether the key that was accepted before is refused now: the page stays, and asks for another. */
export const keyRefused = signal(false);

const waiting: Array<() => void> = [];

export const api = clientOf({
  key: () => key.value,
  base: () => new URL('.', document.baseURI).href,
  fetch: (...request) => fetch(...request),
  wait: seconds => new Promise(done => setTimeout(done, seconds * 1000)),
  newKey: () => {
    keyRefused.value = true;
    return new Promise(done => waiting.push(done));
  },
});

export function useKey(given: string) {
  key.value = given;
  sessionStorage.setItem(STORED, given);
}

/** Lets the requests that waited for a key go on. */
export function keyAccepted(who: Me) {
  me.value = who;
  keyRefused.value = false;
  waiting.splice(0).forEach(goOn => goOn());
}

export function forgetKey() {
  sessionStorage.removeItem(STORED);
  location.hash = '';
  location.reload();
}

export const SCOPES = ['read', 'write', 'originals', 'resolve', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** As the API judges it: admin includes all but resolve. */
export const may = (scope: Scope) =>
  allowed.value.has(scope) || (scope !== 'resolve' && allowed.value.has('admin'));
const allowed = computed(() => new Set(me.value?.scopes));
