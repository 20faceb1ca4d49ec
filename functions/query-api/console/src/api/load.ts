// Answers by address, kept while the page is open: what is on screen stays while it is asked again, or can't be had.
import { type Signal, signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { api } from '../state/session';
import { ApiError } from './client';

export interface Loaded<T> {
  data?: T;
  error?: ApiError;
  loading: boolean;
  /** Seconds until the next attempt, while the service is busy. */
  retryIn?: number;
  /** Of an earlier range or filter than the one that is asked for now. */
  outdated?: boolean;
}

const MOST_KEPT = 300;
const MOST_AT_ONCE = 6;
/** Single posts fill the list of mentions: as long as figures are waited for, so many at once. */
const MOST_BESIDE = 2;
const answers = new Map<string, Signal<Loaded<unknown>>>();
const figures = new Set<Work>();
const beside = new Set<Work>();
const running = { figures: 0, beside: 0 };

type Work = () => Promise<void>;

function slot<T>(path: string): Signal<Loaded<T>> {
  let found = answers.get(path);
  if (!found) {
    found = signal<Loaded<unknown>>({ loading: true });
    answers.set(path, found);
    if (answers.size > MOST_KEPT) answers.delete(answers.keys().next().value!);
    schedule(path, found);
  }
  return found as Signal<Loaded<T>>;
}

function schedule(path: string, into: Signal<Loaded<unknown>>) {
  (path.startsWith('/v1/posts/') ? beside : figures).add(() => fetchInto(path, into));
  next();
}

function next() {
  if (running.figures + running.beside >= MOST_AT_ONCE) return;
  const name = figures.size > 0 ? 'figures' : 'beside';
  if (name === 'beside' && running.figures > 0 && running.beside >= MOST_BESIDE) return;
  const from = name === 'figures' ? figures : beside;
  const [work] = from;
  if (!work) return;
  from.delete(work);
  running[name]++;
  void work().finally(() => { running[name]--; next(); });
  next();
}

async function fetchInto(path: string, into: Signal<Loaded<unknown>>) {
  try {
    const data = await api.json<unknown>(path, { onRetry: retryIn => { into.value = { ...into.value, retryIn }; } });
    into.value = { data, loading: false };
  } catch (failure) {
    const error = failure instanceof ApiError ? failure : new ApiError('refused', String(failure), 0);
    into.value = { data: into.value.data, error, loading: false };
  }
}

/** Asks again for everything whose path begins so, keeping what is shown until the answer is there. */
export function askAgain(prefix = '') {
  for (const [path, held] of answers) {
    if (!path.startsWith(prefix)) continue;
    held.value = { ...held.value, loading: true, error: undefined };
    schedule(path, held);
  }
}

const EMPTY = signal<Loaded<unknown>>({ loading: false });

/**
 * The answer to a GET; nothing is asked while the path is null. While only the query changes, such as a filter or the
 * range, the answer before stays, marked as outdated.
 */
export function useLoad<T>(path: string | null): Loaded<T> {
  const value = (path === null ? (EMPTY as Signal<Loaded<T>>) : slot<T>(path)).value;
  const before = useRef<{ resource: string; data: T } | null>(null);
  const resource = path?.split('?', 1)[0] ?? '';
  if (value.data !== undefined) before.current = { resource, data: value.data };
  if (value.data === undefined && before.current?.resource === resource) {
    return { ...value, data: before.current.data, outdated: true };
  }
  return value;
}

/** One answer to a GET, kept like the others. */
export async function load<T>(path: string): Promise<T> {
  const held = slot<T>(path);
  if (!held.value.loading && held.value.data !== undefined) return held.value.data;
  return new Promise((done, failed) => {
    const stop = held.subscribe(now => {
      if (now.loading) return;
      queueMicrotask(() => stop());
      if (now.data !== undefined) done(now.data);
      else failed(now.error);
    });
  });
}
