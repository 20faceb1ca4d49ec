// One file on its way: what it looks like, then what became of it. Small files of posts are answered at once; all else is a job.
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../api/client';
import { askAgain } from '../../api/load';
import type { Job, Upload } from '../../api/types';
import { number } from '../../i18n/format';
import { t } from '../../i18n';
import { api } from '../../state/session';
import { Rows } from '../../ui/figure';
import { Refusal } from '../../ui/state';
import { OneJob } from './index';
import { type Kind, kindOf } from './kind';

interface Taken { accepted: number; removed: number; ignored: number; rejected: Array<{ path: string; reason: string }> }

const POLL = 2_000;
const wait = (ms: number) => new Promise(done => setTimeout(done, ms));

export function OneFile({ file, drop }: { file: File; drop: () => void }) {
  const [first, setFirst] = useState('');
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [job, setJob] = useState<Job | null>(null);
  const [uploaded, setUploaded] = useState('');
  const [failure, setFailure] = useState<ApiError | null>(null);
  const kind = kindOf(file.name, file.type, file.size);
  useEffect(() => { if (kind.posts) void file.slice(0, 1_000).text().then(setFirst); }, [file]);

  const send = async () => {
    setBusy(true);
    setFailure(null);
    try {
      if (kind.posts && kind.direct) setTaken(await api.json<Taken>('/v1/posts', { method: 'POST', body: await file.text(), headers: { 'content-type': kind.type } }));
      else await upload(file, kind, setJob, setUploaded);
      askAgain('/v1/parked');
    } catch (error) {
      setFailure(error instanceof ApiError ? error : new ApiError('refused', String(error), 0));
    } finally {
      setBusy(false);
    }
  };

  return (
    <article class="card">
      <div class="card-head"><h2>{file.name}</h2><span class="hint">{t('imports.size', { size: number(file.size / 1024) })}</span></div>
      <p>{t(kind.words)}</p>
      {first && <pre class="scroll first-lines" tabIndex={0} aria-label={t('imports.firstlines')}>{first.split('\n').slice(0, 4).join('\n')}</pre>}
      {taken && (
        <section role="status">
          <h3>{t('imports.taken', { count: taken.accepted, refused: number(taken.rejected.length) })}</h3>
          {taken.rejected.length > 0 && <Rows table={{ columns: [t('imports.where'), t('imports.reason')], rows: taken.rejected.map(each => ({ cells: [each.path || '–', each.reason] })) }} />}
        </section>
      )}
      {uploaded && <p class="notice good" role="status">{t('imports.uploaded')}</p>}
      {job && <OneJob job={job} />}
      {failure && <Refusal error={failure} />}
      <div class="row">
        {!taken && !job && !uploaded && <button type="button" disabled={busy || !kind.allowed} onClick={() => void send()}>{busy ? t('imports.sending') : t('imports.send')}</button>}
        <button type="button" class="quiet" disabled={busy} onClick={drop}>{t('imports.forget')}<span class="unseen"> {file.name}</span></button>
      </div>
    </article>
  );
}

async function upload(file: File, kind: Kind, tell: (job: Job) => void, uploaded: (key: string) => void) {
  const place = await api.json<Upload>('/v1/uploads', { method: 'POST', body: { fileName: file.name, contentType: kind.type, bytes: file.size } });
  const put = await fetch(place.url, { method: place.method, headers: place.headers, body: file }).catch(() => undefined);
  if (!put?.ok) throw new ApiError('offline', '', put?.status ?? 0);
  // Pictures and clips are looked at by themselves, as soon as they arrive.
  if (!kind.posts) return uploaded(place.key);
  let job = await api.json<Job>('/v1/jobs', { method: 'POST', body: { kind: 'batch', key: place.key } });
  tell(job);
  while (job.state === 'queued' || job.state === 'running') {
    await wait(POLL);
    tell(job = await api.json<Job>(`/v1/jobs/${encodeURIComponent(job.id)}`));
  }
}
