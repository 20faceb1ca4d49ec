// All state that can be linked lies in the address's fragment: #/screen?name=value. The browser's history does the rest.
import { signal } from '@preact/signals';

export interface Address {
  screen: string;
  params: Readonly<Record<string, string>>;
}

export type Changes = Record<string, string | undefined>;

/** What stays when another screen is opened; everything else belongs to one screen. */
const KEPT = ['brand', 'range', 'from', 'to', 'zone'];

export function parse(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return { screen: decoded(path) || 'overview', params: Object.fromEntries(new URLSearchParams(query)) };
}

export function format({ screen, params }: Address): string {
  const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== ''));
  query.sort();
  const text = query.toString();
  return `#/${encodeURIComponent(screen)}${text ? `?${text}` : ''}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The parameters after changes; one without a value is taken away. */
export function changed(params: Address['params'], changes: Changes): Address['params'] {
  const after: Record<string, string> = { ...params };
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') delete after[name];
    else after[name] = value;
  }
  return after;
}

export const kept = (params: Address['params']): Address['params'] =>
  Object.fromEntries(Object.entries(params).filter(([name]) => KEPT.includes(name) || name.startsWith('m.')));

export const address = signal<Address>(typeof location === 'undefined' ? parse('') : parse(location.hash));

/** The link to another screen, with what stays. */
export const linkTo = (screen: string, changes: Changes = {}) =>
  format({ screen, params: changed(kept(address.value.params), changes) });

/** Changes this screen's state; `replace` leaves no step in the history, for what is typed letter by letter. */
export function change(changes: Changes, how: 'push' | 'replace' = 'push') {
  open(format({ screen: address.value.screen, params: changed(address.value.params, changes) }), how);
}

export function open(hash: string, how: 'push' | 'replace' = 'push') {
  if (hash === location.hash) return;
  if (how === 'replace') history.replaceState(null, '', hash);
  else history.pushState(null, '', hash);
  address.value = parse(hash);
}

export const param = (name: string) => address.value.params[name] ?? '';

export function followHistory() {
  addEventListener('popstate', () => { address.value = parse(location.hash); });
  addEventListener('hashchange', () => { address.value = parse(location.hash); });
}
