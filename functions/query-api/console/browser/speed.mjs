// How long until the first figures stand: a new tab, nothing kept, the key in hand. Reported; judged where SECONDS says so.
import { assert, ask, on } from './expect.mjs';

/** When each part of the way was there, in milliseconds after the address was asked for. */
const PARTS = `(() => {
  const end = pattern => Math.round(Math.max(...performance.getEntriesByType('resource').filter(each => pattern.test(each.name)).map(each => each.responseEnd)));
  return {
    page: Math.round(performance.getEntriesByType('navigation')[0].responseEnd),
    scripts: end(/console\\/(app|chunk|overview)-/),
    key: end(/v1\\/keys\\/self/),
    brands: end(/v1\\/brands$/),
    summary: Math.round(Math.min(...performance.getEntriesByType('resource').filter(each => /\\/summary/.test(each.name)).map(each => each.responseEnd))),
    shown: Math.round(performance.getEntriesByName('first-view')[0]?.startTime ?? -1),
  };
})()`;

/** A line of the output that is no check. */
export const report = (name, milliseconds) => console.log(JSON.stringify({ name: `${name}: ${milliseconds} ms` }));

async function measured(world, brand) {
  const views = [];
  for (let i = 0; i < 5; i++) {
    await on(world, `#/overview?range=30d&brand=${brand}`, {}, async page => { views.push(await page.evaluate(PARTS)); });
  }
  views.sort((a, b) => a.shown - b.shown);
  const { posts } = await ask(world, `/v1/brands/${brand}/summary`);
  console.log(JSON.stringify({ name: `first view of ${posts} posts: median ${JSON.stringify(views[2])} of ${views.map(each => each.shown).join(', ')}` }));
  assert.ok(views[0].shown > 0, 'the page did not mark its first view');
  const most = Number(process.env.SECONDS_AT_MOST ?? Number.NaN);
  if (Number.isFinite(most)) assert.ok(views[2].shown <= most * 1000, `median ${views[2].shown} ms`);
}

export const firstView = [
  ['first view of the demo', world => measured(world, 'nivaro')],
  ['first view of a large workspace', world => measured(world, 'throng')],
];
