// The strip of key figures, each with its change against the range of the same length before.
import { useEffect } from 'preact/hooks';
import type { Share, Summary } from '../../api/types';
import { between, number, percent, signedPercent } from '../../i18n/format';
import { type Key, t } from '../../i18n';
import { toggle } from '../../mentions/filter';
import { type Direction, change, growth, headline } from './findings';

export function KeyFigures({ now, earlier, outdated }: { now: Summary; earlier?: Summary; outdated?: boolean }) {
  // The first thing that anybody came for stands; the browser lane reads this mark.
  useEffect(() => { performance.mark('first-view'); }, []);
  const grown = earlier ? growth(now.posts, earlier.posts) : null;
  return (
    <section class={`card wide headline${outdated ? ' outdated' : ''}`} aria-labelledby="headline">
      <h2 id="headline">{earlier ? sentence(now, earlier) : t('headline.calm', { count: now.posts })}</h2>
      <dl class="figures">
        <Figure name={t('figure.posts')} value={number(now.posts)} of={grown === null ? '' : t('figure.grown', { change: signedPercent(grown), before: number(earlier!.posts) })} />
        <OfShare name={t('figure.negative')} now={now.sentiment.negative} earlier={earlier?.sentiment.negative} open={() => toggle('sentiment', 'negative')} bad="up" />
        <OfShare name={t('figure.positive')} now={now.sentiment.positive} earlier={earlier?.sentiment.positive} open={() => toggle('sentiment', 'positive')} bad="down" />
        <OfShare name={t('figure.complaints')} now={now.intent.complaint} earlier={earlier?.intent.complaint} open={() => toggle('intent', 'complaint')} bad="up" />
        <Figure name={t('figure.review')} value={number(now.forReview)} of={t('figure.review.hint')} open={now.forReview > 0 ? () => toggle('review', 'true') : undefined} />
      </dl>
      {earlier?.posts === 0 && now.posts > 0 && <p class="hint">{t('figure.nobefore')}</p>}
    </section>
  );
}

function sentence(now: Summary, earlier: Summary): string {
  const { what, direction, now: value, before } = headline(now, earlier);
  if (what === 'none') return t('headline.none');
  if (what === 'calm') return t('headline.calm', { count: now.posts });
  const key = `headline.${what}.${direction}` as Key;
  return what === 'volume' ? t(key, { now: value, before }) : t(key, { now: percent(value), before: percent(before) });
}

function OfShare({ name, now, earlier, open, bad }: { name: string; now: Share; earlier?: Share; open: () => void; bad: Direction }) {
  const direction = earlier ? change(now, earlier) : 'unknown';
  const words = earlier?.share === undefined ? ''
    : t(`figure.${direction}` as Key, { before: percent(earlier.share), between: between(earlier.interval) });
  return <Figure name={name} value={now.share === undefined ? '–' : percent(now.share)} small={between(now.interval)}
    of={words} mood={direction === bad ? 'bad' : direction === 'up' || direction === 'down' ? 'good' : ''} open={open} />;
}

function Figure({ name, value, small, of, mood, open }: { name: string; value: string; small?: string; of: string; mood?: string; open?: () => void }) {
  return (
    <div class="figure">
      <dt>{name}</dt>
      <dd>
        <span class="figure-value">{open ? <button type="button" class="link" onClick={open} title={t('figure.open')}>{value}</button> : value}</span>
        {small && <small>{small}</small>}
        <span class={`figure-change ${mood ?? ''}`}>{of}</span>
      </dd>
    </div>
  );
}
