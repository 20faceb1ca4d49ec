// What the page says is what the API answers, value by value.
import { assert, ask, on } from './expect.mjs';

/** The last address that the page asked, of those that match. */
function asked(page, pattern) {
  const found = [];
  page.on('request', request => { if (pattern.test(request.url())) found.push(new URL(request.url())); });
  return found;
}

const percent = share => new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: share > 0 && share < 0.01 ? 1 : 0 }).format(share);
const number = value => new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value);
const LABELS = { negative: 'negative', mixed: 'mixed', neutral: 'neutral', positive: 'positive', abstain: 'not sure' };

async function rows(page, heading) {
  const card = page.locator('section.card', { has: page.getByRole('heading', { name: heading }) });
  await card.locator('details.as-table > summary').click();
  return card.locator('table tbody tr').evaluateAll(all => all.map(row => [...row.cells].map(cell => cell.textContent)));
}

/** The overview's figures against the answer that it was made of. */
export function overviewOf(brand, range) {
  return async world => {
    let summaries;
    await on(world, `#/overview?range=${range}&brand=${brand}`, { before: page => { summaries = asked(page, new RegExp(`${brand}/summary`)); } }, async page => {
      const [first, second] = summaries.slice(0, 2);
      const now = [first, second].sort((a, b) => a.searchParams.get('from') < b.searchParams.get('from') ? 1 : -1)[0];
      const answer = await ask(world, now.pathname + now.search);
      const figures = await page.locator('.headline .figure').evaluateAll(all => Object.fromEntries(all.map(each => [each.querySelector('dt').textContent, each.querySelector('.figure-value').textContent])));
      assert.equal(figures.Posts, number(answer.posts));
      assert.equal(figures.Negative, percent(answer.sentiment.negative.share));
      assert.equal(figures.Positive, percent(answer.sentiment.positive.share));
      assert.equal(figures.Complaints, percent(answer.intent.complaint.share));
      assert.equal(figures['For review'], number(answer.forReview));
      const shown = await rows(page, /are negative/);
      assert.deepEqual(shown, Object.entries(LABELS).map(([key, name]) => {
        const { count, share, interval } = answer.sentiment[key];
        return [name, number(count), percent(share), `${percent(interval[0])} to ${percent(interval[1])}`];
      }));
      const voice = await rows(page, /of what is said/);
      assert.deepEqual(voice.map(row => row.slice(0, 3)), answer.shareOfVoice.map(each => [each.name, number(each.posts), percent(each.share)]));
    });
  };
}

export const numbers = [
  ['overview shows the summary, value by value', overviewOf('nivaro', '24h')],
  ['timeline shows the API\'s points, hour by hour', async world => {
    let timelines;
    await on(world, '#/overview?range=24h&brand=nivaro', { before: page => { timelines = asked(page, /nivaro\/timeline/); } }, async page => {
      const at = timelines[0];
      const answer = await ask(world, at.pathname + at.search);
      const shown = await rows(page, /rose|stands out/);
      assert.equal(shown.length, answer.points.length);
      assert.deepEqual(shown.map(row => Number(row[1])), answer.points.map(point => point.posts));
      const columns = await page.locator('section.card.wide table thead th').allTextContents();
      const negative = columns.indexOf('negative');
      assert.deepEqual(shown.map(row => Number(row[negative])), answer.points.map(point => point.sentiment.negative));
    });
  }],
  ['mentions are the API\'s, filtered by a click on a bar', async world => {
    await on(world, '#/overview?range=24h&brand=nivaro', {}, async page => {
      await page.locator('button.bar', { hasText: 'complaint' }).click();
      assert.match(page.url(), /m\.intent=complaint/);
      await page.locator('.chip', { hasText: 'complaint' }).waitFor();
      await page.waitForLoadState('networkidle');
      const answer = await ask(world, '/v1/brands/nivaro/posts?intent=complaint&limit=20');
      assert.equal(await page.locator('.dock article.mention').count(), answer.posts.length);
      const first = await ask(world, `/v1/posts/${answer.posts[0].platform}/${encodeURIComponent(answer.posts[0].id)}`);
      assert.equal(await page.locator('.dock article.mention blockquote').first().textContent(), first.text);
      await page.goBack();
      assert.doesNotMatch(page.url(), /m\.intent/);
      await page.locator('.chip').waitFor({ state: 'detached' });
    });
  }],
  ['cases are the API\'s, in its order', async world => {
    await on(world, '#/cases?range=7d&brand=nivaro', {}, async page => {
      const answer = await ask(world, '/v1/cases?brand=nivaro&state=open&order=urgent&limit=50');
      assert.equal(await page.locator('article.case').count(), answer.items.length);
      const levels = await page.locator('article.case .card-head .row .tag:first-child').allTextContents();
      assert.deepEqual(levels, answer.items.map(each => each.priority.level));
    });
  }],
  ['influencers are the API\'s, with their intervals', async world => {
    await on(world, '#/influencers?brand=nivaro', {}, async page => {
      const answer = await ask(world, '/v1/influencers?brand=nivaro&limit=50');
      assert.ok(answer.influencers.length > 0, 'nobody was scored');
      const shown = await page.locator('main tbody tr .with-interval').evaluateAll(all => all.map(each => each.title));
      assert.deepEqual(shown, answer.influencers.map(each => `${number(each.score)} (${number(each.interval[0])} to ${number(each.interval[1])})`));
    });
  }],
];
