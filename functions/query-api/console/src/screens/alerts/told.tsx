import { useState } from 'preact/hooks';
import { pathOf, withQuery } from '../../api/client';
import { useLoad } from '../../api/load';
import type { Alert, AlertPage, Deliveries } from '../../api/types';
import { when } from '../../i18n/format';
import { label, t } from '../../i18n';
import { linkTo } from '../../state/address';
import { brandId } from '../../state/brands';
import { may } from '../../state/session';
import { Rows } from '../../ui/figure';
import { Outcome, useSend } from '../../ui/send';
import { Answer, Empty } from '../../ui/state';

export function Told() {
  const path = withQuery('/v1/alerts', { brand: brandId.value, limit: 50 });
  const page = useLoad<AlertPage>(path);
  return (
    <Answer of={page} again="/v1/alerts" empty={data => data.items.length === 0 && <Empty>{t('alerts.none')} <a href={linkTo('alerts', { tab: 'rules' })}>{t('alerts.rules')}</a></Empty>}>
      {data => <ol class="plain">{data.items.map(each => <li key={each.id}><One alert={each} /></li>)}</ol>}
    </Answer>
  );
}

function One({ alert }: { alert: Alert }) {
  const [open, setOpen] = useState(false);
  return (
    <article class="card">
      <div class="card-head"><h2 dir="auto">{alert.title}</h2><time class="hint" dateTime={alert.at}>{when(alert.at)}</time></div>
      <p dir="auto">{alert.summary}</p>
      {alert.silence && <p class="tag">{t('alerts.silenced', { owner: alert.silence.owner, reason: alert.silence.reason })}</p>}
      <details class="as-table" onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>{t('alerts.deliveries')}</summary>
        {open && <Delivered alert={alert} />}
      </details>
    </article>
  );
}

function Delivered({ alert }: { alert: Alert }) {
  const path = pathOf`/v1/alerts/${alert.id}/deliveries`;
  const deliveries = useLoad<Deliveries>(path);
  const sending = useSend();
  return (
    <Answer of={deliveries} again={path} empty={data => data.deliveries.length === 0 && <p class="hint">{t('alerts.nobody')}</p>}>
      {data => (
        <>
          <Rows table={{
            columns: [t('alerts.recipient'), t('alerts.state'), t('alerts.attempts'), t('alerts.last')],
            rows: data.deliveries.map(each => ({ cells: [each.recipient, label('delivery', each.state), each.attempts, each.log.at(-1)?.outcome ?? ''] })),
          }} />
          {may('write') && data.deliveries.some(each => each.state === 'failed') && (
            <button type="button" class="quiet" disabled={sending.busy} onClick={() => void sending.send(`/v1/alerts/${encodeURIComponent(alert.id)}/replay`, { method: 'POST', body: {} }, path)}>{t('alerts.replay')}</button>
          )}
          <Outcome of={sending} />
        </>
      )}
    </Answer>
  );
}
