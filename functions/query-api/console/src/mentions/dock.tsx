// The list of mentions beside every screen, filtered by what is chosen on it.
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/client';
import { load, useLoad } from '../api/load';
import { type BrandPosts, EMOTIONS, INTENTS, PLATFORMS, type Post, SENTIMENTS } from '../api/types';
import { languageName, number, span } from '../i18n/format';
import { type Key, label, t } from '../i18n';
import { change } from '../state/address';
import { brandId } from '../state/brands';
import { range } from '../state/range';
import { Answer, Empty, Refusal } from '../ui/state';
import { type FilterName, clear, filterOf, filters, listing, slice } from './filter';
import { Mention, postName } from './mention';

export function Mentions() {
  const brand = brandId.value;
  if (!brand) return <Empty>{t('mentions.nobrand')}</Empty>;
  const path = listing(brand, range.value);
  return (
    <div class="mentions">
      <Filters />
      <Chips />
      <List key={path} path={path} brand={brand} />
    </div>
  );
}

function List({ path, brand }: { path: string; brand: string }) {
  const first = useLoad<BrandPosts>(path);
  const [more, setMore] = useState<Post[]>([]);
  const [next, setNext] = useState<string | undefined>();
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => { setMore([]); setNext(first.data?.next); }, [first.data]);

  const showMore = async () => {
    if (!next || busy) return;
    setBusy(true);
    setFailure(null);
    try {
      const page = await load<BrandPosts>(listing(brand, range.value, next));
      setMore([...more, ...page.posts]);
      setNext(page.next);
    } catch (error) {
      if (error instanceof ApiError) setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Answer of={first} again={path} empty={data => data.posts.length === 0 && <Empty>{t(filters().length || slice() ? 'mentions.none.filtered' : 'mentions.none')}</Empty>}>
      {data => (
        <>
          <p class="hint" role="status">
            {next ? t('mentions.newest', { count: data.posts.length + more.length }) : t('mentions.all', { count: data.posts.length + more.length })}
          </p>
          <ol class="plain">{[...data.posts, ...more].map(post => <li key={postName(post)}><Mention post={post} brand={brand} /></li>)}</ol>
          {failure && <Refusal error={failure} />}
          {next && <button type="button" class="quiet" disabled={busy} onClick={() => void showMore()}>{t('more')}</button>}
        </>
      )}
    </Answer>
  );
}

const CHOICES: Record<Exclude<FilterName, 'language'>, readonly string[]> = {
  sentiment: SENTIMENTS, intent: INTENTS, emotion: EMOTIONS, irony: ['ironic', 'not_ironic'], review: ['true', 'false'], platform: PLATFORMS, own: ['true', 'false'],
};

const shown = (name: FilterName, value: string) => {
  if (name === 'language') return languageName(value);
  return name === 'review' ? label('review', value) : name === 'own' ? label('own', value) : label(name, value);
};

function Filters() {
  const set = (name: FilterName) => (event: Event) => change({ [`m.${name}`]: (event.target as HTMLSelectElement | HTMLInputElement).value });
  return (
    <details class="filters">
      <summary>{t('filters')}{filters().length > 0 && ` (${number(filters().length)})`}</summary>
      <div class="fields two">
        {Object.entries(CHOICES).map(([name, values]) => (
          <label key={name}>{t(`filter.${name}` as Key)}
            <select value={filterOf(name as FilterName)} onChange={set(name as FilterName)}>
              <option value="">{t('filter.any')}</option>
              {values.map(value => <option key={value} value={value}>{shown(name as FilterName, value)}</option>)}
            </select>
          </label>
        ))}
        <label>{t('filter.language')}
          <input value={filterOf('language')} maxLength={12} placeholder="en, de, pt…" spellcheck={false} onChange={set('language')} />
        </label>
      </div>
    </details>
  );
}

function Chips() {
  const within = slice();
  if (filters().length === 0 && !within) return null;
  return (
    <ul class="chips" aria-label={t('filters.set')}>
      {within && <Chip text={span(within)} off={() => change({ 'm.from': undefined, 'm.to': undefined })} />}
      {filters().map(([name, value]) => (
        <Chip key={name} text={`${t(`filter.${name}` as Key)}: ${shown(name, value)}`} off={() => change({ [`m.${name}`]: undefined })} />
      ))}
      <li><button type="button" class="link" onClick={clear}>{t('filters.clear')}</button></li>
    </ul>
  );
}

const Chip = ({ text, off }: { text: string; off: () => void }) => (
  <li class="chip">{text}<button type="button" aria-label={t('filters.remove', { filter: text })} onClick={off}>×</button></li>
);
