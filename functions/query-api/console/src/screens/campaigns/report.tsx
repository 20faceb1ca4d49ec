// What a campaign did: outputs, out-takes, outcomes, impact against what was to be expected, and what could not be judged.
import { pathOf, withQuery } from '../../api/client';
import { useLoad } from '../../api/load';
import type { CampaignReport } from '../../api/types';
import { between, number, percent, short, signed } from '../../i18n/format';
import { label, t } from '../../i18n';
import { change } from '../../state/address';
import { api } from '../../state/session';
import { save } from '../../ui/csv';
import { Rows } from '../../ui/figure';
import { Answer } from '../../ui/state';

export function Report({ id }: { id: string }) {
  const path = withQuery(pathOf`/v1/campaigns/${id}/report`, { format: 'json' });
  const report = useLoad<CampaignReport>(path);
  const file = async (format: 'csv' | 'html') =>
    save(`${id}.${format}`, await (await api.raw(withQuery(pathOf`/v1/campaigns/${id}/report`, { format }))).blob(), format === 'csv' ? 'text/csv' : 'text/html');
  return (
    <>
      <p class="row">
        <button type="button" class="quiet" onClick={() => change({ id: undefined })}>{t('campaigns.back')}</button>
        <button type="button" class="quiet" onClick={() => print()}>{t('campaigns.print')}</button>
        <button type="button" class="quiet" onClick={() => void file('csv')}>{t('table.csv')}</button>
        <button type="button" class="quiet" onClick={() => void file('html')}>{t('campaigns.page')}</button>
      </p>
      <Answer of={report} again={path}>{data => <Parts report={data} />}</Answer>
    </>
  );
}

const share = (each: { share?: number; interval?: number[] }) => (each.share === undefined ? '–' : `${percent(each.share)} (${between(each.interval)})`);

function Parts({ report }: { report: CampaignReport }) {
  const { campaign, outputs, outTakes, outcomes, impact, costPerEffect, notJudged } = report;
  return (
    <div class="grid">
      <section class="card wide">
        <h2>{impact ? t(impact.extraInterval[0]! > 0 ? 'report.more' : impact.extraInterval[1]! < 0 ? 'report.less' : 'report.unclear', {
          name: campaign.name, extra: signed(Math.round(impact.extra)), low: signed(Math.round(impact.extraInterval[0]!)), high: signed(Math.round(impact.extraInterval[1]!)) }) : campaign.name}</h2>
        <p class="hint">{campaign.from} – {campaign.to} (UTC){report.cost && ` · ${t('report.cost', { cost: report.cost })}`}</p>
        {impact && <p>{t('report.impact', { mentions: number(Math.round(impact.mentions)), expected: number(Math.round(impact.expected)), placebos: number(impact.placebos) })} {t(`report.basis.${impact.basis}`)}</p>}
        <dl class="figures">
          {([['report.posts', number(outputs.posts)], ['report.creators', number(outputs.activeCreators)], ['report.responses', short(outTakes.responses)], ['report.participants', short(outTakes.participants)],
            ['figure.positive', share(outTakes.positive)], ['figure.negative', share(outTakes.negative)]] as const).map(([name, value]) => (
            <div class="figure" key={name}><dt>{t(name)}</dt><dd><span class={value.length > 8 ? '' : 'figure-value'}>{value}</span></dd></div>
          ))}
        </dl>
      </section>
      <section class="card wide">
        <h2>{t('report.phases')}</h2>
        <Rows table={{
          columns: [t('report.phase'), t('table.posts'), t('report.perday'), t('figure.positive'), t('figure.negative')],
          rows: outcomes.map(each => ({ cells: [label('phase', each.phase), each.mentions, Math.round(each.mentionsPerDay * 10) / 10,
            each.sentiment.positive ? share(each.sentiment.positive) : '–', each.sentiment.negative ? share(each.sentiment.negative) : '–'] })),
        }} />
      </section>
      {costPerEffect.length > 0 && <section class="card">
        <h2>{t('report.costs')}</h2>
        <Rows table={{ columns: [t('report.effect'), t('report.units'), t('report.each')], rows: costPerEffect.map(each => ({ cells: [each.effect, Math.round(each.units), Math.round(each.cost * 100) / 100] })) }} />
      </section>}
      {notJudged.length > 0 && <section class="card">
        <h2>{t('report.notjudged')}</h2>
        <ul>{notJudged.map(each => <li key={each.what}><b>{each.what}</b>: {each.why}</li>)}</ul>
      </section>}
    </div>
  );
}
