// People's requests, duties of each platform, where personal data lies, signed statements, and who used which special right.
import { useState } from 'preact/hooks';
import { useLoad } from '../../api/load';
import { PLATFORMS, type PrivacyDuties } from '../../api/types';
import { number } from '../../i18n/format';
import { label, t } from '../../i18n';
import { api, may } from '../../state/session';
import { ApiError } from '../../api/client';
import { save } from '../../ui/csv';
import { Rows } from '../../ui/figure';
import { Answer, Refusal } from '../../ui/state';
import { tab, Tabs } from '../../ui/tabs';
import { Audit } from './audit';
import { Requests } from './requests';

const TABS = ['requests', 'duties', 'stores', 'statements', 'audit'] as const;
/** These speak of people, and need the right to resolve. */
const SPECIAL: readonly string[] = ['statements', 'audit'];

export default function Privacy() {
  const allowed = TABS.filter(each => !SPECIAL.includes(each) || may('resolve'));
  const shown = tab('requests', allowed);
  const path = '/v1/privacy/duties';
  const duties = useLoad<PrivacyDuties>(path);
  return (
    <>
      <Tabs all={allowed} shown={shown} name={each => `privacy.${each}`} />
      {shown === 'requests' && <Requests />}
      {shown === 'statements' && <Statements />}
      {shown === 'audit' && <Audit />}
      {(shown === 'duties' || shown === 'stores') && (
        <Answer of={duties} again={path}>{data => shown === 'duties' ? <Duties duties={data} /> : <Stores duties={data} />}</Answer>
      )}
    </>
  );
}

function Duties({ duties }: { duties: PrivacyDuties }) {
  return (
    <section class="card">
      <h2>{t('duties.title')}</h2>
      <p class="hint">{t('duties.dpia')}</p>
      <div class="scroll tall" tabIndex={0} role="group" aria-label={t('privacy.duties')}>
        <Rows table={{
          columns: [t('influencers.platform'), t('duties.deletion'), t('duties.freshness'), t('duties.signals'), t('duties.never'), t('duties.source')],
          rows: duties.duties.map(each => ({ cells: [label('platform', each.platform), t('duties.hours', { count: each.deletionHours }),
            each.freshnessDays === undefined ? '–' : t('duties.days', { count: each.freshnessDays }), each.signals.join(', '), each.neverKept.join(', '), each.source] })),
        }} />
      </div>
    </section>
  );
}

function Stores({ duties }: { duties: PrivacyDuties }) {
  const personal = duties.stores.filter(each => each.holds !== 'nothing');
  return (
    <section class="card">
      <h2>{t('stores.title', { count: personal.length, all: number(duties.stores.length) })}</h2>
      <Rows table={{ columns: [t('stores.prefix'), t('stores.holds'), t('stores.goes')], rows: personal.map(each => ({ cells: [each.prefix, each.holds, each.erasure] })) }} />
    </section>
  );
}

function Statements() {
  const [platform, setPlatform] = useState('x');
  const [account, setAccount] = useState('');
  const [purpose, setPurpose] = useState('');
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<ApiError | null>(null);
  const ask = async (event: Event) => {
    event.preventDefault();
    setFailure(null);
    try {
      setText(await (await api.raw('/v1/privacy/statements', { method: 'POST', body: { platform, account, purpose } })).text());
    } catch (error) {
      setFailure(error instanceof ApiError ? error : new ApiError('refused', String(error), 0));
    }
  };
  return (
    <form class="card fields" onSubmit={event => void ask(event)}>
      <h2>{t('statement.title')}</h2>
      <p class="hint">{t('statement.hint')}</p>
      <div class="fields two">
        <label>{t('influencers.platform')}<select value={platform} onChange={event => setPlatform(event.currentTarget.value)}>{PLATFORMS.map(each => <option key={each} value={each}>{label('platform', each)}</option>)}</select></label>
        <label>{t('statement.account')}<input required maxLength={200} value={account} onInput={event => setAccount(event.currentTarget.value)} /></label>
      </div>
      <label>{t('statement.purpose')}<input required maxLength={300} value={purpose} onInput={event => setPurpose(event.currentTarget.value)} /></label>
      {failure && <Refusal error={failure} />}
      <div class="row"><button type="submit">{t('statement.make')}</button>
        {text && <button type="button" class="quiet" onClick={() => save('statement.txt', text, 'text/plain;charset=utf-8')}>{t('statement.save')}</button>}</div>
      {text && <pre class="scroll" tabIndex={0} role="status">{text}</pre>}
    </form>
  );
}
