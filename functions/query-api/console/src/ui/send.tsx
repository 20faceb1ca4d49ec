// Sending a change: one at a time, what was typed kept when it is refused.
import { useState } from 'preact/hooks';
import { ApiError, type Ask } from '../api/client';
import { askAgain } from '../api/load';
import { t } from '../i18n';
import { api } from '../state/session';
import { Refusal } from './state';

export interface Sending {
  busy: boolean;
  failure: ApiError | null;
  done: boolean;
  /** Sends, and asks again for what begins with the prefix; the answer, or nothing if it was refused. */
  send<T>(path: string, ask: Ask, changed?: string): Promise<T | undefined>;
  reset(): void;
}

export function useSend(): Sending {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [done, setDone] = useState(false);
  return {
    busy, failure, done,
    reset: () => { setFailure(null); setDone(false); },
    async send<T>(path: string, ask: Ask, changed?: string) {
      setBusy(true);
      setFailure(null);
      setDone(false);
      try {
        const answer = await api.json<T>(path, ask);
        setDone(true);
        if (changed) askAgain(changed);
        return answer;
      } catch (error) {
        setFailure(error instanceof ApiError ? error : new ApiError('refused', String(error), 0));
        return undefined;
      } finally {
        setBusy(false);
      }
    },
  };
}

/** What became of the last change. */
export function Outcome({ of, saved }: { of: Sending; saved?: string }) {
  if (of.failure) return <Refusal error={of.failure} />;
  return of.done ? <p class="notice good" role="status">{saved ?? t('saved')}</p> : null;
}
