// One of Plot's charts at the width that there is, drawn anew when its data, width or language change.
import { plot, type PlotOptions } from '@observablehq/plot';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Props {
  label: string;
  options: (width: number) => PlotOptions;
  /** Told which datum was clicked. */
  onChoose?: (datum: unknown) => void;
}

export function Chart({ label, options, onChoose }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);

  useEffect(() => {
    const element = place.current!;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    if (width < 40) return;
    const drawn = plot({ width, ariaLabel: label, style: { fontSize: '12px', background: 'none' }, ...options(width) });
    // An image with a name: what is in it is in the table behind it.
    drawn.setAttribute('role', 'img');
    drawn.querySelectorAll('[aria-label]').forEach(part => part.removeAttribute('aria-label'));
    const chosen = () => {
      const datum: unknown = (drawn as typeof drawn & { value?: unknown }).value;
      if (datum) onChoose?.(datum);
    };
    if (onChoose) drawn.addEventListener('click', chosen);
    place.current!.replaceChildren(drawn);
  }, [width, label, options, onChoose]);

  return <div class={`chart${onChoose ? ' choosable' : ''}`} ref={place} />;
}
