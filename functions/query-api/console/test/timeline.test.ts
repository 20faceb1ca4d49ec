import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Timeline } from '../src/api/types';
import { buckets, rise } from '../src/charts/timeline';

const hour = 3_600_000;
const start = Date.parse('2026-11-28T00:00:00Z');

function timeline(counts: number[]): Timeline {
  const points = counts.map((negative, i) => ({
    start: new Date(start + i * hour).toISOString(), posts: negative + 1, own: 0, ironic: 0, forReview: 0,
    sentiment: { negative, neutral: 1, positive: 0, mixed: 0, abstain: 0 },
    emotion: { anger: negative, joy: 0, optimism: 0, sadness: 0 },
    intent: { complaint: negative, question: 0, praise: 0, purchase_intent: 0, feature_request: 0, churn_risk: 0, safety_or_legal: 0, spam: 0, other: 1 },
  }));
  return { brand: 'a', from: '', to: '', bucket: 'hour', points };
}

test('hours are added up to days of the zone, and lose nothing', () => {
  const answer = timeline(Array.from({ length: 48 }, () => 2));
  const days = buckets(answer, 'sentiment', 'day', 'America/New_York', start, start + 48 * hour);
  assert.deepEqual(days.map(day => day.posts), [15, 72, 57]);
  assert.equal(days.reduce((sum, day) => sum + day.parts.negative!, 0), 96);
  assert.deepEqual(days.map(day => day.partial), [true, false, true]);
});

test('a bucket that is not over is partial', () => {
  const all = buckets(timeline([1, 1]), 'intent', 'hour', 'UTC', start, start + 1.5 * hour);
  assert.deepEqual(all.map(bucket => bucket.partial), [false, true]);
});

test('the bucket that stands out is found, and how far', () => {
  const all = buckets(timeline([2, 2, 2, 12, 2]), 'sentiment', 'hour', 'UTC', start, start + 5 * hour);
  const found = rise(all, bucket => bucket.parts.negative ?? 0)!;
  assert.equal(found.bucket.start, start + 3 * hour);
  assert.equal(found.times, 6);
});

test('noise, few posts and an unfinished bucket are no rise', () => {
  const of = (counts: number[], to: number) => rise(buckets(timeline(counts), 'sentiment', 'hour', 'UTC', start, start + to * hour), b => b.parts.negative ?? 0);
  assert.equal(of([5, 6, 5, 7, 5], 5), null);
  assert.equal(of([0, 0, 4, 0], 4), null);
  assert.equal(of([2, 2, 2, 30], 3.5), null);
  assert.equal(of([0, 0, 34, 0], 4)!.times, 34);
});

test('a bucket that stands out among empty ones is no rise, since nothing is usual yet', () => {
  const of = (posts: number[]) => {
    const all = buckets(timeline(posts), 'sentiment', 'hour', 'UTC', start, start + posts.length * hour);
    return rise(all.map((bucket, i) => ({ ...bucket, posts: posts[i]! })), bucket => bucket.posts);
  };
  assert.equal(of([0, 0, 34, 0, 0]), null);
  assert.equal(of([0, 2, 34, 0, 0]), null);
  assert.equal(of([1, 0, 34, 1, 0])!.times, 34);
});
