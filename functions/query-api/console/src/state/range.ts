// The range that everything on the page speaks of, and the zone in which its times are said.
import { computed, signal } from '@preact/signals';
import { param } from './address';

export interface Range {
  from: Date;
  to: Date;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const PRESETS: Readonly<Record<string, number>> = {
  '24h': DAY, '7d': 7 * DAY, '30d': 30 * DAY, '90d': 90 * DAY, '365d': 365 * DAY, '5y': 1826 * DAY,
};
export const DEFAULT_PRESET = '30d';

/** The end of ranges that end now: fixed until somebody refreshes, so that all figures on a page fit together. */
export const asOf = signal(minute(Date.now()));
export const refreshRange = () => { asOf.value = minute(Date.now()); };

function minute(time: number): number {
  return Math.ceil(time / 60_000) * 60_000;
}

/** The range that the address's parameters ask for; days of a range of one's own are whole days of the zone. */
export function rangeOf(params: { range: string; from: string; to: string }, now: number, zone: string): Range {
  const from = params.from ? startOfDay(params.from, zone) : Number.NaN;
  const to = params.to ? startOfDay(params.to, zone, 1) : now;
  if (Number.isFinite(from) && from < to) return { from: new Date(from), to: new Date(Math.min(to, now)) };
  const length = PRESETS[params.range] ?? PRESETS[DEFAULT_PRESET]!;
  return { from: new Date(now - length), to: new Date(now) };
}

/** The range of the same length just before. */
export const before = ({ from, to }: Range): Range => ({ from: new Date(2 * from.getTime() - to.getTime()), to: from });

export const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
export const zone = computed(() => known(param('zone')) ? param('zone') : browserZone);
export const range = computed(() =>
  rangeOf({ range: param('range'), from: param('from'), to: param('to') }, asOf.value, zone.value));

function known(name: string): boolean {
  if (!name) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The instant at which a day (2026-01-31, plus some days) begins in the zone. */
export function startOfDay(day: string, timeZone: string, plus = 0): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return Number.NaN;
  const wall = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]) + plus);
  let time = wall - offset(wall, timeZone);
  // Once more, for a change of the clock between the two.
  time = wall - offset(time, timeZone);
  return time;
}

/** The zone's distance from UTC at that time, in milliseconds. */
export function offset(time: number, timeZone: string): number {
  const parts = wallClock(timeZone).formatToParts(time);
  const of = (type: string) => Number(parts.find(part => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(time / 1000) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function wallClock(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en', {
      timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

/** The day in the zone, as 2026-01-31. */
export const dayIn = (time: number, timeZone: string) => new Date(time + offset(time, timeZone)).toISOString().slice(0, 10);

/** Which buckets a chart of the range shows; the API answers at most 2,000. */
export function bucketOf({ from, to }: Range, timeZone: string): { ask: 'minute' | 'hour' | 'day'; show: 'minute' | 'hour' | 'day'; days: 'zone' | 'utc' } {
  const hours = (to.getTime() - from.getTime()) / HOUR;
  if (hours <= 3) return { ask: 'minute', show: 'minute', days: 'zone' };
  if (hours <= 72) return { ask: 'hour', show: 'hour', days: 'zone' };
  // Days of another zone than UTC are added up from hours, as long as the API answers hours.
  const wholeHours = offset(from.getTime(), timeZone) % HOUR === 0;
  if (offset(from.getTime(), timeZone) === 0 && offset(to.getTime(), timeZone) === 0) return { ask: 'day', show: 'day', days: 'zone' };
  return hours <= 1990 && wholeHours ? { ask: 'hour', show: 'day', days: 'zone' } : { ask: 'day', show: 'day', days: 'utc' };
}
