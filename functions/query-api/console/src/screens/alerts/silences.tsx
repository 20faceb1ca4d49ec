import { useState } from 'preact/hooks';
import { pathOf } from '../../api/client';
import { useLoad } from '../../api/load';
import type { Silence } from '../../api/types';
import { when } from '../../i18n/format';
import { label, t } from '../../i18n';
import { brandId, brands } from '../../state/brands';
import { may } from '../../state/session';
import { Outcome, useSend } from '../../ui/send';
import { Answer, Empty } from '../../ui/state';

export function Silences() {
  const path = '/v1/alerts/silences';
  const silences = useLoad<{ silences: Silence[] }>(path);
  const ending = useSend();
  return (
    <>
      <Answer of={silences} again={path} empty={data => data.silences.length === 0 && <Empty>{t('silences.none')}</Empty>}>
        {data => <ul class="plain">{data.silences.map(each => (
          <li key={each.id} class="card">
            <div class="card-head"><h2>{each.reason}</h2><span class="hint">{each.owner}</span></div>
            <p>{t('silences.until', { from: when(each.from), until: when(each.until) })} · {each.brand ?? t('rules.everybrand')} · {each.kinds.map(kind => label('kind', kind)).join(', ')}</p>
            {may('write') && Date.parse(each.until) > Date.now() && <button type="button" class="quiet small" onClick={() => void ending.send(pathOf`/v1/alerts/silences/${each.id}`, { method: 'DELETE' }, path)}>{t('silences.end')}<span class="unseen"> {each.reason}</span></button>}
          </li>
        ))}</ul>}
      </Answer>
      <Outcome of={ending} />
      {may('write') && <SilenceForm />}
    </>
  );
}

function SilenceForm() {
  const [owner, setOwner] = useState('');
  const [reason, setReason] = useState('');
  const [hours, setHours] = useState('24');
  const [ofBrand, setOfBrand] = useState(brandId.value);
  const sending = useSend();
  const send = async (event: Event) => {
    event.preventDefault();
    const id = `silence-${Date.now().toString(36)}`;
    const until = new Date(Date.now() + Number(hours) * 3_600_000).toISOString();
    if (await sending.send(pathOf`/v1/alerts/silences/${id}`, { method: 'PUT', body: { ...(ofBrand && { brand: ofBrand }), owner, reason, until } }, '/v1/alerts/silences')) setReason('');
  };
  return (
    <form class="card fields" onSubmit={event => void send(event)}>
      <h2>{t('silences.add')}</h2>
      <div class="fields two">
        <label>{t('silences.owner')}<input required maxLength={100} value={owner} onInput={event => setOwner(event.currentTarget.value)} /></label>
        <label>{t('silences.reason')}<input required maxLength={300} value={reason} onInput={event => setReason(event.currentTarget.value)} /></label>
        <label>{t('silences.hours')}<input type="number" min={1} max={720} required value={hours} onInput={event => setHours(event.currentTarget.value)} /></label>
        <label>{t('brand')}
          <select value={ofBrand} onChange={event => setOfBrand(event.currentTarget.value)}>
            <option value="">{t('rules.everybrand')}</option>
            {brands.value.map(each => <option key={each.id} value={each.id}>{each.name}</option>)}
          </select>
        </label>
      </div>
      <Outcome of={sending} />
      <div class="row"><button type="submit" disabled={sending.busy}>{t('silences.add')}</button></div>
    </form>
  );
}
