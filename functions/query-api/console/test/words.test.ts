import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import de from '../messages/de.json';
import en from '../messages/en.json';
import es from '../messages/es.json';
import fr from '../messages/fr.json';
import { wordsOf } from '../src/i18n/words';

const languages: Record<string, Record<string, string>> = { de, es, fr };
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]!).sort();
const withoutOne = (key: string, found: string[]) => key.endsWith('#one') ? found.filter(name => name !== 'count') : found;

test('every language has every message, with the same holes', () => {
  for (const [language, messages] of Object.entries(languages)) {
    assert.deepEqual(Object.keys(messages).sort(), Object.keys(en).sort(), language);
    for (const [key, text] of Object.entries(en)) {
      assert.deepEqual(withoutOne(key, holes(messages[key]!)), withoutOne(key, holes(text)), `${language} ${key}`);
      assert.notEqual(messages[key]!.trim(), '', `${language} ${key}`);
    }
  }
});

test('a message with a form for one has a form for more', () => {
  for (const key of Object.keys(en)) {
    if (key.endsWith('#one')) assert.ok(`${key.slice(0, -4)}#other` in en, key);
  }
});

/** A group of messages may be reached by a name that is put together, such as t(`range.${name}`) or label('intent', x). */
test('no message is left over', () => {
  const source = sources('src').join('\n');
  const groups = new Set([...source.matchAll(/[(`'?:]\s*`?([a-z.]+)\.\$\{/g)].map(match => match[1]!));
  for (const match of source.matchAll(/label\('([a-z]+)'/g)) groups.add(match[1]!);
  const used = (key: string) => source.includes(`'${key}'`) || [...groups].some(group => key.startsWith(`${group}.`));
  assert.deepEqual(Object.keys(en).map(key => key.replace(/#.*/, '')).filter(key => !used(key)), []);
});

test('counts choose their form and are written as the language does', () => {
  const messages = { 'a#one': 'one', 'a#other': '{count} things' };
  assert.equal(wordsOf(messages, 'en', 'a', { count: 1 }), 'one');
  assert.equal(wordsOf(messages, 'de', 'a', { count: 12345 }), '12.345 things');
  assert.equal(wordsOf({ b: '{x} of {y}' }, 'en', 'b', { x: '<b>' }), '<b> of {y}');
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => entry.isDirectory()
    ? sources(`${folder}/${entry.name}`)
    : [readFileSync(`${folder}/${entry.name}`, 'utf8')]);
}
