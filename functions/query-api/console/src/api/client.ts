// One door to the API: the key, retries of what may pass, and refusals as values with words that can be shown.
import type { Problem } from './types';

/** What became of a request that failed; `kind` says what a person can do about it. */
export class ApiError extends Error {
  constructor(
    readonly kind: 'key' | 'scope' | 'busy' | 'offline' | 'missing' | 'conflict' | 'refused',
    message: string,
    readonly status: number,
    readonly parameter?: string,
  ) {
    super(message);
  }
}

export interface Ask {
  method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Told before each wait for another attempt. */
  onRetry?: (seconds: number) => void;
}

/** Waits between attempts, in seconds; an answer's own retry-after goes before them. */
export const PAUSES: readonly number[] = [1, 2, 4, 8];
const LONGEST_PAUSE = 30;

export interface Surroundings {
  key: () => string;
  base: () => string;
  fetch: typeof fetch;
  wait: (seconds: number) => Promise<void>;
  /** Called when the key is refused; resolves once there is another. */
  newKey: () => Promise<void>;
}

export interface Client {
  json<T>(path: string, ask?: Ask): Promise<T>;
  raw(path: string, ask?: Ask): Promise<Response>;
}

/** Only what changes nothing is repeated by itself, and what the API refused before it did anything. */
const mayRepeat = (method: string, status: number) => status === 429 || (method === 'GET' && (status === 503 || status === 0));

export function clientOf(world: Surroundings): Client {
  async function once(path: string, ask: Ask): Promise<Response | undefined> {
    const headers: Record<string, string> = { 'x-api-key': world.key(), ...ask.headers };
    let body: BodyInit | undefined;
    if (typeof ask.body === 'string' || ask.body instanceof Blob) body = ask.body;
    else if (ask.body !== undefined) {
      body = JSON.stringify(ask.body);
      headers['content-type'] = 'application/json';
    }
    try {
      return await world.fetch(new URL(path.replace(/^\//, ''), world.base()), {
        method: ask.method ?? 'GET', headers, body, signal: ask.signal, cache: 'no-cache',
      });
    } catch (failure) {
      if (ask.signal?.aborted) throw failure;
      return undefined;
    }
  }

  async function raw(path: string, ask: Ask = {}): Promise<Response> {
    const method = ask.method ?? 'GET';
    for (let attempt = 0; ; attempt++) {
      const response = await once(path, ask);
      if (response?.ok || response?.status === 304) return response;
      const refusal = await refusalOf(response);
      if (refusal.kind === 'key') {
        await world.newKey();
        attempt = -1;
        continue;
      }
      const pause = PAUSES[attempt];
      if (pause === undefined || refusal.kind === 'refused' || !mayRepeat(method, response?.status ?? 0)) throw refusal;
      const asked = Number(response?.headers.get('retry-after') ?? Number.NaN);
      const seconds = Number.isFinite(asked) && asked > 0 ? Math.min(asked, LONGEST_PAUSE) : pause;
      ask.onRetry?.(seconds);
      await world.wait(seconds);
      if (ask.signal?.aborted) throw refusal;
    }
  }

  return {
    raw,
    async json<T>(path: string, ask?: Ask): Promise<T> {
      const response = await raw(path, ask);
      return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
    },
  };
}

/** What a failed answer means. The gateway's own refusals have a `message`, the function's are RFC 9457 problems. */
export async function refusalOf(response: Response | undefined): Promise<ApiError> {
  if (!response) return new ApiError('offline', '', 0);
  const { status } = response;
  const text = await response.text().catch(() => '');
  const problem = parsed(text);
  const words = problem.detail ?? problem.message ?? text.slice(0, 300);
  if (status === 401 || (status === 403 && !problem.type)) return new ApiError('key', words, status);
  if (status === 403) return new ApiError('scope', words, status);
  if (status === 404) return new ApiError('missing', words, status);
  if (status === 409 || status === 412) return new ApiError('conflict', words, status);
  // A budget that is spent is no busy service: asking again changes nothing.
  if (problem.type === 'urn:earshot:problem:budget-spent') return new ApiError('refused', words, status);
  if (status === 429 || status >= 502) return new ApiError('busy', words, status);
  return new ApiError('refused', words, status, problem.parameter);
}

function parsed(text: string): Partial<Problem> & { message?: string } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** A path with its query; parameters without a value are left out. */
export function withQuery(path: string, parameters: Record<string, string | number | boolean | undefined | null>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** A path of literal parts and values, each value encoded as one segment. */
export function pathOf(parts: TemplateStringsArray, ...values: string[]): string {
  return parts.reduce((path, part, i) => path + encodeURIComponent(values[i - 1] ?? '') + part);
}
