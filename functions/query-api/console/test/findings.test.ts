import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Summary } from '../src/api/types';
import { change, growth, headline } from '../src/screens/overview/findings';

const share = (count: number, low: number, high: number) => ({ count, share: (low + high) / 2, interval: [low, high] as [number, number] });
const nothing = share(0, 0, 0.1);

function summary(posts: number, negative: ReturnType<typeof share>, complaint = nothing): Summary {
  return { posts, sentiment: { negative, positive: nothing }, intent: { complaint } } as unknown as Summary;
}

test('a share has changed only where the intervals do not meet', () => {
  assert.equal(change(share(40, 0.4, 0.6), share(10, 0.1, 0.3)), 'up');
  assert.equal(change(share(40, 0.1, 0.2), share(10, 0.3, 0.5)), 'down');
  assert.equal(change(share(40, 0.2, 0.4), share(10, 0.3, 0.5)), 'unclear');
  assert.equal(change({ count: 0 }, share(10, 0.3, 0.5)), 'unknown');
});

test('complaints go before sentiment, sentiment before volume', () => {
  const calm = summary(100, share(30, 0.2, 0.4));
  assert.equal(headline(summary(100, share(60, 0.5, 0.7), share(50, 0.4, 0.6)), calm).what, 'complaint');
  assert.deepEqual(headline(summary(100, share(60, 0.5, 0.7)), calm), { what: 'negative', direction: 'up', now: 0.6, before: 0.30000000000000004 });
  assert.equal(headline(summary(300, share(30, 0.2, 0.4)), calm).what, 'volume');
  assert.equal(headline(summary(110, share(30, 0.2, 0.4)), calm).what, 'calm');
});

test('silence is told, and nothing is compared with nothing', () => {
  assert.equal(headline(summary(0, nothing), summary(5, nothing)).what, 'none');
  assert.equal(growth(5, 0), null);
  assert.equal(growth(5, 10), -0.5);
});
