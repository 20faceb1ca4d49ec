// The wall of pictures and clips: what shows the brand, or what a search in plain words finds. Faces are blurred.
import { useState } from 'preact/hooks';
import { pathOf, withQuery } from '../../api/client';
import { useLoad } from '../../api/load';
import type { BrandMedia, FoundMedia, MediaSearch } from '../../api/types';
import { when } from '../../i18n/format';
import { label, t } from '../../i18n';
import { change, param } from '../../state/address';
import { brandId, brandName } from '../../state/brands';
import { Answer, Empty } from '../../ui/state';
import { Picture } from './picture';
import { Shown } from './shown';

const LIMIT = 60;

export default function Pictures() {
  const [typed, setTyped] = useState(param('q'));
  const q = param('q');
  const all = param('all') === 'true';
  const search = (event: Event) => { event.preventDefault(); change({ q: typed.trim(), id: undefined }); };
  return (
    <>
      <form class="row card" role="search" onSubmit={search}>
        <label class="grow">{t('pictures.search')}
          <input type="search" value={typed} maxLength={200} placeholder={t('pictures.example')} onInput={event => setTyped(event.currentTarget.value)} />
        </label>
        <button type="submit">{t('pictures.find')}</button>
        {q && <button type="button" class="quiet" onClick={() => { setTyped(''); change({ q: undefined }); }}>{t('pictures.back')}</button>}
        {!q && <label class="check"><input type="checkbox" checked={all} onChange={() => change({ all: all ? undefined : 'true' })} />{t('pictures.all')}</label>}
      </form>
      {q || all || !brandId.value ? <Search q={q} /> : <OfBrand brand={brandId.value} />}
      {param('id') && <Shown key={param('id')} file={param('id')} />}
    </>
  );
}

function Search({ q }: { q: string }) {
  const path = withQuery('/v1/media', { q, limit: LIMIT });
  const found = useLoad<MediaSearch>(path);
  return (
    <Answer of={found} again={path} empty={data => data.media.length === 0 && <Empty>{q ? t('pictures.nothing') : t('pictures.none')}</Empty>}>
      {data => (
        <>
          <p class="hint" role="status">
            {t('pictures.found', { count: data.pictures })}
            {q && ` ${t(data.method === 'vectors' ? 'pictures.byvectors' : 'pictures.bywords')}`}
            {data.insteadOfVectors && ` ${data.insteadOfVectors}`}
            {!data.complete && ` ${t('pictures.incomplete')}`}
          </p>
          <Wall media={data.media} />
        </>
      )}
    </Answer>
  );
}

function OfBrand({ brand }: { brand: string }) {
  const path = withQuery(pathOf`/v1/brands/${brand}/media`, { limit: LIMIT });
  const found = useLoad<BrandMedia>(path);
  return (
    <Answer of={found} again={path} empty={data => data.media.length === 0 && <Empty>{t('pictures.nobrand', { brand: brandName.value })}</Empty>}>
      {data => (
        <>
          <p class="hint" role="status">{t('pictures.show', { count: data.pictures, brand: brandName.value })}{!data.complete && ` ${t('pictures.incomplete')}`}</p>
          <Wall media={data.media} />
        </>
      )}
    </Answer>
  );
}

function Wall({ media }: { media: Array<FoundMedia & { matched?: string[] }> }) {
  return (
    <ul class="wall">
      {media.map(each => (
        <li key={each.key}>
          <button type="button" class="tile" onClick={() => change({ id: each.key })}>
            <Picture file={each.key} kind={each.kind} alt="" />
            <span class="tile-words">
              <b>{(each.matched?.length ? each.matched : each.shows).slice(0, 4).map(word => word.replaceAll('_', ' ')).join(', ') || t('pictures.nothing.seen')}</b>
              <small>{[label('media', each.kind), when(each.seenAt), each.copies > 1 ? t('pictures.copies', { count: each.copies }) : ''].filter(Boolean).join(' · ')}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
