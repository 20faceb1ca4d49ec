// What stands where an answer should: loading, busy, refused, nothing there.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ApiError } from '../api/client';
import { type Loaded, askAgain } from '../api/load';
import { t } from '../i18n';
import { linkTo } from '../state/address';

const SLOW_AFTER = 4_000;

/** Shows the answer once it is there, and beside it whatever went wrong since. */
export function Answer<T>({ of, again, children, empty }: {
  of: Loaded<T>;
  /** The path that asks again. */
  again: string;
  empty?: (data: T) => ComponentChildren | null | false;
  children: (data: T) => ComponentChildren;
}) {
  return (
    <>
      {of.error && <Refusal error={of.error} kept={of.data !== undefined} again={again} />}
      {of.retryIn !== undefined && !of.error && <p class="notice" role="status">{t('busy.retrying', { count: of.retryIn })}</p>}
      {of.data === undefined ? (of.loading && !of.error && <Loading />) : (empty?.(of.data) || children(of.data))}
    </>
  );
}

export function Loading() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="loading" role="status">
      <span class="bone" /><span class="bone" /><span class="bone" />
      <span class={slow ? 'hint' : 'unseen'}>{slow ? t('loading.slow') : t('loading')}</span>
    </div>
  );
}

export function Refusal({ error, kept, again }: { error: ApiError; kept?: boolean; again?: string }) {
  return (
    <div class="notice error" role="alert">
      <p>{wordsFor(error)}{kept && ` ${t('error.kept')}`}</p>
      {error.kind === 'missing' && <a href={linkTo('settings')}>{t('error.missing.settings')}</a>}
      {again !== undefined && error.kind !== 'refused' && error.kind !== 'scope' && (
        <button type="button" class="quiet" onClick={() => askAgain(again)}>{t('error.again')}</button>
      )}
    </div>
  );
}

/** What happened and what to do; the API's own words where it has said which value was wrong. */
export function wordsFor(error: ApiError): string {
  switch (error.kind) {
    case 'offline': return t('error.offline');
    case 'busy': return error.status === 429 ? t('error.many') : t('error.busy');
    case 'key': return t('error.key');
    case 'scope': return t('error.scope');
    case 'missing': return t('error.missing', { detail: error.message });
    case 'conflict': return t('error.conflict', { detail: error.message });
    case 'refused': return error.message || t('error.unknown', { status: error.status });
  }
}

export const Empty = ({ children }: { children: ComponentChildren }) => <p class="empty">{children}</p>;
