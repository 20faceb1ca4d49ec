// Each screen opens in both themes and at 390 px, is clean for axe, fits the width, and complains of nothing.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { assert, on } from './expect.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const ALL = [
  'overview?range=7d', 'overview?range=24h&by=intent', 'mentions', 'trends', 'trends?tab=topics', 'pictures', 'pictures?all=true', 'pictures?q=coffee', 'influencers',
  'influencers?tab=portfolio', 'alerts', 'alerts?tab=rules', 'alerts?tab=silences', 'alerts?tab=webhooks', 'cases', 'compare',
  'campaigns', 'imports', 'imports?tab=jobs', 'imports?tab=refused', 'imports?tab=exports', 'audience', 'audience?id=new',
  'audience?tab=times', 'audience?tab=test', 'sources', 'sources?id=new', 'settings', 'settings?id=nivaro', 'settings?tab=key',
  'settings?tab=cases', 'settings?tab=usage', 'settings?tab=keys', 'privacy', 'privacy?tab=duties', 'privacy?tab=stores', 'privacy?tab=statements',
  'privacy?tab=audit', 'nothing',
];

const VIEWS = [
  ['light', { theme: 'light' }],
  ['dark', { theme: 'dark' }],
  ['narrow', { theme: 'light', width: 390, height: 844 }],
];

export async function violations(page) {
  return page.evaluate(`${axe};axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(result => result.violations.map(
    each => each.id + ': ' + each.nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(' | ')))`);
}

async function opens(page, world, name) {
  assert.deepEqual(await violations(page), []);
  assert.equal(await page.locator('h1').count(), 1);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'it is wider than the window');
  // Targets of 24 px; links within a sentence are exempt (WCAG 2.5.8).
  const small = await page.evaluate(() => [...document.querySelectorAll('button, select, input:not(.unseen), nav a, summary')]
    .filter(each => each.checkVisibility() && !each.closest('.unseen, .skip'))
    .filter(each => { const box = each.getBoundingClientRect(); return box.height > 0 && box.height < 24 && !each.closest('label'); })
    .map(each => each.outerHTML.slice(0, 120)));
  assert.deepEqual(small, []);
  await page.screenshot({ path: `${world.pictures}/${name}.png` });
}

export const screens = [
  ...ALL.flatMap(screen => VIEWS.map(([view, options]) => [
    `screen ${screen} opens, ${view}`,
    world => on(world, `#/${screen}${screen.includes('?') ? '&' : '?'}brand=nivaro`, options,
      page => opens(page, world, `${screen.replace(/\W+/g, '-')}-${view}`)),
  ])),
  ...['de', 'es', 'fr'].map(language => [`overview speaks ${language}`, world => on(world, '#/overview?range=24h&brand=nivaro', { language }, async page => {
    assert.equal(await page.getAttribute('html', 'lang'), language);
    await opens(page, world, `overview-${language}`);
  })]),
  ['entrance asks for a key', world => on(world, '', { key: '' }, async page => {
    await page.getByLabel('API key').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await opens(page, world, 'entrance');
    await page.getByLabel('API key').fill(world.key);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  }, complaint => complaint.includes('403'))],
  ['the why drawer is clean', world => on(world, '#/overview?range=24h&brand=nivaro', {}, async page => {
    await page.locator('.mention footer button').first().click();
    await page.getByRole('heading', { name: /These words|No words/ }).waitFor();
    await opens(page, world, 'why-light');
  })],
];
