// The mentions of a listing, page by page.
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/client';
import { type Loaded, load, useLoad } from '../api/load';
import type { BrandPosts, Post } from '../api/types';
import { range } from '../state/range';
import { PAGE, listing } from './filter';

interface Found {
  posts: Post[];
  next?: string;
  /** Published before then: not looked at yet, though fewer were found than asked for. */
  lookedTo?: string;
}

export interface Mentions extends Found {
  first: Loaded<BrandPosts>;
  failure: ApiError | null;
  busy: boolean;
  more: () => void;
}

/**
 * The first page, and those after it as they are asked for. The API reads some thousand posts for a page, so one of a
 * rare kind is seldom full: then the next is asked for by itself, until there are as many as were wanted.
 */
export function useMentions(path: string, brand: string): Mentions {
  const first = useLoad<BrandPosts>(path);
  const [added, setAdded] = useState<{ to?: BrandPosts; found: Found; wanted: number }>({ found: NONE, wanted: PAGE });
  const [failure, setFailure] = useState<ApiError | null>(null);
  // What was added to an answer that has been asked for anew since is not the rest of this one.
  const begun = first.data && added.to !== first.data ? { to: first.data, found: after([], first.data), wanted: PAGE } : added;
  const { posts, next } = begun.found;

  const goOn = next !== undefined && posts.length < begun.wanted && !failure;
  useEffect(() => {
    if (!goOn) return;
    let left = false;
    load<BrandPosts>(listing(brand, range.value, next)).then(
      page => { if (!left) setAdded({ ...begun, found: after(posts, page) }); },
      (error: unknown) => { if (!left && error instanceof ApiError) setFailure(error); });
    return () => { left = true; };
  }, [goOn, next]);

  const more = () => { setFailure(null); setAdded({ ...begun, wanted: posts.length + PAGE }); };
  return { first, ...begun.found, failure, busy: goOn, more };
}

const NONE: Found = { posts: [] };
const after = (posts: Post[], page: BrandPosts): Found => ({ posts: [...posts, ...page.posts], next: page.next, lookedTo: page.unreadBefore });
