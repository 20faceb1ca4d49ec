import assert from 'node:assert/strict';
import { test } from 'node:test';
import { before, bucketOf, dayIn, offset, rangeOf, startOfDay } from '../src/state/range';

const now = Date.parse('2026-11-30T12:00:00Z');

test('days of one\'s own begin and end in the zone, the last day whole', () => {
  const { from, to } = rangeOf({ range: 'own', from: '2026-03-28', to: '2026-03-29' }, now, 'Europe/Berlin');
  assert.equal(from.toISOString(), '2026-03-27T23:00:00.000Z');
  // The clocks went forward on the 29th: the day had 23 hours.
  assert.equal(to.toISOString(), '2026-03-29T22:00:00.000Z');
});

test('a range that is turned round, or no date, falls back to the preset', () => {
  assert.equal(rangeOf({ range: '', from: '2026-11-20', to: '2026-11-10' }, now, 'UTC').from.toISOString(), '2026-10-31T12:00:00.000Z');
  assert.equal(rangeOf({ range: '7d', from: 'yesterday', to: '' }, now, 'UTC').from.toISOString(), '2026-11-23T12:00:00.000Z');
});

test('a range ends no later than now', () => {
  assert.equal(rangeOf({ range: 'own', from: '2026-11-29', to: '2027-01-01' }, now, 'UTC').to.getTime(), now);
});

test('the range before ends where this begins and is as long', () => {
  const range = rangeOf({ range: '24h', from: '', to: '' }, now, 'UTC');
  assert.equal(before(range).from.toISOString(), '2026-11-28T12:00:00.000Z');
  assert.equal(before(range).to, range.from);
});

test('offsets are those of the zone at that time', () => {
  assert.equal(offset(Date.parse('2026-01-15T00:00:00Z'), 'Asia/Kolkata'), 5.5 * 3_600_000);
  assert.equal(offset(Date.parse('2026-07-15T00:00:00Z'), 'America/New_York'), -4 * 3_600_000);
  assert.equal(dayIn(Date.parse('2026-11-30T23:30:00Z'), 'Asia/Tokyo'), '2026-12-01');
  assert.ok(Number.isNaN(startOfDay('2026-1-1', 'UTC')));
});

test('days of a zone are added up from hours, and are UTC\'s where hours would be too many', () => {
  const range = (days: number) => rangeOf({ range: '', from: '', to: '' }, now, 'UTC') && { from: new Date(now - days * 86_400_000), to: new Date(now) };
  assert.deepEqual(bucketOf(range(30), 'Europe/Berlin'), { ask: 'hour', show: 'day', days: 'zone' });
  assert.deepEqual(bucketOf(range(365), 'Europe/Berlin'), { ask: 'day', show: 'day', days: 'utc' });
  assert.deepEqual(bucketOf(range(365), 'UTC'), { ask: 'day', show: 'day', days: 'zone' });
  assert.deepEqual(bucketOf(range(30), 'Asia/Kolkata'), { ask: 'day', show: 'day', days: 'utc' });
  assert.deepEqual(bucketOf(range(1), 'UTC'), { ask: 'hour', show: 'hour', days: 'zone' });
});

test('five years stay within the 2,000 points that the API answers', () => {
  const range = { from: new Date(now - 1826 * 86_400_000), to: new Date(now) };
  assert.equal(bucketOf(range, 'UTC').ask, 'day');
  assert.ok(1826 + 1 < 2000);
});
