// Words come from messages/*.json. English is built in; another language is one more file, fetched when it is chosen.
import { signal } from '@preact/signals';
import english from '../../messages/en.json';
import { type Messages, type Values, wordsOf } from './words';

export const LANGUAGES = { en: 'English', de: 'Deutsch', es: 'Español', fr: 'Français' } as const;
export type Language = keyof typeof LANGUAGES;
type Whole<K> = K extends `${infer Base}#${string}` ? Base : K;
/** A message's name; its forms for one and for more are name#one and name#other. */
export type Key = Whole<keyof typeof english>;

const STORED = 'earshot.language';

export const language = signal<Language>('en');
const messages = signal<Messages>(english);

const files: Record<Exclude<Language, 'en'>, () => Promise<{ default: Messages }>> = {
  de: () => import('../../messages/de.json'),
  es: () => import('../../messages/es.json'),
  fr: () => import('../../messages/fr.json'),
};

export function preferred(): Language {
  const wanted = [localStorage.getItem(STORED) ?? '', ...navigator.languages.map(tag => tag.slice(0, 2))];
  return (wanted.find(tag => tag in LANGUAGES) as Language | undefined) ?? 'en';
}

export async function speak(wanted: Language) {
  messages.value = wanted === 'en' ? english : { ...english, ...(await files[wanted]()).default };
  language.value = wanted;
  document.documentElement.lang = wanted;
}

export function choose(wanted: Language) {
  localStorage.setItem(STORED, wanted);
  void speak(wanted);
}

/** The words for a key, with {names} filled in; `count` chooses between key#one and key#other. */
export const t = (key: Key, values: Values = {}): string => wordsOf(messages.value, language.value, key, values);

/** The words for one of the API's labels, or the label itself where it is new. */
export function label(group: string, value: string): string {
  const key = `${group}.${value}`;
  return key in messages.value ? t(key as Key) : value.replaceAll('_', ' ');
}
