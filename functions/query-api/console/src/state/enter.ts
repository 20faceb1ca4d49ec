// Opening a workspace: the key is tried, and what it may do is learnt.
import { signal } from '@preact/signals';
import { ApiError, refusalOf } from '../api/client';
import { askAgain } from '../api/load';
import type { Brand } from '../api/types';
import { type Me, api, key, keyAccepted, me, useKey } from './session';
import { brands } from './brands';

export const entering = signal(false);
export const entryRefusal = signal<ApiError | null>(null);

/** Tries a key, and opens what it opens. */
export async function enterWith(given: string) {
  entering.value = true;
  entryRefusal.value = null;
  try {
    // At once, since each waits for the function.
    const [who, known] = await Promise.all([asked<Me>(given, 'v1/keys/self'), asked<{ brands: Brand[] }>(given, 'v1/brands')]);
    const changed = me.value !== null && me.value.workspace !== who.workspace;
    useKey(given);
    // Another workspace has other data: nothing of the former may stay on screen.
    if (changed) location.reload();
    brands.value = known.brands;
    keyAccepted(who);
  } catch (failure) {
    entryRefusal.value = failure instanceof ApiError ? failure : new ApiError('refused', String(failure), 0);
  } finally {
    entering.value = false;
  }
}

/** Asked beside the client, which would wait for a better key. */
async function asked<T>(given: string, path: string): Promise<T> {
  const response = await fetch(new URL(path, document.baseURI), { headers: { 'x-api-key': given } }).catch(() => undefined);
  if (!response?.ok) throw await refusalOf(response);
  return (await response.json()) as T;
}

export async function loadBrands() {
  brands.value = (await api.json<{ brands: Brand[] }>('/v1/brands')).brands;
  askAgain('/v1/brands/');
}

export const storedKey = () => key.value;
