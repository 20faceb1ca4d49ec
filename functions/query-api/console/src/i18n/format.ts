// Numbers and times as the reader's language writes them, times in the zone of the page.
import type { Range } from '../state/range';
import { zone } from '../state/range';
import { language, t } from './index';

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = `${language.value} ${JSON.stringify(options)}`;
  if (!formats.has(name)) formats.set(name, new Intl.NumberFormat(language.value, options));
  return formats.get(name) as Intl.NumberFormat;
}

function times(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${language.value} ${zone.value} ${JSON.stringify(options)}`;
  if (!formats.has(name)) formats.set(name, new Intl.DateTimeFormat(language.value, { ...options, timeZone: zone.value }));
  return formats.get(name) as Intl.DateTimeFormat;
}

export const number = (value: number) => numbers({ maximumFractionDigits: 1 }).format(value);
/** As many digits as a table's figure may need. */
export const precise = (value: number) => numbers({ maximumFractionDigits: 3 }).format(value);
export const short = (value: number) => numbers({ notation: 'compact', maximumFractionDigits: 1 }).format(value);
export const percent = (share: number) =>
  numbers({ style: 'percent', maximumFractionDigits: share > 0 && share < 0.01 ? 1 : 0 }).format(share);
export const dollars = (value: number) => numbers({ style: 'currency', currency: 'USD', maximumFractionDigits: 2 }).format(value);
export const signed = (value: number) => numbers({ signDisplay: 'exceptZero', maximumFractionDigits: 1 }).format(value);
export const signedPercent = (share: number) =>
  numbers({ style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 }).format(share);

type Time = Date | string | number;
const date = (time: Time) => (time instanceof Date ? time : new Date(time));

export const when = (time: Time) => times({ dateStyle: 'medium', timeStyle: 'short' }).format(date(time));
export const day = (time: Time) => times({ dateStyle: 'medium' }).format(date(time));
export const shortDay = (time: Time) => times({ day: 'numeric', month: 'short' }).format(date(time));
export const weekday = (time: Time) => times({ weekday: 'long' }).format(date(time));
export const clock = (time: Time) => times({ hour: '2-digit', minute: '2-digit' }).format(date(time));

export function span({ from, to }: Range): string {
  return times({ dateStyle: 'medium', timeStyle: 'short' }).formatRange(from, to);
}

/** How long ago, or how long until. */
export function distance(time: Time, from = Date.now()): string {
  const seconds = (date(time).getTime() - from) / 1000;
  const units: Array<[Intl.RelativeTimeFormatUnit, number]> = [['day', 86_400], ['hour', 3_600], ['minute', 60]];
  const [unit, length] = units.find(each => Math.abs(seconds) >= each[1]) ?? ['minute', 60];
  return new Intl.RelativeTimeFormat(language.value, { numeric: 'auto' }).format(Math.trunc(seconds / length), unit);
}

/** An interval as 28 % to 55 %. */
export const between = (interval: readonly number[] | undefined) => {
  const [low, high] = interval ?? [];
  return low === undefined || high === undefined ? '' : t('interval', { low: percent(low), high: percent(high) });
};

export const languageName = (code: string) => {
  if (code === 'und') return t('language.unknown');
  try {
    return new Intl.DisplayNames(language.value, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
};
