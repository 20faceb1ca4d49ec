// Filling in messages, apart from the page so that it can be tested alone.
export type Messages = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;

const rules = new Map<string, Intl.PluralRules>();

export function wordsOf(messages: Messages, language: string, key: string, values: Values): string {
  let pattern = messages[key];
  if (typeof values.count === 'number') {
    pattern = messages[`${key}#${pluralOf(language, values.count)}`] ?? messages[`${key}#other`] ?? pattern;
  }
  if (pattern === undefined) throw new Error(`no message ${key}`);
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
  });
}

function pluralOf(language: string, count: number): string {
  let rule = rules.get(language);
  if (!rule) rules.set(language, rule = new Intl.PluralRules(language));
  return rule.select(count) === 'one' ? 'one' : 'other';
}
