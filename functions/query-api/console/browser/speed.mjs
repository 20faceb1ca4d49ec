// How long until the first figures stand: a new tab, nothing kept, the key in hand. Reported; judged where SECONDS says so.
import { assert, on } from './expect.mjs';

export const firstView = [
  ['first view', async world => {
    const times = [];
    for (let i = 0; i < 5; i++) {
      await on(world, '#/overview?range=30d&brand=nivaro', {}, async page => {
        times.push(await page.evaluate(() => Math.round(performance.getEntriesByName('first-view')[0]?.startTime ?? -1)));
      });
    }
    times.sort((a, b) => a - b);
    console.log(JSON.stringify({ name: `first view of the overview: median ${times[2]} ms of ${times.join(', ')}` }));
    assert.ok(times[0] > 0, 'the page did not mark its first view');
    const most = Number(process.env.SECONDS_AT_MOST ?? Number.NaN);
    if (Number.isFinite(most)) assert.ok(times[2] <= most * 1000, `median ${times[2]} ms`);
  }],
];
