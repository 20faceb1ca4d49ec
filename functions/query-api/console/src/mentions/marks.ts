// A text cut where something in it begins or ends: clauses with their feeling, targets, words that drove a verdict.
export interface Mark {
  start: number;
  end: number;
  kind: 'part' | 'target' | 'word';
  label: string;
  weight?: number;
}

export interface Piece {
  text: string;
  marks: Mark[];
}

/** Pieces that together are the text. Marks that lie outside it, or are empty, are left out. */
export function pieces(text: string, marks: readonly Mark[]): Piece[] {
  const valid = marks.filter(mark => mark.start >= 0 && mark.start < mark.end && mark.end <= text.length);
  const cuts = [...new Set([0, text.length, ...valid.flatMap(mark => [mark.start, mark.end])])].sort((a, b) => a - b);
  const all: Piece[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i]!, cuts[i + 1]!];
    all.push({ text: text.slice(start, end), marks: valid.filter(mark => mark.start <= start && mark.end >= end) });
  }
  return all;
}
