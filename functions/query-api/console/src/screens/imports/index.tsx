// Files in: posts of any platform's export, pictures, clips; what was taken, what was refused and why. And files out.
import { useRef, useState } from 'preact/hooks';
import { useLoad } from '../../api/load';
import type { Job, Jobs, Parked, ParkedItem } from '../../api/types';
import { number, percent, when } from '../../i18n/format';
import { label, t } from '../../i18n';
import { Answer, Empty } from '../../ui/state';
import { Rows } from '../../ui/figure';
import { tab, Tabs } from '../../ui/tabs';
import { may } from '../../state/session';
import { Exports } from './exports';
import { OneFile } from './file';

const TABS = ['files', 'jobs', 'refused', 'exports'] as const;

export default function Imports() {
  const shown = tab('files', TABS);
  return (
    <>
      <Tabs all={TABS} shown={shown} name={each => `imports.${each}`} />
      {shown === 'files' && <Files />}
      {shown === 'jobs' && <JobList />}
      {shown === 'refused' && <Refused />}
      {shown === 'exports' && <Exports />}
    </>
  );
}

function Files() {
  const [files, setFiles] = useState<File[]>([]);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const add = (list: FileList | null) => setFiles(before => [...before, ...(list ?? [])]);
  if (!may('write')) return <p class="notice">{t('error.scope')}</p>;
  return (
    <>
      <section class={`card drop${over ? ' over' : ''}`}
        onDragOver={event => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
        onDrop={event => { event.preventDefault(); setOver(false); add(event.dataTransfer?.files ?? null); }}>
        <h2>{t('imports.drop')}</h2>
        <p class="hint">{t('imports.hint')}</p>
        <input ref={input} id="file" class="unseen" type="file" multiple tabIndex={-1} aria-hidden="true" onChange={event => { add(event.currentTarget.files); event.currentTarget.value = ''; }} />
        <button type="button" onClick={() => input.current!.click()}>{t('imports.choose')}</button>
      </section>
      <ul class="plain">{files.map((file, i) => <li key={`${file.name}-${file.size}-${i}`}><OneFile file={file} drop={() => setFiles(files.filter(each => each !== file))} /></li>)}</ul>
    </>
  );
}

function JobList() {
  const jobs = useLoad<Jobs>('/v1/jobs?limit=50');
  return (
    <Answer of={jobs} again="/v1/jobs" empty={data => data.items.length === 0 && <Empty>{t('jobs.none')}</Empty>}>
      {data => <ul class="plain">{data.items.map(each => <li key={each.id} class="card"><OneJob job={each} /></li>)}</ul>}
    </Answer>
  );
}

export function OneJob({ job }: { job: Job }) {
  const refused = job.report?.refused ?? [];
  return (
    <>
      <div class="card-head"><h2>{job.key?.split('/').at(-1) ?? job.prefix ?? job.brand ?? job.id}</h2><span class={`tag ${job.state === 'failed' ? 'warn' : ''}`}>{label('job', job.state)}</span></div>
      <progress max={1} value={job.progress.fraction} aria-label={t('jobs.progress', { name: job.key ?? job.id })} />
      <p class="hint">{[percent(job.progress.fraction), job.progress.records && t('jobs.records', { count: job.progress.records }), job.progress.refused && t('jobs.refused', { count: job.progress.refused }), when(job.updatedAt)].filter(Boolean).join(' · ')}</p>
      {job.reason && <p>{job.reason}</p>}
      {job.report?.description && <p>{t('jobs.takenfor', { kind: job.report.description.kind, encoding: job.report.description.encoding })}</p>}
      {refused.length > 0 && <Rows table={{ columns: [t('imports.reason'), t('table.posts'), t('imports.example')], rows: refused.map(each => ({ cells: [each.kind, each.count, each.example] })) }} />}
    </>
  );
}

function Refused() {
  const parked = useLoad<Parked>('/v1/parked?limit=50');
  return (
    <Answer of={parked} again="/v1/parked" empty={data => data.items.length === 0 && <Empty>{t('refused.none')}</Empty>}>
      {data => (
        <>
          <h2>{data.next ? t('refused.heading.more', { count: number(data.items.length) }) : t('refused.heading', { count: data.items.length })}</h2>
          <ul class="plain">{data.items.map(each => <li key={each.id} class="card"><OneRefused item={each} /></li>)}</ul>
        </>
      )}
    </Answer>
  );
}

function OneRefused({ item }: { item: ParkedItem }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p dir="auto">{item.path && <code>{item.path}</code>} {item.reason}</p>
      <p class="hint">{item.source} · {when(item.parkedAt)}</p>
      <details onToggle={event => setOpen(event.currentTarget.open)}><summary>{t('refused.record')}</summary>{open && <Record id={item.id} />}</details>
    </>
  );
}

function Record({ id }: { id: string }) {
  const path = `/v1/parked/${encodeURIComponent(id)}`;
  const whole = useLoad<ParkedItem>(path);
  return <Answer of={whole} again={path}>{data => <pre tabIndex={0} class="scroll">{(data.payload ?? '').slice(0, 20_000) || t('refused.empty')}</pre>}</Answer>;
}
