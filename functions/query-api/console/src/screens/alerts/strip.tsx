// The history that a rule was tried on: a line for each time that it would have told.
import type { Alert } from '../../api/types';
import { when } from '../../i18n/format';
import { t } from '../../i18n';

export function Strip({ from, to, alerts }: { from: number; to: number; alerts: Alert[] }) {
  const place = (at: string) => ((Date.parse(at) - from) / Math.max(1, to - from)) * 100;
  return (
    <>
      <div class="strip" aria-hidden="true">{alerts.map(each => <span key={each.id} style={{ left: `${place(each.at)}%` }} title={`${when(each.at)}: ${each.title}`} />)}</div>
      {alerts.length === 0 ? <p class="hint">{t('rules.preview.none')}</p>
        : <ol class="plain">{alerts.slice(0, 20).map(each => <li key={each.id}><time dateTime={each.at}>{when(each.at)}</time>: <span dir="auto">{each.title}</span></li>)}</ol>}
    </>
  );
}
