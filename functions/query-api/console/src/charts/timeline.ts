// The timeline's points as rows of a stacked chart, in the zone's days where the API's are UTC's.
import type { Timeline, TimelinePoint } from '../api/types';
import { dayIn, startOfDay } from '../state/range';

export type Split = 'sentiment' | 'intent' | 'emotion';

export interface Bucket {
  start: number;
  end: number;
  posts: number;
  parts: Record<string, number>;
  /** The range ends before the bucket does, or begins after its start. */
  partial: boolean;
}

const LENGTH = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

export function buckets(timeline: Timeline, split: Split, show: 'minute' | 'hour' | 'day', zone: string, from: number, to: number): Bucket[] {
  const length = LENGTH[timeline.bucket];
  const sums = new Map<number, Bucket>();
  for (const point of timeline.points) {
    const time = Date.parse(point.start);
    const [start, end] = bounds(time, length, show, timeline.bucket, zone);
    let bucket = sums.get(start);
    if (!bucket) sums.set(start, bucket = { start, end, posts: 0, parts: {}, partial: end > to || start < from });
    bucket.posts += point.posts;
    for (const [name, count] of Object.entries(point[split] as Record<string, number>)) {
      bucket.parts[name] = (bucket.parts[name] ?? 0) + count;
    }
  }
  return [...sums.values()].sort((a, b) => a.start - b.start);
}

function bounds(time: number, length: number, show: string, asked: string, zone: string): [number, number] {
  if (show !== 'day' || asked === 'day') return [time, time + length];
  const day = dayIn(time, zone);
  return [startOfDay(day, zone), startOfDay(day, zone, 1)];
}

export interface Rise {
  bucket: Bucket;
  times: number;
}

/**
 * The whole bucket that stands out most against the mean of the others; nothing if none does at least twofold, or if posts
 * are there in fewer than two others, which say nothing of what is usual.
 */
export function rise(all: readonly Bucket[], of: (bucket: Bucket) => number, atLeast = 5): Rise | null {
  const whole = all.filter(bucket => !bucket.partial);
  if (whole.filter(bucket => bucket.posts > 0).length < 3) return null;
  const sum = whole.reduce((total, bucket) => total + of(bucket), 0);
  let best: Rise | null = null;
  for (const bucket of whole) {
    const rest = (sum - of(bucket)) / (whole.length - 1);
    // Where the others have none of these, one an interval is taken.
    const times = of(bucket) / Math.max(rest, 1);
    if (of(bucket) >= atLeast && times >= 2 && (!best || of(bucket) > of(best.bucket))) best = { bucket, times };
  }
  return best;
}

export const countOf = (point: TimelinePoint, split: Split, name: string) => (point[split] as Record<string, number>)[name] ?? 0;
