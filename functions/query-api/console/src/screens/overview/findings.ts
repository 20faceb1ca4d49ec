// What can be said about two ranges of the same length: only what their intervals carry.
import type { Share, Summary } from '../../api/types';

export type Direction = 'up' | 'down' | 'unclear' | 'unknown';

/** A share has changed where the two 95 % intervals do not meet. */
export function change(now: Share, before: Share): Direction {
  const [low, high] = now.interval ?? [];
  const [lowBefore, highBefore] = before.interval ?? [];
  if (low === undefined || high === undefined || lowBefore === undefined || highBefore === undefined) return 'unknown';
  return low > highBefore ? 'up' : high < lowBefore ? 'down' : 'unclear';
}

/** A count against the one before, as a share of it; nothing where there was none. */
export const growth = (now: number, before: number): number | null => (before === 0 ? null : (now - before) / before);

export interface Headline {
  what: 'none' | 'volume' | 'negative' | 'positive' | 'complaint' | 'calm';
  direction: Direction;
  now: number;
  before: number;
}

/** The one thing to know first: what went bad, then what went well, then how much was said. */
export function headline(now: Summary, before: Summary): Headline {
  if (now.posts === 0) return { what: 'none', direction: 'unknown', now: 0, before: before.posts };
  const shares: Array<['negative' | 'complaint' | 'positive', Share, Share]> = [
    ['complaint', now.intent.complaint, before.intent.complaint],
    ['negative', now.sentiment.negative, before.sentiment.negative],
    ['positive', now.sentiment.positive, before.sentiment.positive],
  ];
  for (const [what, share, shareBefore] of shares) {
    const direction = change(share, shareBefore);
    if (direction === 'up' || direction === 'down') return { what, direction, now: share.share ?? 0, before: shareBefore.share ?? 0 };
  }
  const grown = growth(now.posts, before.posts);
  if (grown !== null && Math.abs(grown) >= 0.5 && before.posts >= 10) {
    return { what: 'volume', direction: grown > 0 ? 'up' : 'down', now: now.posts, before: before.posts };
  }
  return { what: 'calm', direction: 'unclear', now: now.posts, before: before.posts };
}
