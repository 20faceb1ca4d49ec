// The filters of the mentions: all that the API has, in the address as m.name.
import { address, change, param } from '../state/address';
import type { Range } from '../state/range';
import { withQuery, pathOf } from '../api/client';

/** Mentions that are asked for at once. */
export const PAGE = 20;

export const FILTERS = ['sentiment', 'intent', 'emotion', 'irony', 'review', 'platform', 'language', 'own'] as const;
export type FilterName = (typeof FILTERS)[number];

export const filterOf = (name: FilterName) => param(`m.${name}`);

export const filters = () => FILTERS.map(name => [name, filterOf(name)] as const).filter(([, value]) => value);

/** Sets a filter and shows the mentions; the value that is set already is taken away. */
export function toggle(name: FilterName, value: string) {
  change({ [`m.${name}`]: filterOf(name) === value ? undefined : value, dock: 'open' });
}

/** Shows another brand's mentions, with a filter of them where one is given. */
export const ofBrand = (brand: string, more: Partial<Record<FilterName, string>> = {}) => change({
  brand, dock: 'open', ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`m.${name}`, value])),
});

/** The part of the range that was chosen on a chart, as milliseconds; nothing if none was. */
export function slice(): Range | null {
  const from = Number(param('m.from'));
  const to = Number(param('m.to'));
  return from > 0 && to > from ? { from: new Date(from), to: new Date(to) } : null;
}

export const choose = (from: number, to: number, more: Partial<Record<FilterName, string>> = {}) => change({
  'm.from': String(from), 'm.to': String(to), dock: 'open',
  ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`m.${name}`, value])),
});

export const clear = () => change(Object.fromEntries(
  Object.keys(address.value.params).filter(name => name.startsWith('m.')).map(name => [name, undefined])));

export function listing(brand: string, range: Range, cursor?: string): string {
  const within = slice() ?? range;
  return withQuery(pathOf`/v1/brands/${brand}/posts`, {
    ...Object.fromEntries(filters()),
    // A cursor remembers the range of the first page.
    from: cursor ? undefined : within.from.toISOString(),
    to: cursor ? undefined : within.to.toISOString(),
    cursor,
    limit: PAGE,
  });
}
