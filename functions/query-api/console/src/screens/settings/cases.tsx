// How a workspace works on its cases: service hours, times to answer, teams and what goes to which, who is told.
import { useState } from 'preact/hooks';
import { useLoad } from '../../api/load';
import { type CaseSettings, PLATFORMS } from '../../api/types';
import { label, t } from '../../i18n';
import { brands } from '../../state/brands';
import { browserZone } from '../../state/range';
import { may } from '../../state/session';
import { Outcome, useSend } from '../../ui/send';
import { Answer } from '../../ui/state';
import { DAYS, PRIORITIES, duration, hours, lines, shifts } from './hours';
import { type Team, Teams } from './teams';

const PATH = '/v1/settings/cases';

export function CaseWork() {
  const settings = useLoad<CaseSettings>(PATH);
  return <Answer of={settings} again={PATH}>{data => may('write') ? <Form settings={data} /> : <Read settings={data} />}</Answer>;
}

function Form({ settings }: { settings: CaseSettings }) {
  const [zone, setZone] = useState(settings.zone === 'Z' ? 'UTC' : settings.zone ?? browserZone);
  const [week, setWeek] = useState(() => Object.fromEntries(DAYS.map(day => [day, (settings.week?.[day] ?? []).join(', ')])));
  const [dates, setDates] = useState(Object.entries(settings.dates ?? {}).map(([day, all]) => `${day}: ${all.join(', ')}`).join('\n'));
  const [first, setFirst] = useState(() => hours(settings.firstResponse));
  const [solved, setSolved] = useState(() => hours(settings.resolution));
  const [teams, setTeams] = useState<Team[]>(settings.teams ?? []);
  const [recipients, setRecipients] = useState((settings.recipients ?? []).join('\n'));
  const sending = useSend();
  const send = async (event: Event) => {
    event.preventDefault();
    const body: CaseSettings = {
      zone,
      week: Object.fromEntries(Object.entries(week).map(([day, text]) => [day, shifts(text)]).filter(([, all]) => all!.length > 0)),
      dates: Object.fromEntries(lines(dates).map(line => [line.slice(0, 10), shifts(line.slice(10).replace(/^\s*:/, ''))])),
      firstResponse: duration(first), resolution: duration(solved), teams, recipients: lines(recipients),
    };
    await sending.send(PATH, { method: 'PUT', body }, PATH);
  };
  return (
    <form class="card fields" onSubmit={event => void send(event)}>
      <h2>{t('work.hours')}</h2>
      <p class="hint">{t('work.hours.hint')}</p>
      <div class="fields two">
        <label>{t('zone')}<input required list="zones" value={zone} spellcheck={false} onInput={event => setZone(event.currentTarget.value)} /></label>
        <datalist id="zones">{Intl.supportedValuesOf('timeZone').map(each => <option key={each} value={each} />)}</datalist>
        {DAYS.map(day => <label key={day}>{t(`day.${day}`)}<input placeholder="09:00-17:00" value={week[day]} onInput={event => setWeek({ ...week, [day]: event.currentTarget.value })} /></label>)}
      </div>
      <label>{t('work.dates')} <small>{t('work.dates.hint')}</small><textarea rows={2} placeholder="2026-12-24: 09:00-12:00" value={dates} onInput={event => setDates(event.currentTarget.value)} /></label>
      <h2>{t('work.targets')}</h2>
      <p class="hint">{t('work.targets.hint')}</p>
      <table class="inputs">
        <thead><tr><th scope="col">{t('cases.priority')}</th><th scope="col">{t('work.first')}</th><th scope="col">{t('work.solved')}</th></tr></thead>
        <tbody>{PRIORITIES.map(each => <tr key={each}><th scope="row">{label('priority', each)}</th>
          {([[first, setFirst, 'work.first'], [solved, setSolved, 'work.solved']] as const).map(([of, set, name]) => (
            <td key={name}><input type="number" min={0} step="any" aria-label={`${label('priority', each)}, ${t(name)}`} value={of[each] ?? ''} onInput={event => set({ ...of, [each]: event.currentTarget.value })} /></td>))}
        </tr>)}</tbody>
      </table>
      <h2>{t('work.teams')}</h2>
      <p class="hint">{t('work.teams.hint')}</p>
      <Teams all={teams} set={setTeams} brands={brands.value} platforms={PLATFORMS} />
      <label>{t('work.told')} <small>{t('work.told.hint')}</small><textarea rows={2} placeholder="webhook:ops" value={recipients} onInput={event => setRecipients(event.currentTarget.value)} /></label>
      <Outcome of={sending} />
      <div class="row"><button type="submit" disabled={sending.busy}>{t('save')}</button></div>
    </form>
  );
}

function Read({ settings }: { settings: CaseSettings }) {
  return (
    <section class="card">
      <h2>{t('work.hours')}</h2>
      <p class="hint">{settings.zone}</p>
      <dl class="facts">{DAYS.map(day => <div key={day}><dt>{t(`day.${day}`)}</dt><dd>{(settings.week?.[day] ?? []).join(', ') || '–'}</dd></div>)}</dl>
      <h2>{t('work.teams')}</h2>
      <p>{(settings.teams ?? []).map(each => each.name ?? each.id).join(', ') || '–'}</p>
    </section>
  );
}
