// What a file is taken for before anything is sent: by its name and type alone, and how it will go.
import type { Key } from '../../i18n';

export interface Kind {
  /** A file of posts, else a picture or clip. */
  posts: boolean;
  /** Small enough to be answered at once. */
  direct: boolean;
  allowed: boolean;
  type: string;
  words: Key;
}

/** The API takes so much in one request. */
export const MOST_DIRECT = 4 << 20;

const POSTS: Record<string, string> = { csv: 'text/csv', tsv: 'text/csv', json: 'application/json', ndjson: 'application/x-ndjson', jsonl: 'application/x-ndjson', gz: 'application/gzip' };

export function kindOf(name: string, type: string, bytes: number): Kind {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const posts = POSTS[ending];
  if (bytes === 0) return { posts: false, direct: false, allowed: false, type, words: 'imports.is.empty' };
  if (posts) {
    const direct = bytes <= MOST_DIRECT && ending !== 'gz';
    return { posts: true, direct, allowed: true, type: posts, words: direct ? 'imports.is.posts' : 'imports.is.large' };
  }
  if (/^(image|video)\//.test(type)) return { posts: false, direct: false, allowed: true, type, words: type.startsWith('image/') ? 'imports.is.picture' : 'imports.is.clip' };
  return { posts: false, direct: false, allowed: false, type, words: 'imports.is.unknown' };
}
