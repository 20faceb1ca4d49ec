// One file: what was found in it and where, its copies, and the original for those who may see faces.
import { useState } from 'preact/hooks';
import { useLoad } from '../../api/load';
import type { Media } from '../../api/types';
import { number, percent, when } from '../../i18n/format';
import { label, t } from '../../i18n';
import { change } from '../../state/address';
import { api, may } from '../../state/session';
import { Drawer } from '../../ui/drawer';
import { Rows } from '../../ui/figure';
import { Answer } from '../../ui/state';
import { Picture, keyPath } from './picture';

export function Shown({ file }: { file: string }) {
  const path = keyPath('media', file);
  const media = useLoad<Media>(path);
  return (
    <Drawer title={file.replace(/^media\//, '')} close={() => change({ id: undefined })}>
      <Answer of={media} again={path}>{data => <Found media={data} />}</Answer>
    </Drawer>
  );
}

const seconds = (value: number) => `${number(Math.floor(value / 60))}:${String(Math.floor(value % 60)).padStart(2, '0')}`;
const named = (text: string) => text.replaceAll('_', ' ');

function Found({ media }: { media: Media }) {
  const [boxes, setBoxes] = useState(true);
  const text = media.text.map(line => line.text).concat((media.textOnScreen ?? []).map(line => line.text));
  const facts: Array<[string, string]> = [
    [t('media.status'), label('mediastatus', media.status) + (media.reason ? `: ${media.reason}` : '')],
    ...(media.scene ? [[t('media.scene'), `${named(media.scene.label)} (${percent(media.scene.score)})`] as [string, string]] : []),
    ...(media.brands.length > 0 ? [[t('media.brands'), media.brands.join(', ')] as [string, string]] : []),
    [t('media.faces'), number(media.faces.count)],
    ...(media.safety ? [[t('media.safety'), `${named(media.safety.label)} (${percent(media.safety.score)})`] as [string, string]] : []),
    ...(text.length > 0 ? [[t('media.text'), [...new Set(text)].join(' / ')] as [string, string]] : []),
    ...(media.textSentiment ? [[t('media.textsays'), label('sentiment', media.textSentiment.label)] as [string, string]] : []),
    ...(media.durationSeconds !== undefined ? [[t('media.length'), seconds(media.durationSeconds)] as [string, string]] : []),
    [t('media.analysed'), when(media.analysedAt)],
  ];
  return (
    <>
      {media.status === 'analysed' && (
        <div class="shown">
          <Picture file={media.key} kind={media.kind} alt={t('media.alt', { shows: media.objects.map(each => named(each.label)).join(', ') })}>
            {boxes && media.kind === 'image' && <Boxes media={media} />}
          </Picture>
          <div class="row">
            {media.kind === 'image' && <label class="check"><input type="checkbox" checked={boxes} onChange={() => setBoxes(!boxes)} />{t('media.boxes')}</label>}
            {may('originals') && <Original file={media.key} />}
          </div>
        </div>
      )}
      <dl class="facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd dir="auto">{value}</dd></div>)}</dl>
      {media.objects.length > 0 && <Section title={t('media.objects')} columns={[t('table.what'), t('media.sure')]} rows={media.objects.map(each => [named(each.label), percent(each.score)])} />}
      {(media.logos?.length ?? 0) > 0 && <Section title={t('media.logos')} columns={[t('brand'), t('media.sure')]} rows={media.logos!.map(each => [each.brand, percent(each.score)])} />}
      {(media.shots?.length ?? 0) > 0 && <Section title={t('media.shots', { count: media.shots!.length })} columns={[t('table.time'), t('media.scene')]} rows={media.shots!.map(each => [`${seconds(each.start)}–${seconds(each.end)}`, each.scene ? named(each.scene.label) : ''])} />}
      {(media.actions?.length ?? 0) > 0 && <Section title={t('media.actions')} columns={[t('table.what'), t('table.time'), t('media.sure')]} rows={media.actions!.map(each => [named(each.label), `${seconds(each.start)}–${seconds(each.end)}`, percent(each.score)])} />}
      {media.reuse && media.reuse.copies > 1 && (
        <section>
          <h3>{t('pictures.copies', { count: media.reuse.copies })}</h3>
          <ol class="plain">{media.reuse.timeline.map(each => <li key={each.key}><button type="button" class="link" onClick={() => change({ id: each.key })}>{each.key.replace(/^media\//, '')}</button> <span class="hint">{when(each.seenAt)}</span></li>)}</ol>
        </section>
      )}
    </>
  );
}

const Section = ({ title, columns, rows }: { title: string; columns: string[]; rows: string[][] }) => (
  <section><h3>{title}</h3><Rows table={{ columns, rows: rows.map(cells => ({ cells })) }} /></section>
);

function Boxes({ media }: { media: Media }) {
  const { width = 1, height = 1 } = media;
  const all = [
    ...media.text.map(each => ({ ...each.box, kind: 'line', name: each.text })),
    ...media.objects.map(each => ({ ...each.box, kind: 'object', name: named(each.label) })),
    ...(media.logos ?? []).map(each => ({ ...each.box, kind: 'brand-logo', name: each.brand })),
    ...media.faces.boxes.map(each => ({ ...each, kind: 'face', name: t('media.face') })),
  ];
  return (
    <svg class="boxes" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {all.map((box, i) => <rect key={i} class={box.kind} x={box.x} y={box.y} width={box.width} height={box.height}><title>{box.name}</title></rect>)}
    </svg>
  );
}

/** Opened in another tab, by an address that ends soon; asking for it is what the scope is for. */
function Original({ file }: { file: string }) {
  const open = async () => {
    const { url } = await api.json<{ url: string }>(keyPath('originals', file));
    window.open(url, '_blank', 'noopener,noreferrer');
  };
  return <button type="button" class="quiet" onClick={() => void open()}>{t('media.original')}</button>;
}
