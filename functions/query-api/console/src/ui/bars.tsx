// Shares as bars with their 95 % intervals; each row is a button that filters the mentions, where that is possible.
import type { Share } from '../api/types';
import { between, number, percent } from '../i18n/format';
import { t } from '../i18n';

export interface Bar {
  name: string;
  share: Pick<Share, 'count' | 'share' | 'interval'>;
  /** A class of style/colours.css. */
  colour?: string;
  chosen?: boolean;
  choose?: () => void;
}

export function Bars({ bars }: { bars: Bar[] }) {
  return <ul class="bars">{bars.map(bar => <li key={bar.name}><Row bar={bar} /></li>)}</ul>;
}

function Row({ bar }: { bar: Bar }) {
  const { count, share, interval } = bar.share;
  const inside = (
    <>
      <span class="bar-name">{bar.name}</span>
      <span class="bar-track" aria-hidden="true">
        <span class={`bar-fill ${bar.colour ?? ''}`} style={{ width: `${(share ?? 0) * 100}%` }} />
        {interval && <span class="bar-interval" style={{ left: `${interval[0]! * 100}%`, width: `${(interval[1]! - interval[0]!) * 100}%` }} />}
      </span>
      <span class="bar-value">{share === undefined ? '–' : percent(share)}<small>{number(count)}</small></span>
      {interval && <span class="unseen">{t('bars.interval', { between: between(interval) })}</span>}
    </>
  );
  return bar.choose
    ? <button type="button" class="bar" aria-pressed={bar.chosen ?? false} onClick={bar.choose} title={between(interval)}>{inside}</button>
    : <div class="bar" title={between(interval)}>{inside}</div>;
}

/** A row of pieces that together are the whole, for a table's cell. */
export function Pieces({ pieces, label }: { pieces: Array<{ name: string; share: number; colour: string }>; label: string }) {
  return (
    <span class="pieces" role="img" aria-label={label}>
      {pieces.filter(piece => piece.share > 0).map(piece => (
        <span key={piece.name} class={`piece ${piece.colour}`} style={{ width: `${piece.share * 100}%` }} title={`${piece.name} ${percent(piece.share)}`} />
      ))}
    </span>
  );
}
