// Teams, and which cases go to each: those that fit all that is ticked; the first that fits gets the case.
import { type Brand, type CaseSettings } from '../../api/types';
import { label, t } from '../../i18n';
import { idOf } from '../../state/id';

export type Team = NonNullable<CaseSettings['teams']>[number];
const KINDS = ['complaint', 'question', 'churn_risk', 'safety_or_legal', 'reputation'] as const;
type Lists = 'brands' | 'platforms' | 'kinds';

export function Teams({ all, set, brands, platforms }: { all: Team[]; set: (all: Team[]) => void; brands: Brand[]; platforms: readonly string[] }) {
  const change = (i: number, team: Team) => set(all.map((each, j) => (j === i ? team : each)));
  return (
    <>
      {all.map((team, i) => (
        <fieldset key={i} class="fields"><legend>{team.name ?? team.id}</legend>
          <label>{t('brand.name')}<input required maxLength={64} value={team.name ?? team.id} onInput={event => change(i, { ...team, name: event.currentTarget.value, id: idOf(event.currentTarget.value) || `team-${i + 1}` })} /></label>
          <Choice name={t('brand')} team={team} of="brands" values={brands.map(each => [each.id, each.name])} set={each => change(i, each)} />
          <Choice name={t('cases.kind')} team={team} of="kinds" values={KINDS.map(each => [each, label('casekind', each)])} set={each => change(i, each)} />
          <Choice name={t('influencers.platform')} team={team} of="platforms" values={platforms.map(each => [each, label('platform', each)])} set={each => change(i, each)} />
          <label>{t('filter.language')} <small>{t('work.languages.hint')}</small><input value={(team.languages ?? []).join(', ')} placeholder="de, fr" onChange={event => change(i, { ...team, languages: event.currentTarget.value.split(/[,\s]+/).filter(Boolean) })} /></label>
          <div class="row"><button type="button" class="danger small" onClick={() => set(all.filter(each => each !== team))}>{t('remove')}<span class="unseen"> {team.name ?? team.id}</span></button></div>
        </fieldset>
      ))}
      <div class="row"><button type="button" class="quiet" onClick={() => set([...all, { id: `team-${all.length + 1}`, name: `${t('work.team')} ${all.length + 1}` }])}>{t('work.team.add')}</button></div>
    </>
  );
}

function Choice({ name, team, of, values, set }: { name: string; team: Team; of: Lists; values: Array<[string, string]>; set: (team: Team) => void }) {
  const chosen: readonly string[] = team[of] ?? [];
  const mark = (id: string) => set({ ...team, [of]: chosen.includes(id) ? chosen.filter(each => each !== id) : [...chosen, id] });
  return (
    <div role="group" aria-label={`${name}, ${team.name ?? team.id}`} class="row">
      <b class="hint">{name}{chosen.length === 0 && ` (${t('filter.any')})`}</b>
      {values.map(([id, shown]) => <label class="check" key={id}><input type="checkbox" checked={chosen.includes(id)} onChange={() => mark(id)} />{shown}</label>)}
    </div>
  );
}
