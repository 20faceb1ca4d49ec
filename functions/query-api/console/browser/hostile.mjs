// Posts with scripts, markup, bidirectional overrides and 10,000 characters stay text.
import { assert, on } from './expect.mjs';

export const HOSTILE = [
  '<script>window.taken=1</script> nivaro is fine',
  '<img src=x onerror="window.taken=2"> nivaro <b>bold</b>',
  'nivaro \u202Egnp.exe\u202C \u2066isolated\u2069 \u200F',
  `nivaro ${'long '.repeat(1_998)}`,
  'javascript:window.taken=3 nivaro https://nivaro.example/?q="><svg/onload=window.taken=4>',
];

export const hostile = [
  ['hostile posts stay text', world => on(world, '#/mentions?brand=nivaro&m.language=&range=24h', {}, async page => {
    const quotes = page.locator('.mention blockquote');
    const seen = new Map();
    for (let pages = 0; pages < 10; pages++) {
      await page.waitForLoadState('networkidle');
      for (const more of await page.getByRole('button', { name: /Show all/ }).all()) await more.click();
      for (const text of await quotes.allTextContents()) seen.set(text.trim(), true);
      const next = page.getByRole('button', { name: 'Show more', exact: true });
      if (await next.count() === 0) break;
      await next.click();
      await page.waitForTimeout(200);
    }
    for (const text of HOSTILE) assert.ok(seen.has(text.trim()), `not shown as it is: ${text.slice(0, 60)}`);
    assert.equal(await page.evaluate(() => window.taken), undefined);
    assert.deepEqual(await quotes.evaluateAll(all => all.flatMap(each => [...each.querySelectorAll('*')].map(inside => inside.tagName)).filter(tag => !['MARK', 'SPAN'].includes(tag))), []);
    // An override of the direction ends with its post.
    assert.deepEqual([...new Set(await quotes.evaluateAll(all => all.map(each => getComputedStyle(each).unicodeBidi)))], ['isolate']);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  })],
];
