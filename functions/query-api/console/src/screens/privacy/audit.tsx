// Who has used which special right. The lines are chained: whether one was changed or left out shows.
import { useLoad } from '../../api/load';
import type { Audit as Answered } from '../../api/types';
import { when } from '../../i18n/format';
import { label, t } from '../../i18n';
import { save } from '../../ui/csv';
import { Rows } from '../../ui/figure';
import { Answer, Empty } from '../../ui/state';

const PATH = '/v1/privacy/audit';

export function Audit() {
  const audit = useLoad<Answered>(PATH);
  return (
    <Answer of={audit} again={PATH} empty={data => data.lines.length === 0 && <Empty>{t('audit.none')}</Empty>}>
      {data => (
        <section class="card">
          <h2>{data.intact ? t('audit.intact', { count: data.lines.length }) : t('audit.broken', { fault: data.fault ?? '' })}</h2>
          <p class="hint">{t('audit.hint')}</p>
          <div class="scroll tall" tabIndex={0} role="region" aria-label={t('privacy.audit')}>
            <Rows table={{
              columns: [t('table.time'), t('audit.who'), t('audit.what'), t('audit.about'), t('audit.why'), t('audit.granted')],
              rows: [...data.lines].reverse().map(each => ({ cells: [when(each.at), each.caller, label('audit', each.action), each.subject.slice(0, 12), each.purpose, t(each.granted ? 'yes' : 'no')] })),
            }} />
          </div>
          <button type="button" class="quiet" onClick={() => save('audit.json', JSON.stringify(data), 'application/json')}>{t('audit.save')}</button>
        </section>
      )}
    </Answer>
  );
}
