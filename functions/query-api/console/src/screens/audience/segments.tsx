import { useState } from 'preact/hooks';
import { pathOf } from '../../api/client';
import { useLoad } from '../../api/load';
import { PLATFORMS, SENTIMENTS, type Segment, type SegmentToday } from '../../api/types';
import { languageName, number, signedPercent } from '../../i18n/format';
import { label, t } from '../../i18n';
import { change, linkTo, param } from '../../state/address';
import { brandId, brandName } from '../../state/brands';
import { idOf } from '../../state/id';
import { may } from '../../state/session';
import { Rows } from '../../ui/figure';
import { Outcome, useSend } from '../../ui/send';
import { Answer, Empty } from '../../ui/state';

const PATH = '/v1/segments';

export function Segments() {
  const all = useLoad<{ segments: Segment[] }>(PATH);
  const removing = useSend();
  const id = param('id');
  if (id === 'new' && may('write')) return <SegmentForm />;
  if (id) return <Today key={id} id={id} />;
  const remove = (each: Segment) => {
    if (confirm(t('segments.remove.sure', { name: each.name }))) void removing.send(pathOf`/v1/segments/${each.id}`, { method: 'DELETE' }, PATH);
  };
  return (
    <>
      <Answer of={all} again={PATH}>
        {data => {
          const shown = data.segments.filter(each => each.brand === brandId.value);
          return shown.length === 0 ? <Empty>{t('segments.none', { brand: brandName.value })}</Empty> : (
            <ul class="plain">{shown.map(each => (
              <li key={each.id} class="card">
                <div class="card-head"><h2><button type="button" class="link" onClick={() => change({ id: each.id })}>{each.name}</button></h2></div>
                <p class="hint">{rule(each)}</p>
                {may('write') && <p class="row"><button type="button" class="danger small" onClick={() => remove(each)}>{t('remove')}<span class="unseen"> {each.name}</span></button></p>}
              </li>
            ))}</ul>
          );
        }}
      </Answer>
      <Outcome of={removing} saved={t('removed')} />
      {may('write') && <p><button type="button" onClick={() => change({ id: 'new' })}>{t('segments.add')}</button></p>}
    </>
  );
}

/** Who is in it, in words. */
function rule(each: Segment): string {
  return [
    each.about.length > 0 && t('segments.about.of', { words: each.about.join(', ') }),
    each.mood && label('sentiment', each.mood), each.language && languageName(each.language), each.platform && label('platform', each.platform),
    t('segments.posts', { count: each.minPosts }), each.minResponses > 0 && t('segments.responses', { count: each.minResponses }),
  ].filter(Boolean).join(' · ');
}

function Today({ id }: { id: string }) {
  const path = pathOf`/v1/segments/${id}`;
  const today = useLoad<SegmentToday>(path);
  return (
    <>
      <p><button type="button" class="quiet" onClick={() => change({ id: undefined })}>{t('segments.back')}</button></p>
      <Answer of={today} again={path}>
        {data => (
          <>
            <section class="card">
              <h2>{data.size === undefined ? t('segments.few', { name: data.name }) : t('segments.size', { name: data.name, size: number(data.size) })}</h2>
              <p class="hint">{rule(data)} · {t('segments.asof', { day: data.asOf })}</p>
              <p>{data.note}</p>
            </section>
            {data.moves.length > 0 && (
              <section class="card"><h2>{t('segments.moves')}</h2>
                <Rows table={{ columns: [t('segments.topic'), t('segments.format'), t('segments.lift'), t('table.interval')],
                  rows: data.moves.map(each => ({ cells: [each.topic ? `#${each.topic}` : t('segments.notopic'), label('format', each.format), signedPercent(each.lift), each.interval.map(end => signedPercent(end)).join(' – ')] })) }} />
              </section>
            )}
            {data.creators.length > 0 && (
              <section class="card"><h2>{t('segments.creators')}</h2>
                <p class="hint">{t('segments.creators.hint')}</p>
                <ol class="steps">{data.creators.map(each => <li key={each.author}><a href={linkTo('influencers', { id: each.author })}><code>{each.author.slice(0, 12)}</code></a> {t('segments.reaches', { count: each.reaches })}</li>)}</ol>
              </section>
            )}
          </>
        )}
      </Answer>
    </>
  );
}

function SegmentForm() {
  const [name, setName] = useState('');
  const [about, setAbout] = useState('');
  const [mood, setMood] = useState('');
  const [spoken, setSpoken] = useState('');
  const [platform, setPlatform] = useState('');
  const [posts, setPosts] = useState('1');
  const [responses, setResponses] = useState('0');
  const sending = useSend();
  const send = async (event: Event) => {
    event.preventDefault();
    const id = idOf(name);
    const body = {
      name: name.trim(), brand: brandId.value, about: about.split(/[\n,]/).map(each => each.trim().replace(/^#/, '')).filter(Boolean),
      ...(mood && { mood }), ...(spoken && { language: spoken }), ...(platform && { platform }), minPosts: Number(posts), minResponses: Number(responses),
    };
    if (await sending.send(pathOf`/v1/segments/${id}`, { method: 'PUT', body }, PATH)) change({ id });
  };
  return (
    <form class="card fields" onSubmit={event => void send(event)}>
      <h2>{t('segments.new', { brand: brandName.value })}</h2>
      <p class="hint">{t('segments.hint')}</p>
      <div class="fields two">
        <label>{t('brand.name')}<input required maxLength={80} value={name} onInput={event => setName(event.currentTarget.value)} /></label>
        <label>{t('segments.about')} <small>{t('segments.about.hint')}</small><input value={about} onInput={event => setAbout(event.currentTarget.value)} /></label>
        <label>{t('filter.sentiment')}<select value={mood} onChange={event => setMood(event.currentTarget.value)}><option value="">{t('filter.any')}</option>{SENTIMENTS.map(each => <option key={each} value={each}>{label('sentiment', each)}</option>)}</select></label>
        <label>{t('filter.language')}<input maxLength={12} placeholder="en" value={spoken} onInput={event => setSpoken(event.currentTarget.value.trim())} /></label>
        <label>{t('filter.platform')}<select value={platform} onChange={event => setPlatform(event.currentTarget.value)}><option value="">{t('filter.any')}</option>{PLATFORMS.map(each => <option key={each} value={each}>{label('platform', each)}</option>)}</select></label>
        <label>{t('segments.minposts')}<input type="number" min={1} required value={posts} onInput={event => setPosts(event.currentTarget.value)} /></label>
        <label>{t('segments.minresponses')}<input type="number" min={0} required value={responses} onInput={event => setResponses(event.currentTarget.value)} /></label>
      </div>
      <Outcome of={sending} />
      <div class="row"><button type="submit" disabled={sending.busy}>{t('save')}</button><button type="button" class="quiet" onClick={() => change({ id: undefined })}>{t('cancel')}</button></div>
    </form>
  );
}
