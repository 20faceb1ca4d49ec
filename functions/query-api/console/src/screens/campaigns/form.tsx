import { useState } from 'preact/hooks';
import { pathOf } from '../../api/client';
import type { Campaign } from '../../api/types';
import { t } from '../../i18n';
import { change } from '../../state/address';
import { brandId, brands } from '../../state/brands';
import { dayIn } from '../../state/range';
import { Outcome, useSend } from '../../ui/send';
import { idOf } from '../../state/id';

const lines = (text: string) => text.split('\n').map(each => each.trim()).filter(Boolean);
const MONTH = 30 * 86_400_000;

export function CampaignForm({ campaign }: { campaign: Campaign | null }) {
  const [name, setName] = useState(campaign?.name ?? '');
  const [brand, setBrand] = useState(campaign?.brand ?? brandId.value);
  const [hashtags, setHashtags] = useState((campaign?.hashtags ?? []).join('\n'));
  const [creators, setCreators] = useState((campaign?.creators ?? []).join('\n'));
  const [from, setFrom] = useState(campaign?.from ?? dayIn(Date.now() - MONTH, 'UTC'));
  const [to, setTo] = useState(campaign?.to ?? dayIn(Date.now(), 'UTC'));
  const [costs, setCosts] = useState((campaign?.costs ?? []).map(each => `${each.item}; ${each.amount}; ${each.currency}`).join('\n'));
  const sending = useSend();
  const id = campaign?.id ?? idOf(name);
  const send = async (event: Event) => {
    event.preventDefault();
    const body = {
      name: name.trim(), brand, hashtags: lines(hashtags), creators: lines(creators), from, to,
      costs: lines(costs).map(line => { const [item = '', amount = '', currency = ''] = line.split(';').map(each => each.trim()); return { item, amount, currency }; }),
    };
    if (await sending.send(pathOf`/v1/campaigns/${id}`, { method: 'PUT', body }, '/v1/campaigns')) change({ id, edit: undefined });
  };
  return (
    <form class="card fields" onSubmit={event => void send(event)}>
      <h2>{campaign ? campaign.name : t('campaigns.add')}</h2>
      <div class="fields two">
        <label>{t('brand.name')}<input required maxLength={200} value={name} onInput={event => setName(event.currentTarget.value)} /></label>
        <label>{t('brand')}<select value={brand} onChange={event => setBrand(event.currentTarget.value)}>{brands.value.map(each => <option key={each.id} value={each.id}>{each.name}</option>)}</select></label>
        <label>{t('range.from')}<input type="date" required value={from} onInput={event => setFrom(event.currentTarget.value)} /></label>
        <label>{t('range.to')}<input type="date" required value={to} onInput={event => setTo(event.currentTarget.value)} /></label>
        <label>{t('brand.hashtags')} <small>{t('brand.oneline')}</small><textarea rows={3} value={hashtags} onInput={event => setHashtags(event.currentTarget.value)} /></label>
        <label>{t('campaigns.creators')} <small>{t('campaigns.creators.hint')}</small><textarea rows={3} value={creators} onInput={event => setCreators(event.currentTarget.value)} /></label>
        <label>{t('campaigns.costs')} <small>{t('campaigns.costs.hint')}</small><textarea rows={3} placeholder="Agency; 1200; EUR" value={costs} onInput={event => setCosts(event.currentTarget.value)} /></label>
      </div>
      <Outcome of={sending} />
      <div class="row"><button type="submit" disabled={sending.busy}>{t('save')}</button><button type="button" class="quiet" onClick={() => change({ id: undefined, edit: undefined })}>{t('cancel')}</button></div>
    </form>
  );
}
