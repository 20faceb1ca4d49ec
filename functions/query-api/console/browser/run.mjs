// Drives Chromium through the console of a running stack: node browser/run.mjs CHROMIUM SCREENSHOTS
// A third argument runs only the checks whose names hold it. The environment says where: CONSOLE, KEY. Each check prints a
// line of JSON: {"name", "failure"?}.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { failures } from './failures.mjs';
import { firstView } from './speed.mjs';
import { hostile } from './hostile.mjs';
import { keyboard } from './keyboard.mjs';
import { keys } from './keys.mjs';
import { large } from './large.mjs';
import { numbers } from './numbers.mjs';
import { screens } from './screens.mjs';
import { work } from './work.mjs';

const [executablePath, pictures, only = ''] = process.argv.slice(2);
const world = { address: process.env.CONSOLE, key: process.env.KEY, pictures, open };
mkdirSync(pictures, { recursive: true });

// Chromium's own sandbox needs rights that containers do not give; the page is the project's own.
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });

/** A page on a screen, with the key in its tab; what its console complains about is collected. */
async function open(hash, { theme = 'light', width = 1440, height = 1000, language = 'en', key = world.key, before } = {}) {
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: theme, locale: language, timezoneId: 'UTC', reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('pageerror', error => complaints.push(String(error.stack ?? error)));
  page.on('request', request => { if (new URL(request.url()).origin !== new URL(world.address).origin && !/^(data|blob):/.test(request.url())) complaints.push(`asked elsewhere: ${request.url()}`); });
  if (key) await page.addInitScript(given => sessionStorage.getItem('earshot.key') ?? sessionStorage.setItem('earshot.key', given), key);
  await before?.(page);
  await page.goto(`${world.address}/${hash}`);
  await settled(page);
  return { page, complaints, close: () => context.close() };
}

async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('main .loading'));
}

for (const [name, check] of [...screens, ...numbers, ...large, ...keys, ...work, ...keyboard, ...hostile, ...failures, ...firstView].filter(([each]) => each.includes(only))) {
  let failure;
  try {
    await check(world);
  } catch (error) {
    failure = String(error.stack ?? error).slice(0, 4_000);
  }
  console.log(JSON.stringify({ name, failure }));
}
await browser.close();
