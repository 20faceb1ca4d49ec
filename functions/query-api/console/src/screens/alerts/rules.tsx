// Rules in plain words, and what a rule would have told over the chosen range before it is kept.
import { useState } from 'preact/hooks';
import { pathOf } from '../../api/client';
import { useLoad } from '../../api/load';
import type { Alert, AlertRule, NewAlertRule } from '../../api/types';
import { span } from '../../i18n/format';
import { label, t } from '../../i18n';
import { brandId, brandName, brands } from '../../state/brands';
import { range } from '../../state/range';
import { may } from '../../state/session';
import { Outcome, useSend } from '../../ui/send';
import { Answer, Empty } from '../../ui/state';
import { Strip } from './strip';

export const KINDS = ['mentions', 'complaint_share', 'negative_share', 'product', 'hashtag', 'language', 'platform', 'topic'] as const;

export function Rules() {
  const rules = useLoad<{ rules: AlertRule[] }>('/v1/alerts/rules');
  const [edited, setEdited] = useState<AlertRule | 'new' | null>(null);
  const removing = useSend();
  return (
    <>
      <Answer of={rules} again="/v1/alerts/rules" empty={data => data.rules.length === 0 && <Empty>{t('rules.none')}</Empty>}>
        {data => (
          <ul class="plain">{data.rules.map(rule => (
            <li key={rule.id} class="card">
              <div class="card-head"><h2>{rule.threshold}</h2><span class="hint">{rule.brand ? brands.value.find(each => each.id === rule.brand)?.name ?? rule.brand : t('rules.everybrand')}</span></div>
              <p>{rule.kinds.map(each => label('kind', each)).join(', ')} → {rule.recipients.join(', ')}</p>
              {may('write') && <p class="row">
                <button type="button" class="quiet small" onClick={() => setEdited(rule)}>{t('edit')}<span class="unseen"> {rule.id}</span></button>
                <button type="button" class="danger small" onClick={() => { if (confirm(t('rules.remove.sure', { id: rule.id }))) void removing.send(pathOf`/v1/alerts/rules/${rule.id}`, { method: 'DELETE' }, '/v1/alerts/rules'); }}>{t('remove')}<span class="unseen"> {rule.id}</span></button>
              </p>}
            </li>
          ))}</ul>
        )}
      </Answer>
      <Outcome of={removing} saved={t('removed')} />
      {may('write') && !edited && <p><button type="button" onClick={() => setEdited('new')}>{t('rules.add')}</button></p>}
      {edited && <RuleForm key={edited === 'new' ? 'new' : edited.id} rule={edited === 'new' ? null : edited} done={() => setEdited(null)} />}
    </>
  );
}

function RuleForm({ rule, done }: { rule: AlertRule | null; done: () => void }) {
  const [id, setId] = useState(rule?.id ?? '');
  const [threshold, setThreshold] = useState(rule?.threshold ?? 'twice the usual and at least 20 posts');
  const [ofBrand, setOfBrand] = useState(rule ? rule.brand ?? '' : brandId.value);
  const [kinds, setKinds] = useState<string[]>(rule?.kinds ?? ['mentions']);
  const [recipients, setRecipients] = useState((rule?.recipients ?? ['email']).join('\n'));
  const [tellEnd, setTellEnd] = useState(rule?.tellEnd ?? false);
  const [shown, setShown] = useState<{ from: string; to: string; alerts: Alert[] } | null>(null);
  const saving = useSend();
  const looking = useSend();
  const body = (): NewAlertRule => ({
    ...(ofBrand && { brand: ofBrand }), kinds: kinds as NewAlertRule['kinds'], threshold, tellEnd,
    recipients: recipients.split('\n').map(each => each.trim()).filter(Boolean),
    ...(rule?.quietHours && { quietHours: rule.quietHours }), ...(rule?.again && { again: rule.again }), ...(rule?.team && { team: rule.team }),
  });
  const save = async (event: Event) => {
    event.preventDefault();
    if (await saving.send(pathOf`/v1/alerts/rules/${id}`, { method: 'PUT', body: body() }, '/v1/alerts/rules')) done();
  };
  const look = async () => {
    const answer = await looking.send<{ from: string; to: string; alerts: Alert[] }>('/v1/alerts/preview', { method: 'POST', body: { rule: body(), from: range.value.from.toISOString(), to: range.value.to.toISOString() } });
    if (answer) setShown(answer);
  };
  return (
    <form class="card fields" onSubmit={event => void save(event)}>
      <h2>{rule ? t('rules.edit', { id: rule.id }) : t('rules.add')}</h2>
      <div class="fields two">
        <label>{t('id')}<input required pattern="[a-z0-9][a-z0-9_\-]{0,63}" value={id} readOnly={rule !== null} onInput={event => setId(event.currentTarget.value)} /></label>
        <label>{t('brand')}
          <select value={ofBrand} onChange={event => setOfBrand(event.currentTarget.value)}>
            <option value="">{t('rules.everybrand')}</option>
            {brands.value.map(each => <option key={each.id} value={each.id}>{each.name}</option>)}
          </select>
        </label>
      </div>
      <label>{t('rules.threshold')}<input required value={threshold} onInput={event => setThreshold(event.currentTarget.value)} /></label>
      <fieldset><legend>{t('rules.kinds')}</legend>
        <div class="fields two">{KINDS.map(each => (
          <label class="check" key={each}><input type="checkbox" checked={kinds.includes(each)} onChange={() => setKinds(kinds.includes(each) ? kinds.filter(one => one !== each) : [...kinds, each])} />{label('kind', each)}</label>
        ))}</div>
      </fieldset>
      <label>{t('rules.recipients')}<textarea rows={2} required value={recipients} onInput={event => setRecipients(event.currentTarget.value)} /></label>
      <label class="check"><input type="checkbox" checked={tellEnd} onChange={() => setTellEnd(!tellEnd)} />{t('rules.tellend')}</label>
      {shown && <section role="status">
        <h3>{t('rules.preview', { count: shown.alerts.length, brand: ofBrand ? brandName.value : t('rules.everybrand'), range: span({ from: new Date(shown.from), to: new Date(shown.to) }) })}</h3>
        <Strip from={Date.parse(shown.from)} to={Date.parse(shown.to)} alerts={shown.alerts} />
      </section>}
      {looking.failure && <Outcome of={looking} />}
      <Outcome of={saving} />
      <div class="row">
        <button type="button" class="quiet" disabled={looking.busy} onClick={() => void look()}>{t('rules.look')}</button>
        <button type="submit" disabled={saving.busy}>{t('save')}</button>
        <button type="button" class="quiet" onClick={done}>{t('cancel')}</button>
      </div>
    </form>
  );
}
