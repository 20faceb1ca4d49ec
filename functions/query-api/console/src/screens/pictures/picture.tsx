// A file as the API shows it to anybody: blurred where there are faces. The key goes in a header, so it is fetched, not linked.
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../state/session';
import { t } from '../../i18n';

/** Each segment encoded, the slashes between them kept. */
export const keyPath = (route: string, key: string) =>
  `/v1/${route}/${key.replace(/^media\//, '').split('/').map(encodeURIComponent).join('/')}`;

export function Picture({ file, kind, alt, children }: { file: string; kind: string; alt: string; children?: preact.ComponentChildren }) {
  const place = useRef<HTMLSpanElement>(null);
  const [address, setAddress] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    let made = '';
    const stop = new AbortController();
    // Fetched when it comes into view: a wall may be long.
    const watch = new IntersectionObserver(async ([entry]) => {
      if (!entry?.isIntersecting) return;
      watch.disconnect();
      try {
        const route = kind === 'video' ? 'contact-sheets' : 'blurred';
        made = URL.createObjectURL(await (await api.raw(keyPath(route, file), { signal: stop.signal })).blob());
        setAddress(made);
      } catch {
        if (!stop.signal.aborted) setMissing(true);
      }
    }, { rootMargin: '200px' });
    watch.observe(place.current!);
    return () => { stop.abort(); watch.disconnect(); if (made) URL.revokeObjectURL(made); };
  }, [file, kind]);
  return (
    <span class="picture" ref={place}>
      {address ? <img src={address} alt={alt} /> : <span class="picture-empty">{missing ? t('pictures.notshown') : ''}</span>}
      {address && children}
    </span>
  );
}
