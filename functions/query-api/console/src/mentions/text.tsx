// A post's own words: always text, never markup, and apart from the page's direction of writing.
import { useState } from 'preact/hooks';
import type { Post } from '../api/types';
import { label, t } from '../i18n';
import { type Mark, pieces } from './marks';

const LONG = 420;

export function marksOf(post: Pick<Post, 'parts' | 'targets'>): Mark[] {
  const parts = (post.parts ?? []).map(part => ({ start: part.start, end: part.end, kind: 'part' as const, label: part.label }));
  const targets = (post.targets ?? []).map(target => ({
    start: target.start, end: target.end, kind: 'target' as const, label: `${target.target}: ${label('sentiment', target.label)}`,
  }));
  return [...parts, ...targets];
}

export function Words({ text, marks, whole }: { text: string; marks: Mark[]; whole?: boolean }) {
  const [all, setAll] = useState(whole ?? false);
  const long = text.length > LONG;
  const shown = long && !all ? `${text.slice(0, safeCut(text, LONG))}…` : text;
  return (
    <>
      <blockquote dir="auto">
        {pieces(shown, marks.filter(mark => mark.end <= shown.length)).map((piece, i) => <Marked key={i} text={piece.text} marks={piece.marks} />)}
      </blockquote>
      {long && !whole && (
        <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>{all ? t('text.less') : t('text.more', { count: text.length })}</button>
      )}
    </>
  );
}

/** Not between the two halves of a character. */
function safeCut(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  return code >= 0xd800 && code <= 0xdbff ? at - 1 : at;
}

function Marked({ text, marks }: { text: string; marks: Mark[] }) {
  const target = marks.find(mark => mark.kind === 'target');
  const part = marks.find(mark => mark.kind === 'part');
  const word = marks.find(mark => mark.kind === 'word');
  if (word) {
    const strength = Math.min(3, Math.ceil(Math.abs(word.weight ?? 0) * 6));
    return <mark class={`word ${(word.weight ?? 0) < 0 ? 'against' : 'for'}-${strength}`} title={word.label}>{text}</mark>;
  }
  if (target) return <mark class={`target part-${part?.label ?? 'none'}`} title={target.label}>{text}</mark>;
  if (part) return <span class={`part part-${part.label}`} title={label('sentiment', part.label)}>{text}</span>;
  return <>{text}</>;
}
