// The screens of a team's work beside mentions: topics, sources, cases' settings, requests, audit, a test of hours.
import { assert, ask, on, tell } from './expect.mjs';

const hour = back => new Date(Date.now() - back * 3_600_000).toISOString();
const TOPICS = {
  brand: 'nivaro',
  until: hour(1),
  topics: [
    { id: 't1', label: 'loose handle', state: 'strong', start: hour(20), peak: hour(15), last: hour(2), posts: 42, expected: 6.5, authors: 31,
      growth: { recent: 12, before: 5 }, evidence: 18, moods: { negative: 30, neutral: 8, positive: 4 },
      terms: [{ kind: 'term', name: 'handle' }, { kind: 'hashtag', name: 'nivarogate' }], examples: [] },
    { id: 't2', label: 'price rise', state: 'weak', start: hour(4), peak: hour(3), last: hour(1), posts: 9, expected: 2, authors: 9,
      growth: { recent: 6, before: 3 }, evidence: 6, moods: { neutral: 9 }, terms: [{ kind: 'term', name: 'price' }], examples: [] },
  ],
};

export const work = [
  ['topics stand on the timeline and lead to their mentions', world => on(world, '#/trends?tab=topics&range=24h&brand=nivaro', {
    before: page => page.route('**/v1/brands/nivaro/topics', route => route.fulfill({ json: TOPICS })),
  }, async page => {
    await page.getByRole('heading', { name: /“loose handle” stands out most: 42 posts where 7 are usual/ }).waitFor();
    assert.equal(await page.locator('.chart svg circle').count(), 2);
    await page.locator('details.as-table > summary').first().click();
    const rows = await page.locator('section.card.wide tbody tr').evaluateAll(all => all.map(row => [row.cells[0].textContent, row.cells[4].textContent]));
    assert.deepEqual(rows, [['loose handle', '42'], ['price rise', '9']]);
    await page.screenshot({ path: `${world.pictures}/topics-filled.png` });
    await page.locator('.chart svg circle').first().click();
    await page.locator('.chip').first().waitFor();
    assert.equal(new URL(page.url()).hash.includes(`m.from=${Date.parse(TOPICS.topics[0].start)}`), true);
  })],
  ['a source is added, shown as the API tells it, and paused', world => on(world, '#/sources?id=new&brand=nivaro', {}, async page => {
    await page.getByLabel('Kind').selectOption('app-store-reviews');
    await page.getByLabel('Name of the source').fill('reviews');
    await page.getByLabel(/What it reads/).fill('de/123456789');
    await page.getByLabel('Paused').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: /App Store, reviews/ }).waitFor();
    const source = await ask(world, '/v1/sources/reviews');
    assert.equal(source.paused, true);
    const facts = await page.locator('.facts').first().textContent();
    assert.ok(facts.includes(`${source.state.requestsToday} of ${new Intl.NumberFormat('en').format(source.dailyRequests)}`), facts);
    await page.screenshot({ path: `${world.pictures}/sources-filled.png` });
    await page.getByText('paused', { exact: true }).first().waitFor();
    await tell(world, 'DELETE', '/v1/sources/reviews');
  })],
  ['service hours, times to answer and teams are kept as they were typed', world => on(world, '#/settings?tab=cases&brand=nivaro', {}, async page => {
    await page.getByLabel('Time zone', { exact: true }).fill('Europe/Berlin');
    await page.getByLabel('Monday').fill('09:00-12:00, 13:00-17:30');
    await page.getByLabel('Sunday').fill('');
    await page.getByLabel('urgent, First answer').fill('0.5');
    await page.getByRole('button', { name: 'Add a team' }).click();
    await page.getByRole('group', { name: /^Kind, / }).getByLabel('complaint').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    const settings = await ask(world, '/v1/settings/cases');
    assert.equal(settings.zone, 'Europe/Berlin');
    assert.deepEqual(settings.week.monday, ['09:00-12:00', '13:00-17:30']);
    assert.equal(settings.week.sunday, undefined);
    assert.equal(settings.firstResponse.urgent, 'PT30M');
    assert.deepEqual(settings.teams.map(team => [team.name, team.kinds]), [['Team 1', ['complaint']]]);
    await tell(world, 'PUT', '/v1/settings/cases', {});
  })],
  ['a person\'s request is received, taken up and answered, and stands in the audit', world => on(world, '#/privacy?brand=nivaro', {}, async page => {
    await page.getByLabel(/^Account/).fill('nobody-here');
    await page.getByRole('button', { name: 'Receive a request' }).click();
    const first = page.locator('ol.plain > li').first();
    await first.getByText('open', { exact: true }).waitFor();
    await first.getByLabel('How you made sure who is asking').fill('passport seen');
    await first.getByRole('button', { name: /Do it/ }).click();
    await first.getByText('fulfilled', { exact: true }).waitFor();
    const download = page.waitForEvent('download');
    await first.getByRole('button', { name: /Save the signed receipt/ }).click();
    assert.match((await download).suggestedFilename(), /^receipt-.*\.txt$/);
    const audit = await ask(world, '/v1/privacy/audit');
    await page.getByRole('link', { name: 'Audit' }).click();
    await page.getByRole('heading', { name: /the chain is whole/ }).waitFor();
    assert.equal(await page.locator('main tbody tr').count(), audit.lines.length);
  })],
  ['a test of two hours says what it needs', world => on(world, '#/audience?tab=test&a=9&b=18&first=2026-12-07&rise=20&pairs=20&brand=nivaro', {}, async page => {
    const plan = await ask(world, '/v1/brands/nivaro/timing/test?hours=9,18&from=2026-12-07&rise=0.2&pairs=20&zone=UTC');
    await page.getByText(plan.finding).waitFor();
    await page.locator('details.as-table > summary').click();
    assert.equal(await page.locator('main tbody tr').count(), plan.slots.length);
  })],
  ['a segment of too few people is refused with the reason, and what was typed stays', world => on(world, '#/audience?id=new&brand=nivaro', {}, async page => {
    await page.getByLabel('Name').fill('Tea drinkers');
    await page.getByLabel(/^About/).fill('tea');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').waitFor();
    assert.equal(await page.getByLabel('Name').inputValue(), 'Tea drinkers');
  }, complaint => complaint.includes('409'))],
  ['every bar of the overview filters, platforms too', world => on(world, '#/overview?range=24h&brand=nivaro', {}, async page => {
    assert.equal(await page.locator('div.bar').count(), 0, 'a bar is no button');
    const card = page.locator('section.card', { has: page.getByRole('heading', { name: /Most is said on/ }) });
    const bar = card.locator('button.bar').first();
    const name = await bar.locator('.bar-name').textContent();
    await bar.click();
    await page.locator('.chip', { hasText: name }).waitFor();
    const platform = new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('m.platform');
    await page.waitForLoadState('networkidle');
    const answer = await ask(world, `/v1/brands/nivaro/posts?platform=${platform}&limit=20`);
    assert.equal(await page.locator('.dock article.mention').count(), answer.posts.length);
    assert.ok(answer.posts.every(post => post.platform === platform));
  })],
  ['what a month used is the API\'s, and its limits are kept as they were typed', world => on(world, '#/settings?tab=usage&brand=nivaro', {}, async page => {
    const usage = await ask(world, '/v1/usage');
    await page.locator('details.as-table > summary').click();
    const rows = await page.locator('main tbody tr').evaluateAll(all => all.map(row => row.cells[1].textContent));
    const number = value => new Intl.NumberFormat('en', { maximumFractionDigits: 3 }).format(value);
    assert.deepEqual(rows, usage.kinds.map(each => number(each.used)));
    await page.getByLabel('pictures').fill('5000');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: /of the month’s pictures are used/ }).waitFor();
    assert.equal((await ask(world, '/v1/usage')).kinds.find(each => each.kind === 'pictures').limit, 5000);
    await tell(world, 'PUT', '/v1/usage/limits', {});
  })],
];
