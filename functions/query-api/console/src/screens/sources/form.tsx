// A source: what is read, for which brands, how often, and with which budget.
import { useState } from 'preact/hooks';
import { pathOf } from '../../api/client';
import type { NewSource, Source } from '../../api/types';
import { label, t } from '../../i18n';
import { brandId, brands } from '../../state/brands';
import { idOf } from '../../state/id';
import { Outcome, useSend } from '../../ui/send';

const KINDS = ['bluesky-search', 'bluesky-authors', 'bluesky-jetstream', 'mastodon-tags', 'mastodon-public', 'feed', 'reddit-search',
  'reddit-subreddits', 'youtube-comments', 'x-search', 'x-compliance', 'facebook-comments', 'instagram-comments', 'instagram-mentions',
  'app-store-reviews'] as const;
const QUERIED = ['bluesky-search', 'mastodon-tags', 'reddit-search', 'x-search'];
const UNTARGETED = ['bluesky-search', 'bluesky-jetstream', 'reddit-search', 'x-search', 'x-compliance'];
const lines = (text: string) => text.split('\n').map(each => each.trim()).filter(Boolean);

export function SourceForm({ source, close }: { source: Source | null; close: () => void }) {
  const [id, setId] = useState(source?.id ?? '');
  const [kind, setKind] = useState<Source['kind']>(source?.kind ?? 'bluesky-search');
  const [of, setOf] = useState<string[]>(source?.brands ?? [brandId.value].filter(Boolean));
  const [targets, setTargets] = useState((source?.targets ?? []).join('\n'));
  const [queries, setQueries] = useState(source && !source.queriesMade ? source.queries.join('\n') : '');
  const [minutes, setMinutes] = useState(String(source?.intervalMinutes ?? 10));
  const [requests, setRequests] = useState(source ? String(source.dailyRequests) : '');
  const [posts, setPosts] = useState(source ? String(source.dailyPosts) : '');
  const [mentions, setMentions] = useState(source?.onlyMentions ?? false);
  const [paused, setPaused] = useState(source?.paused ?? false);
  const sending = useSend();
  const send = async (event: Event) => {
    event.preventDefault();
    const body: NewSource = {
      kind, brands: of, intervalMinutes: Number(minutes), onlyMentions: mentions, paused,
      ...(!UNTARGETED.includes(kind) && { targets: lines(targets) }),
      ...(QUERIED.includes(kind) && lines(queries).length > 0 && { queries: lines(queries) }),
      ...(requests && { dailyRequests: Number(requests) }), ...(posts && { dailyPosts: Number(posts) }),
      ...(source && { credential: source.credential, backfillHours: source.backfillHours }),
    };
    if (await sending.send(pathOf`/v1/sources/${source?.id ?? idOf(id || kind)}`, { method: 'PUT', body }, '/v1/sources')) close();
  };
  const mark = (brand: string) => setOf(of.includes(brand) ? of.filter(each => each !== brand) : [...of, brand]);
  return (
    <form class="card fields" onSubmit={event => void send(event)}>
      <h2>{source ? t('sources.edit', { name: source.id }) : t('sources.add')}</h2>
      <div class="fields two">
        <label>{t('sources.kind')}
          <select value={kind} disabled={source !== null} onChange={event => setKind(event.currentTarget.value as Source['kind'])}>{KINDS.map(each => <option key={each} value={each}>{label('source', each)}</option>)}</select>
        </label>
        {!source && <label>{t('sources.id')}<input maxLength={64} value={id} placeholder={kind} onInput={event => setId(event.currentTarget.value)} /></label>}
        <label>{t('sources.interval')}<input type="number" min={1} max={1440} required value={minutes} onInput={event => setMinutes(event.currentTarget.value)} /></label>
        <label>{t('sources.requests')}<input type="number" min={1} value={requests} placeholder={t('sources.standard')} onInput={event => setRequests(event.currentTarget.value)} /></label>
        <label>{t('sources.mostposts')}<input type="number" min={1} value={posts} placeholder={t('sources.standard')} onInput={event => setPosts(event.currentTarget.value)} /></label>
      </div>
      <fieldset><legend>{t('brand')}</legend><div class="row">{brands.value.map(each => <label class="check" key={each.id}><input type="checkbox" checked={of.includes(each.id)} onChange={() => mark(each.id)} />{each.name}</label>)}</div></fieldset>
      {!UNTARGETED.includes(kind) && <label>{t('sources.targets')} <small>{label('targets', kind)}, {t('brand.oneline')}</small><textarea rows={2} required value={targets} onInput={event => setTargets(event.currentTarget.value)} /></label>}
      {QUERIED.includes(kind) && <label>{t('sources.queries')} <small>{t('sources.queries.hint')}</small><textarea rows={2} value={queries} onInput={event => setQueries(event.currentTarget.value)} /></label>}
      <label class="check"><input type="checkbox" checked={mentions} onChange={event => setMentions(event.currentTarget.checked)} />{t('sources.mentions')}</label>
      <label class="check"><input type="checkbox" checked={paused} onChange={event => setPaused(event.currentTarget.checked)} />{t('sources.paused')}</label>
      <p class="hint">{t('sources.terms')}</p>
      <Outcome of={sending} />
      <div class="row"><button type="submit" disabled={sending.busy || of.length === 0}>{t('save')}</button><button type="button" class="quiet" onClick={close}>{t('cancel')}</button></div>
    </form>
  );
}
