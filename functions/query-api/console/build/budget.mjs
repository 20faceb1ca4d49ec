// What a visitor downloads, gzipped as it is sent. A build over the budget fails.
import { gzipSync } from 'node:zlib';

const KB = 1024;
export const FIRST_VIEW = 150 * KB;
export const ALL = 300 * KB;

/** Sizes of the first view (its page, style and scripts) and of everything, in bytes. */
export function weigh(files, firstView) {
  const size = new Map([...files].map(([name, bytes]) => [name, gzipSync(bytes, { level: 6 }).length]));
  const sum = names => names.reduce((total, name) => total + size.get(name), 0);
  return { size, first: sum(firstView), all: sum([...size.keys()]) };
}

export function check({ size, first, all }) {
  const shown = bytes => `${(bytes / KB).toFixed(1)} KB`;
  console.log(`console: first view ${shown(first)} of ${shown(FIRST_VIEW)}, all ${shown(all)} of ${shown(ALL)}, gzipped`);
  if (first <= FIRST_VIEW && all <= ALL) return;
  const largest = [...size].sort((a, b) => b[1] - a[1]).slice(0, 8).map(([name, bytes]) => `  ${name} ${shown(bytes)}`);
  throw new Error(`the console is over its budget; the largest files:\n${largest.join('\n')}`);
}
