// What a team looks at first: what has changed, how much was said, how it was meant.
import { useLoad } from '../../api/load';
import { EMOTIONS, INTENTS, SENTIMENTS, type Summary } from '../../api/types';
import { between, languageName, number, percent } from '../../i18n/format';
import { label, t } from '../../i18n';
import { filterOf, ofBrand, toggle } from '../../mentions/filter';
import { linkTo } from '../../state/address';
import { brandId, brandName, brands } from '../../state/brands';
import { before, range } from '../../state/range';
import { Bars } from '../../ui/bars';
import { Figure, type Table } from '../../ui/figure';
import { Answer, Empty } from '../../ui/state';
import { Brands } from './brands';
import { KeyFigures } from './figures';
import { summaryPath } from './summary';
import { Timeline } from './timeline';

export default function Overview() {
  const brand = brandId.value;
  if (!brand) return <Empty>{t('overview.nobrand')} <a href={linkTo('settings')}>{t('overview.addbrand')}</a></Empty>;
  return <OfBrand key={brand} brand={brand} />;
}

function OfBrand({ brand }: { brand: string }) {
  const now = useLoad<Summary>(summaryPath(brand, range.value));
  const earlier = useLoad<Summary>(summaryPath(brand, before(range.value)));
  return (
    <div class="grid">
      <Answer of={now} again={`/v1/brands/${brand}`}>
        {data => (
          <>
            <KeyFigures now={data} earlier={earlier.data} outdated={now.outdated} />
            <Timeline brand={brand} />
            {data.posts > 0 && <Shares summary={data} outdated={now.outdated ?? false} />}
          </>
        )}
      </Answer>
      {brands.value.length > 1 && <Brands />}
    </div>
  );
}

function Shares({ summary, outdated }: { summary: Summary; outdated: boolean }) {
  const table = (rows: Array<[string, Summary['sentiment']['negative'], (() => void)?]>): Table => ({
    columns: [t('table.what'), t('table.posts'), t('table.share'), t('table.interval')],
    rows: rows.map(([name, share, open]) => ({ cells: [name, share.count, share.share === undefined ? '' : percent(share.share), between(share.interval)], open })),
  });
  const top = (shares: Record<string, { count: number }>) => Object.entries(shares).sort((a, b) => b[1].count - a[1].count)[0]?.[0] ?? '';
  const { sentiment, intent, emotion, platform, language, sentimentCorrected: corrected } = summary;
  const readable = summary.posts - sentiment.abstain.count;
  return (
    <>
      <Figure name={t('overview.sentiment')} outdated={outdated}
        heading={t('finding.sentiment', { share: percent(sentiment.negative.share ?? 0), between: between(sentiment.negative.interval) })}
        note={<>{t('overview.read', { count: readable, all: number(summary.posts) })}
          {corrected && ` ${t('overview.corrected', { share: percent(corrected.negative.share), between: between(corrected.negative.interval) })}`}</>}
        table={table(SENTIMENTS.map(each => [label('sentiment', each), sentiment[each], () => toggle('sentiment', each)]))}>
        <Bars bars={SENTIMENTS.map(each => ({
          name: label('sentiment', each), share: sentiment[each], colour: each,
          chosen: filterOf('sentiment') === each, choose: () => toggle('sentiment', each),
        }))} />
      </Figure>
      <Figure name={t('overview.intent')} outdated={outdated}
        heading={t('finding.intent', { label: label('intent', top(intent)), share: percent(intent[top(intent) as 'complaint'].share ?? 0) })}
        table={table(INTENTS.map(each => [label('intent', each), intent[each], () => toggle('intent', each)]))}>
        <Bars bars={INTENTS.filter(each => intent[each].count > 0).map(each => ({
          name: label('intent', each), share: intent[each], chosen: filterOf('intent') === each, choose: () => toggle('intent', each),
        }))} />
      </Figure>
      <Figure name={t('overview.emotion')} outdated={outdated}
        heading={t('finding.emotion', { label: label('emotion', top(emotion)), share: percent(emotion[top(emotion) as 'joy'].share ?? 0) })}
        table={table(EMOTIONS.map(each => [label('emotion', each), emotion[each], () => toggle('emotion', each)]))}>
        <Bars bars={EMOTIONS.map(each => ({
          name: label('emotion', each), share: emotion[each], chosen: filterOf('emotion') === each, choose: () => toggle('emotion', each),
        }))} />
      </Figure>
      <Figure name={t('overview.voice')} outdated={outdated}
        heading={t('finding.voice', { brand: brandName.value, share: percent(summary.shareOfVoice.find(each => each.brand === summary.brand)?.share ?? 0) })}
        table={table(summary.shareOfVoice.map(each => [each.name, { count: each.posts, share: each.share, interval: each.interval }, () => ofBrand(each.brand)]))}>
        <Bars bars={summary.shareOfVoice.map(each => ({
          name: each.name, share: { count: each.posts, share: each.share, interval: each.interval }, colour: each.brand === summary.brand ? 'accent' : '',
          chosen: each.brand === summary.brand, choose: () => ofBrand(each.brand),
        }))} />
      </Figure>
      <Figure name={t('overview.platform')} outdated={outdated}
        heading={t('finding.platform', { label: label('platform', top(platform)), share: percent(platform[top(platform)]?.share ?? 0) })}
        table={table(Object.entries(platform).map(([each, share]) => [label('platform', each), share, () => toggle('platform', each)]))}>
        <Bars bars={Object.entries(platform).map(([each, share]) => ({
          name: label('platform', each), share, chosen: filterOf('platform') === each, choose: () => toggle('platform', each),
        }))} />
      </Figure>
      <Figure name={t('overview.language')} outdated={outdated}
        heading={t('finding.language', { label: languageName(top(language)), share: percent(language[top(language)]?.share ?? 0) })}
        table={table(Object.entries(language).map(([each, share]) => [languageName(each), share, () => toggle('language', each)]))}>
        <Bars bars={Object.entries(language).slice(0, 8).map(([each, share]) => ({
          name: languageName(each), share, chosen: filterOf('language') === each, choose: () => toggle('language', each),
        }))} />
      </Figure>
    </>
  );
}
