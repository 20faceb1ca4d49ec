// One author's score taken apart: components with intervals and reasons, caveats, what changed, posts to look at.
import { pathOf, withQuery } from '../../api/client';
import { useLoad } from '../../api/load';
import type { Influencer } from '../../api/types';
import { day, number, short, signed, when } from '../../i18n/format';
import { label, t } from '../../i18n';
import { change } from '../../state/address';
import { Drawer } from '../../ui/drawer';
import { Rows } from '../../ui/figure';
import { Interval } from '../../ui/interval';
import { Answer } from '../../ui/state';
import { shortName } from './index';

export function Detail({ author, brand }: { author: string; brand: string }) {
  const path = withQuery(pathOf`/v1/influencers/${author}`, { brand });
  const one = useLoad<Influencer>(path);
  return (
    <Drawer title={t('influencer.title', { author: shortName(author) })} close={() => change({ id: undefined })}>
      <Answer of={one} again={path}>{data => <Parts one={data} />}</Answer>
    </Drawer>
  );
}

function Parts({ one }: { one: Influencer }) {
  return (
    <>
      <p>{one.reason}</p>
      <p class="hint">{[label('platform', one.platform), one.followers !== undefined && t('mention.followers', { count: one.followers, shown: short(one.followers) }),
        t('posts', { count: one.posts }), t('influencer.asof', { when: when(one.asOf) })].filter(Boolean).join(' · ')}</p>
      <Interval value={one.score} interval={one.interval} />
      {one.caveats.length > 0 && <div class="notice"><ul>{one.caveats.map(each => <li key={each}>{each}</li>)}</ul></div>}
      {one.components.map(part => (
        <section key={part.name}>
          <h3>{label('component', part.name)}</h3>
          {part.weight === 0 ? <p class="hint">{t('influencer.noevidence')}</p> : <Interval value={part.value} interval={part.interval} />}
          <ul>{part.reasons.map(reason => <li key={reason}>{reason}</li>)}</ul>
          {part.evidence.length > 0 && (
            <p class="row">{part.evidence.slice(0, 5).map((post, i) => (
              <button key={post.id} type="button" class="link" onClick={() => change({ why: `${post.platform}/${post.id}`, id: undefined })}>{t('influencer.post', { number: i + 1 })}</button>
            ))}</p>
          )}
        </section>
      ))}
      {one.change && <p>{t('influencer.change', { points: signed(one.change.points), since: day(one.change.since) })}</p>}
      {one.history.length > 1 && (
        <details class="as-table"><summary>{t('influencer.history')}</summary>
          <Rows table={{ columns: [t('table.time'), t('influencers.score')], rows: one.history.map(each => ({ cells: [day(each.asOf), number(each.score)] })) }} />
        </details>
      )}
    </>
  );
}
