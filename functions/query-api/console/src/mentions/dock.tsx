// The list of mentions beside every screen, filtered by what is chosen on it.
import { EMOTIONS, INTENTS, PLATFORMS, SENTIMENTS } from '../api/types';
import { languageName, number, span, when } from '../i18n/format';
import { type Key, label, t } from '../i18n';
import { change } from '../state/address';
import { brandId } from '../state/brands';
import { range } from '../state/range';
import { Answer, Empty, Refusal } from '../ui/state';
import { type FilterName, clear, filterOf, filters, listing, slice } from './filter';
import { Mention, postName } from './mention';
import { useMentions } from './pages';

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
  const { first, posts, next, lookedTo, failure, busy, more } = useMentions(path, brand);
  const nothing = posts.length === 0 && !next;
  return (
    <Answer of={first} again={path} empty={() => nothing && <Empty>{t(filters().length || slice() ? 'mentions.none.filtered' : 'mentions.none')}</Empty>}>
      {() => (
        <>
          <p class="hint" role="status">
            {lookedTo ? t('mentions.looked', { count: posts.length, time: when(lookedTo) })
              : next ? t('mentions.newest', { count: posts.length }) : t('mentions.all', { count: posts.length })}
          </p>
          <ol class="plain">{posts.map(post => <li key={postName(post)}><Mention post={post} brand={brand} /></li>)}</ol>
          {failure && <Refusal error={failure} />}
          {next && <button type="button" class="quiet" disabled={busy} onClick={more}>{t('more')}</button>}
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
