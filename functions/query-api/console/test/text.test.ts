import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pieces } from '../src/mentions/marks';
import { csvOf } from '../src/ui/csv';

const mark = (start: number, end: number) => ({ start, end, kind: 'part' as const, label: 'negative' });

test('pieces together are the text, whatever overlaps', () => {
  const text = 'Love the phone, hate the price.';
  const cut = pieces(text, [mark(0, 14), mark(5, 20), mark(14, 31)]);
  assert.equal(cut.map(piece => piece.text).join(''), text);
  assert.deepEqual(cut.map(piece => piece.marks.length), [1, 2, 2, 1]);
});

test('marks outside the text, or empty, are left out', () => {
  assert.deepEqual(pieces('abc', [mark(-1, 2), mark(1, 9), mark(2, 2)]).map(piece => piece.marks.length), [0]);
  assert.deepEqual(pieces('', []), []);
});

test('CSV is quoted, and no cell is run as a formula', () => {
  const csv = csvOf(['a', 'b'], [['say "hi", all', '=HYPERLINK("x")'], ['two\nlines', -5], [undefined, '@sum']]);
  assert.equal(csv, '\uFEFFa,b\r\n"say ""hi"", all","\'=HYPERLINK(""x"")"\r\n"two\nlines",-5\r\n,\'@sum\r\n');
});
