// A workspace of a size that a year brings: the same numbers, and every click answered in good time.
import { assert, ask, on } from './expect.mjs';
import { overviewOf } from './numbers.mjs';
import { report } from './speed.mjs';

const WITHIN = '30d';
/** Milliseconds: nothing is judged by its time here, and a machine may be busy. */
const PATIENT = { timeout: 300_000 };

/** Runs what a click starts until its outcome stands, and tells how long that took. */
async function timed(name, start, outcome) {
  const begin = Date.now();
  await start();
  await outcome();
  report(name, Date.now() - begin);
}

export const large = [
  ['a large workspace\'s overview shows the summary, value by value', overviewOf('throng', WITHIN)],
  ['a large workspace\'s mentions open, are filtered by a click, and turn their page', world => on(world, `#/overview?range=${WITHIN}&brand=throng`, {}, async page => {
    const mentions = page.locator('.dock article.mention');
    await timed('mentions of a large workspace, unfiltered', () => page.evaluate(() => { location.hash = '#/mentions?range=30d&brand=throng'; }),
      () => page.locator('main article.mention').nth(19).waitFor(PATIENT));
    await page.goBack();
    await mentions.nth(19).waitFor(PATIENT);
    await timed('a click on a bar', () => page.locator('button.bar', { hasText: 'positive' }).first().click(),
      () => page.waitForFunction(() => document.querySelectorAll('.dock article.mention .sentiment.positive').length === 20, undefined, PATIENT));
    await timed('twenty more', () => page.getByRole('button', { name: 'Show more' }).click(), () => mentions.nth(39).waitFor(PATIENT));
    assert.equal(await page.locator('.dock article.mention .sentiment.positive').count(), 40);
  })],
  ['a large workspace\'s rare mentions are looked for to the end, part by part', world => on(world, `#/overview?range=${WITHIN}&brand=throng`, {}, async page => {
    const { intent } = await ask(world, `/v1/brands/throng/summary?from=${new Date(Date.now() - 31 * 86_400_000).toISOString()}&to=${new Date().toISOString()}`);
    const rare = intent.churn_risk.count;
    assert.ok(rare > 3, `${rare} rare posts`);
    await timed('a filter that one in a thousand fits', () => page.evaluate(() => { location.hash += '&m.intent=churn_risk'; }),
      () => page.waitForFunction(count => document.querySelectorAll('.dock article.mention').length === count, Math.min(rare, 20), PATIENT));
    const pages = [];
    page.on('request', request => { if (request.url().includes('cursor=')) pages.push(request.url()); });
    await timed('a filter that none fits', () => page.evaluate(() => { location.hash = location.hash.replace('m.intent=churn_risk', 'm.language=is'); }),
      () => page.getByText('No mentions fit these filters.').waitFor(PATIENT));
    assert.ok(pages.length > 2, `looked for in ${pages.length} parts`);
  })],
];
