// One mention: its words, what was read in them, how it was received.
import { pathOf } from '../api/client';
import { useLoad } from '../api/load';
import type { Post } from '../api/types';
import { languageName, percent, short, when } from '../i18n/format';
import { label, t } from '../i18n';
import { change } from '../state/address';
import { Words, marksOf } from './text';

export const postPath = (post: Pick<Post, 'platform' | 'id'>) => pathOf`/v1/posts/${post.platform}/${post.id}`;
export const postName = (post: Pick<Post, 'platform' | 'id'>) => `${post.platform}/${post.id}`;

export function Mention({ post, brand }: { post: Post; brand?: string }) {
  const whole = useLoad<Post>(postPath(post));
  const text = whole.data?.text;
  return (
    <article class="mention">
      <header>
        <span class={`platform ${post.platform}`}>{label('platform', post.platform)}</span>
        <time dateTime={post.createdAt}>{when(post.createdAt)}</time>
        {post.own?.length ? <span class="tag">{t('mention.own')}</span> : null}
        {post.repostOf && <span class="tag">{t('mention.repost')}</span>}
      </header>
      {text !== undefined ? <Words text={text} marks={marksOf(post)} />
        : <p class="hint">{whole.loading ? t('loading') : whole.error ? t('mention.unavailable') : t('mention.expired')}</p>}
      <Verdict post={post} brand={brand} />
      <footer>
        <span class="hint">{[languageName(post.language), reception(post)].filter(Boolean).join(' · ')}</span>
        <button type="button" class="quiet small" onClick={() => change({ why: postName(post) })}>
          {t('mention.why')}<span class="unseen"> {label('platform', post.platform)} {when(post.createdAt)}</span>
        </button>
      </footer>
    </article>
  );
}

/** What the post says of this brand where that is known apart, else what it says as a whole. */
export function Verdict({ post, brand }: { post: Post; brand?: string }) {
  const target = post.targets?.find(each => each.target === brand);
  const shown = target?.label ?? post.sentiment.label;
  const sure = shown === 'abstain' || shown === 'mixed' ? undefined : (target ?? post.sentiment)[shown];
  const emotion = Object.entries(post.emotions ?? {}).sort((a, b) => b[1] - a[1])[0]?.[0];
  return (
    <ul class="verdict" aria-label={t('mention.verdict')}>
      <li class={`sentiment ${shown}`}>{label('sentiment', shown)}{sure !== undefined && ` ${percent(sure)}`}</li>
      {post.intent && post.intent.label !== 'abstain' && post.intent.label !== 'other' && <li class="tag">{label('intent', post.intent.label)}</li>}
      {emotion && shown !== 'abstain' && <li class="tag">{label('emotion', emotion)}</li>}
      {post.irony?.label === 'ironic' && <li class="tag">{t('mention.ironic')}</li>}
      {post.flags?.forReview && <li class="tag warn">{t('mention.review')}</li>}
    </ul>
  );
}

function reception({ engagement, author }: Post): string {
  const parts: string[] = [];
  if (engagement?.likes) parts.push(t('mention.likes', { count: engagement.likes }));
  if (engagement?.reposts) parts.push(t('mention.reposts', { count: engagement.reposts }));
  if (engagement?.replies) parts.push(t('mention.replies', { count: engagement.replies }));
  if (author?.followers) parts.push(t('mention.followers', { count: author.followers, shown: short(author.followers) }));
  return parts.join(', ');
}
