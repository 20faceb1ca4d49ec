// Files out: a brand's posts, written by the worker and fetched when they are there; its influencers at once.
import { useEffect, useState } from 'preact/hooks';
import { ApiError, pathOf, withQuery } from '../../api/client';
import { askAgain, useLoad } from '../../api/load';
import type { Export } from '../../api/types';
import { day, number } from '../../i18n/format';
import { label, t } from '../../i18n';
import { change, param } from '../../state/address';
import { brandId, brandName } from '../../state/brands';
import { dayIn, startOfDay, zone } from '../../state/range';
import { api, may } from '../../state/session';
import { save } from '../../ui/csv';
import { Outcome, useSend } from '../../ui/send';
import { Answer, Empty, Refusal } from '../../ui/state';

const FORMATS = ['csv', 'ndjson', 'parquet'] as const;
const MONTH = 30 * 86_400_000;
const LOOK_AGAIN = 2_000;

export function Exports() {
  if (!brandId.value) return <Empty>{t('overview.nobrand')}</Empty>;
  return (
    <>
      {may('write') && <Posts />}
      {param('export') && <Written key={param('export')} id={param('export')} />}
      <Influencers />
    </>
  );
}

function Posts() {
  const [format, setFormat] = useState<string>('csv');
  const [from, setFrom] = useState(dayIn(Date.now() - MONTH, zone.value));
  const [to, setTo] = useState(dayIn(Date.now(), zone.value));
  const sending = useSend();
  const send = async (event: Event) => {
    event.preventDefault();
    const end = Math.min(startOfDay(to, zone.value, 1), Date.now());
    const body = { brand: brandId.value, format, from: new Date(startOfDay(from, zone.value)).toISOString(), to: new Date(end).toISOString() };
    const asked = await sending.send<Export>('/v1/exports', { method: 'POST', body });
    sending.reset();
    if (asked) change({ export: asked.id });
  };
  return (
    <form class="card fields" onSubmit={event => void send(event)}>
      <h2>{t('exports.posts', { brand: brandName.value })}</h2>
      <p class="hint">{t('exports.hint')}</p>
      <div class="fields two">
        <label>{t('exports.format')}<select value={format} onChange={event => setFormat(event.currentTarget.value)}>{FORMATS.map(each => <option key={each} value={each}>{label('file', each)}</option>)}</select></label>
        <label>{t('range.from')}<input type="date" required value={from} onInput={event => setFrom(event.currentTarget.value)} /></label>
        <label>{t('range.to')}<input type="date" required value={to} onInput={event => setTo(event.currentTarget.value)} /></label>
      </div>
      <Outcome of={sending} />
      <div class="row"><button type="submit" disabled={sending.busy}>{t('exports.make')}</button></div>
    </form>
  );
}

function Written({ id }: { id: string }) {
  const path = pathOf`/v1/exports/${id}`;
  const written = useLoad<Export>(path);
  const waits = written.data?.state === 'queued' || written.data?.state === 'running';
  useEffect(() => {
    if (!waits || written.loading) return;
    const timer = setTimeout(() => askAgain(path), LOOK_AGAIN);
    return () => clearTimeout(timer);
  }, [waits, written]);
  return (
    <Answer of={written} again={path}>
      {data => (
        <section class="card fields">
          <div class="card-head"><h2>{data.fileName}</h2><span class={`tag ${data.state === 'failed' ? 'warn' : ''}`}>{label('job', data.state)}</span></div>
          <p class="hint">{data.from && data.to && `${day(data.from)} – ${day(data.to)} · `}{t('posts', { count: data.rows })}</p>
          {waits && <progress max={1} value={data.fraction} aria-label={t('jobs.progress', { name: data.fileName })} />}
          {data.reason && <p>{data.reason}</p>}
          {data.url && <p role="status"><a href={data.url} download={data.fileName}>{t('exports.fetch', { name: data.fileName })}</a> <span class="hint">{t('exports.valid')}</span></p>}
          {data.gone && <p class="notice">{t('exports.gone')}</p>}
        </section>
      )}
    </Answer>
  );
}

function Influencers() {
  const [failure, setFailure] = useState<ApiError | null>(null);
  const fetched = async () => {
    setFailure(null);
    try {
      const text = await (await api.raw(withQuery('/v1/influencers/export', { brand: brandId.value }))).text();
      save(`${brandId.value}-influencers.csv`, text);
    } catch (error) {
      setFailure(error instanceof ApiError ? error : new ApiError('refused', String(error), 0));
    }
  };
  return (
    <section class="card fields">
      <h2>{t('exports.influencers', { brand: brandName.value })}</h2>
      <p class="hint">{t('exports.influencers.hint', { most: number(1000) })}</p>
      {failure && <Refusal error={failure} />}
      <div class="row"><button type="button" class="quiet" onClick={() => void fetched()}>{t('table.csv')}</button></div>
    </section>
  );
}
