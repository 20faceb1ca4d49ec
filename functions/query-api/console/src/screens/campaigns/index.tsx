// Campaigns: what they are, and a report of each that prints.
import { pathOf } from '../../api/client';
import { useLoad } from '../../api/load';
import type { Campaign } from '../../api/types';
import { t } from '../../i18n';
import { change, param } from '../../state/address';
import { brands } from '../../state/brands';
import { may } from '../../state/session';
import { Answer, Empty } from '../../ui/state';
import { Outcome, useSend } from '../../ui/send';
import { CampaignForm } from './form';
import { Report } from './report';

export default function Campaigns() {
  const path = '/v1/campaigns';
  const all = useLoad<{ campaigns: Campaign[] }>(path);
  const removing = useSend();
  const id = param('id');
  if (id === 'new') return <CampaignForm campaign={null} />;
  if (id && param('edit')) return <Answer of={all} again={path}>{data => <CampaignForm key={id} campaign={data.campaigns.find(each => each.id === id) ?? null} />}</Answer>;
  if (id) return <Report key={id} id={id} />;
  return (
    <>
      <Answer of={all} again={path} empty={data => data.campaigns.length === 0 && <Empty>{t('campaigns.none')}</Empty>}>
        {data => <ul class="plain">{data.campaigns.map(each => (
          <li key={each.id} class="card">
            <div class="card-head">
              <h2><button type="button" class="link" onClick={() => change({ id: each.id })}>{each.name}</button></h2>
              <span class="hint">{brands.value.find(one => one.id === each.brand)?.name ?? each.brand} · {each.from} – {each.to}</span>
            </div>
            <p>{each.hashtags.map(tag => `#${tag.replace(/^#/, '')}`).join(' ')}</p>
            {may('write') && <p class="row">
              <button type="button" class="quiet small" onClick={() => change({ id: each.id, edit: 'true' })}>{t('edit')}<span class="unseen"> {each.name}</span></button>
              <button type="button" class="danger small" onClick={() => { if (confirm(t('campaigns.remove.sure', { name: each.name }))) void removing.send(pathOf`/v1/campaigns/${each.id}`, { method: 'DELETE' }, path); }}>{t('remove')}<span class="unseen"> {each.name}</span></button>
            </p>}
          </li>
        ))}</ul>}
      </Answer>
      <Outcome of={removing} saved={t('removed')} />
      {may('write') && <p><button type="button" onClick={() => change({ id: 'new' })}>{t('campaigns.add')}</button></p>}
    </>
  );
}
