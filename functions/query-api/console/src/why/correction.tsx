// "This was wrong": what a person says a post's verdict should have been. It is kept for evaluation and changes no result.
import { useState } from 'preact/hooks';
import { ApiError } from '../api/client';
import { askAgain, useLoad } from '../api/load';
import type { Post, SentimentLabel } from '../api/types';
import { label, t } from '../i18n';
import { when } from '../i18n/format';
import { api } from '../state/session';
import { brands } from '../state/brands';
import { Refusal } from '../ui/state';
import { postPath } from '../mentions/mention';

const LABELS: readonly SentimentLabel[] = ['negative', 'neutral', 'positive', 'mixed'];

interface Said { id: string; platform: string; said: { sentiment?: string; brands: Record<string, string> }; at: string }

export function Correction({ post }: { post: Post }) {
  const listed = '/v1/feedback?limit=100';
  const feedback = useLoad<{ items: Said[] }>(listed);
  const given = feedback.data?.items.find(each => each.id === post.id && each.platform === post.platform);
  const [sentiment, setSentiment] = useState('');
  const [ofBrands, setOfBrands] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [saved, setSaved] = useState(false);
  const chosen = Object.entries(ofBrands).filter(([, value]) => value);

  const send = async (event: Event) => {
    event.preventDefault();
    setFailure(null);
    try {
      await api.json(`${postPath(post)}/feedback`, {
        method: 'PUT',
        body: { ...(sentiment && { sentiment }), ...(chosen.length > 0 && { brands: Object.fromEntries(chosen) }) },
      });
      setSaved(true);
      askAgain('/v1/feedback');
    } catch (error) {
      if (error instanceof ApiError) setFailure(error);
    }
  };

  return (
    <form class="correction" onSubmit={event => void send(event)}>
      <h3>{t('correct.title')}</h3>
      <p class="hint">{t('correct.hint')}</p>
      {given && <p role="status">{t('correct.given', {
        label: [given.said.sentiment, ...Object.values(given.said.brands)].filter(Boolean).map(each => label('sentiment', each!)).join(', '),
        when: when(given.at),
      })}</p>}
      <div class="fields two">
        <Choice name={t('correct.post')} value={sentiment} set={setSentiment} />
        {post.brands.length > 1 && post.brands.map(id => (
          <Choice key={id} name={t('correct.brand', { brand: brands.value.find(each => each.id === id)?.name ?? id })}
            value={ofBrands[id] ?? ''} set={value => setOfBrands({ ...ofBrands, [id]: value })} />
        ))}
      </div>
      {failure && <Refusal error={failure} />}
      {saved && <p role="status" class="notice good">{t('correct.saved')}</p>}
      <button type="submit" disabled={!sentiment && chosen.length === 0}>{t('correct.send')}</button>
    </form>
  );
}

const Choice = ({ name, value, set }: { name: string; value: string; set: (value: string) => void }) => (
  <label>{name}
    <select value={value} onChange={event => set(event.currentTarget.value)}>
      <option value="">{t('correct.right')}</option>
      {LABELS.map(each => <option key={each} value={each}>{label('sentiment', each)}</option>)}
    </select>
  </label>
);
