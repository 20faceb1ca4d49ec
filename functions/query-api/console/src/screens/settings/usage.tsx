// What the workspace uses in a month, what that costs, and how much it may use.
import { useState } from 'preact/hooks';
import { withQuery } from '../../api/client';
import { useLoad } from '../../api/load';
import type { Usage, UsageLimits } from '../../api/types';
import { day, dollars, percent } from '../../i18n/format';
import { label, t } from '../../i18n';
import { change, param } from '../../state/address';
import { may } from '../../state/session';
import { Bars } from '../../ui/bars';
import { Figure } from '../../ui/figure';
import { Outcome, useSend } from '../../ui/send';
import { Answer } from '../../ui/state';

type Kind = Usage['kinds'][number];

export function OfMonth() {
  const month = param('month');
  const path = withQuery('/v1/usage', { month });
  const usage = useLoad<Usage>(path);
  return (
    <Answer of={usage} again="/v1/usage">
      {data => (
        <>
          <Used usage={data} />
          {may('admin') && !month && <Limits key={JSON.stringify(data.kinds.map(each => each.limit))} usage={data} />}
        </>
      )}
    </Answer>
  );
}

function Used({ usage }: { usage: Usage }) {
  const limited = usage.kinds.filter(each => each.limit !== undefined);
  const nearest = [...limited].sort((a, b) => part(b) - part(a))[0];
  const last = new Date(Date.parse(usage.to) - 1);
  return (
    <Figure name={t('settings.usage')}
      heading={nearest ? t('usage.nearest', { share: percent(part(nearest)), kind: label('usage', nearest.kind) }) : t('usage.cost', { dollars: dollars(usage.dollars) })}
      note={<>{day(usage.from)} – {day(last)} (UTC). {nearest && `${t('usage.cost', { dollars: dollars(usage.dollars) })} `}{t('usage.estimate')}</>}
      controls={<label>{t('usage.month')}<input type="month" value={usage.month} onChange={event => change({ month: event.currentTarget.value || undefined })} /></label>}
      table={{
        columns: [t('table.what'), t('usage.used'), t('usage.limit'), t('usage.left'), t('usage.dollars')],
        rows: usage.kinds.map(each => ({ cells: [label('usage', each.kind), each.used, each.limit ?? '–', each.left ?? '–', dollars(each.dollars)] })),
      }}>
      {limited.length > 0 && <Bars bars={limited.map(each => ({ name: label('usage', each.kind), share: { count: each.used, share: part(each) }, colour: part(each) >= 1 ? 'negative' : '' }))} />}
      {limited.length === 0 && <p>{t('usage.unlimited')}</p>}
    </Figure>
  );
}

/** How much of its limit is used; one that allows nothing is used up. */
const part = (each: Kind) => (each.limit ? Math.min(1, each.used / each.limit) : 1);

function Limits({ usage }: { usage: Usage }) {
  const [typed, setTyped] = useState(Object.fromEntries(usage.kinds.map(each => [each.kind, each.limit === undefined ? '' : String(each.limit)])));
  const sending = useSend();
  const send = (event: Event) => {
    event.preventDefault();
    // All limits are replaced at once, so those of a day go along as they were.
    const daily = Object.fromEntries(usage.kinds.filter(each => each.today?.limit !== undefined).map(each => [each.kind, each.today?.limit]));
    const month = Object.entries(typed).filter(([, value]) => value !== '').map(([kind, value]) => [kind, Number(value)]);
    const body: UsageLimits = { ...Object.fromEntries(month), ...(Object.keys(daily).length > 0 && { daily }) };
    void sending.send('/v1/usage/limits', { method: 'PUT', body }, '/v1/usage');
  };
  return (
    <form class="card fields" onSubmit={send}>
      <h2>{t('usage.limits')}</h2>
      <p class="hint">{t('usage.limits.hint')}</p>
      <div class="fields two">
        {usage.kinds.map(({ kind }) => (
          <label key={kind}>{label('usage', kind)}
            <input type="number" min={0} step={1} value={typed[kind]} placeholder={t('usage.nolimit')} onInput={event => setTyped({ ...typed, [kind]: event.currentTarget.value })} />
          </label>
        ))}
      </div>
      <Outcome of={sending} />
      <div class="row"><button type="submit" disabled={sending.busy}>{t('save')}</button></div>
    </form>
  );
}
