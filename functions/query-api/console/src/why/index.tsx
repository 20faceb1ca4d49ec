// Why a post was read so: the words, each brand's part, the model and its version, and the same reading done again.
import { pathOf } from '../api/client';
import { useLoad } from '../api/load';
import type { Explanation, Post } from '../api/types';
import { number, percent, when } from '../i18n/format';
import { label, t } from '../i18n';
import { change, param } from '../state/address';
import { may } from '../state/session';
import { Drawer } from '../ui/drawer';
import { Rows } from '../ui/figure';
import { Answer } from '../ui/state';
import { Verdict, postPath } from '../mentions/mention';
import { Words, marksOf } from '../mentions/text';
import type { Mark } from '../mentions/marks';
import { Correction } from './correction';

export default function Why() {
  const [platform = '', ...rest] = param('why').split('/');
  const named = { platform: platform as Post['platform'], id: rest.join('/') };
  const path = postPath(named);
  const post = useLoad<Post>(path);
  const why = useLoad<Explanation>(`${path}/explanation`);
  return (
    <Drawer title={t('why.title')} close={() => change({ why: undefined })}>
      <Answer of={post} again={path}>{data => <Stored post={data} />}</Answer>
      <Answer of={why} again={`${path}/explanation`}>{data => <Reading why={data} post={post.data} />}</Answer>
      {post.data && may('write') && <Correction key={path} post={post.data} />}
    </Drawer>
  );
}

function Stored({ post }: { post: Post }) {
  return (
    <section>
      <p class="hint">{label('platform', post.platform)} · <time dateTime={post.createdAt}>{when(post.createdAt)}</time></p>
      {post.text !== undefined ? <Words text={post.text} marks={marksOf(post)} whole /> : <p class="hint">{t('mention.expired')}</p>}
      <Verdict post={post} />
      {post.sentiment.reason && <p>{post.sentiment.reason}</p>}
      {post.targets && post.targets.length > 0 && (
        <>
          <h3>{t('why.targets')}</h3>
          <Rows table={{
            columns: [t('why.brand'), t('why.read'), label('sentiment', 'negative'), label('sentiment', 'neutral'), label('sentiment', 'positive')],
            rows: post.targets.map(each => ({ cells: [each.target, label('sentiment', each.label), percent(each.negative), percent(each.neutral), percent(each.positive)] })),
          }} />
        </>
      )}
    </section>
  );
}

function Reading({ why, post }: { why: Explanation; post?: Post }) {
  const said = why.explanation;
  const marks: Mark[] = (said?.words ?? []).map(word => ({
    start: word.start, end: word.end, kind: 'word', weight: word.weight, label: number(Math.round(word.weight * 100) / 100),
  }));
  return (
    <>
      <section>
        <h3>{said ? t('why.words', { label: label('sentiment', said.label), score: percent(said.score) }) : t('why.nowords')}</h3>
        {said && <>
          <p class="hint">{t('why.words.hint', { baseline: percent(said.baseline) })}</p>
          <Words text={why.text} marks={marks} whole />
          <Rows table={{
            columns: [t('why.word'), t('why.weight')],
            rows: [...said.words].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, 10)
              .map(word => ({ cells: [word.word, Math.round(word.weight * 1000) / 1000] })),
          }} />
        </>}
        {why.irony && why.irony.label !== 'not_ironic' && <p>{t('why.irony', { label: label('irony', why.irony.label), score: percent(why.irony.probability) })}</p>}
      </section>
      <section>
        <h3>{t('why.model')}</h3>
        {why.model && <p>{t('why.model.is', { name: why.model.name, revision: why.model.revision })}<br /><code class="digest">{why.model.sha256}</code></p>}
        {post && <Replay why={why} post={post} />}
      </section>
    </>
  );
}

/** The reading was just done again for this drawer; whether it came out the same is what a replay can show. */
function Replay({ why, post }: { why: Explanation; post: Post }) {
  const sameModel = why.model?.sha256 === post.model?.sha256;
  const same = why.sentiment.label === post.sentiment.label;
  return (
    <p>{same
      ? t(sameModel ? 'why.replay.same' : 'why.replay.othermodel')
      : t('why.replay.differs', { now: label('sentiment', why.sentiment.label), stored: label('sentiment', post.sentiment.label) })}</p>
  );
}

export const explanationPath = (platform: string, id: string) => pathOf`/v1/posts/${platform}/${id}/explanation`;
