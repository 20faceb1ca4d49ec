// A value from 0 to 100 with its interval, drawn and said.
import { number } from '../i18n/format';
import { t } from '../i18n';

export function Interval({ value, interval }: { value: number; interval: readonly number[] }) {
  const [low = value, high = value] = interval;
  const words = `${number(value)} (${t('interval', { low: number(low), high: number(high) })})`;
  return (
    <span class="with-interval" title={words}>
      <span class="bar-track" aria-hidden="true">
        <span class="bar-fill accent" style={{ width: `${value}%` }} />
        <span class="bar-interval" style={{ left: `${low}%`, width: `${high - low}%` }} />
      </span>
      <span>{number(Math.round(value))}<span class="unseen"> {words}</span></span>
    </span>
  );
}
