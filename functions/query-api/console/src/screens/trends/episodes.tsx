// What rose about the brand: each episode with how far beyond the usual, how sure, why, and the posts behind it.
import { pathOf, withQuery } from '../../api/client';
import { useLoad } from '../../api/load';
import type { Episode, Episodes as Answered } from '../../api/types';
import { number, span, when } from '../../i18n/format';
import { label, t } from '../../i18n';
import { choose } from '../../mentions/filter';
import { linkTo } from '../../state/address';
import { brandId, brandName } from '../../state/brands';
import { range } from '../../state/range';
import { Answer, Empty } from '../../ui/state';
import { Rows } from '../../ui/figure';

export function Episodes() {
  const brand = brandId.value;
  const path = brand ? withQuery(pathOf`/v1/brands/${brand}/episodes`, { from: range.value.from.toISOString(), to: range.value.to.toISOString() }) : null;
  const episodes = useLoad<Answered>(path);
  if (!path) return <Empty>{t('overview.nobrand')}</Empty>;
  return (
    <Answer of={episodes} again={path} empty={data => data.episodes.length === 0 && (
      <Empty>{t('trends.none', { brand: brandName.value })} <a href={linkTo('alerts')}>{t('trends.alerts')}</a></Empty>)}>
      {data => <ol class="plain">{data.episodes.map(each => <li key={each.id}><OneEpisode episode={each} /></li>)}</ol>}
    </Answer>
  );
}

function OneEpisode({ episode }: { episode: Episode }) {
  const end = episode.end ? Date.parse(episode.end) : Date.now();
  const start = Date.parse(episode.start);
  return (
    <article class="card">
      <div class="card-head">
        <h2>{episode.summary}</h2>
        <span class={`tag ${episode.state === 'resolved' ? '' : 'warn'}`}>{label('episode', episode.state)}</span>
      </div>
      <p class="hint">{span({ from: new Date(start), to: new Date(end) })} · {t('trends.peak', { time: when(episode.peak) })}</p>
      <dl class="figures">
        <div class="figure"><dt>{t('trends.observed')}</dt><dd><span class="figure-value">{number(episode.observed)}</span></dd></div>
        <div class="figure"><dt>{t('trends.expected')}</dt><dd><span class="figure-value">{number(episode.expected)}</span></dd></div>
        <div class="figure"><dt>{t('trends.ratio')}</dt><dd>
          <span class="figure-value">{number(episode.ratio.value)}×</span>
          <small>{t('interval', { low: number(episode.ratio.low), high: number(episode.ratio.high) })}</small>
        </dd></div>
      </dl>
      {episode.why && <p>{episode.why}</p>}
      {episode.causes.length > 0 && (
        <details class="as-table"><summary>{t('trends.causes')}</summary>
          <Rows table={{
            columns: [t('table.what'), t('trends.cause'), t('table.share')],
            rows: episode.causes.map(cause => ({ cells: [cause.kind, cause.name, Math.round(cause.share * 100) / 100] })),
          }} />
        </details>
      )}
      <button type="button" class="quiet" onClick={() => choose(start, end, episode.kind === 'complaint_share' ? { intent: 'complaint' } : episode.kind === 'negative_share' ? { sentiment: 'negative' } : {})}>
        {t('figure.open')}
      </button>
    </article>
  );
}
