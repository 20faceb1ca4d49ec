import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, format, kept, parse } from '../src/state/address';

test('an address that is written is read back the same', () => {
  const address = { screen: 'influencers', params: { brand: 'a&b=c', 'm.sentiment': 'negative', q: 'ü ?#' } };
  assert.deepEqual(parse(format(address)), address);
});

test('an empty or broken fragment opens the overview', () => {
  assert.deepEqual(parse(''), { screen: 'overview', params: {} });
  assert.equal(parse('#/%E0%A4%A').screen, '%E0%A4%A');
});

test('a parameter without a value is taken out, the others stay', () => {
  assert.deepEqual(changed({ a: '1', b: '2' }, { a: undefined, b: '', c: '3' }), { c: '3' });
});

test('another screen keeps brand, range, zone and filters, and nothing else', () => {
  assert.deepEqual(kept({ brand: 'x', range: '7d', 'm.intent': 'complaint', why: 'x/1', q: 'cat' }),
    { brand: 'x', range: '7d', 'm.intent': 'complaint' });
});
