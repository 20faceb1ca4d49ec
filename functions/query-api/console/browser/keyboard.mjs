// Everything by keyboard: reach, filter, open, close, and see where one is.
import { assert, on, until } from './expect.mjs';

const focused = page => page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 80) ?? '');

/** Presses Tab until the focus is on what is wanted. */
async function tabTo(page, wanted, most = 120) {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(selector => document.activeElement?.matches(selector), wanted)) return;
  }
  throw new Error(`${most} times Tab did not reach ${wanted}`);
}

export const keyboard = [
  ['the first Tab skips to the content', world => on(world, '#/overview?range=24h&brand=nivaro', {}, async page => {
    await page.keyboard.press('Tab');
    assert.match(await focused(page), /Skip to content/);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  })],
  ['a bar is chosen, its focus is seen, and the mentions follow', world => on(world, '#/overview?range=24h&brand=nivaro', {}, async page => {
    await tabTo(page, 'button.bar');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(outline, 'solid');
    await page.keyboard.press('Enter');
    await page.locator('.chip').first().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-pressed')), 'true');
  })],
  ['the drawer keeps the focus, closes on Escape and gives it back', world => on(world, '#/mentions?brand=nivaro', {}, async page => {
    await tabTo(page, '.mention footer button');
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    assert.ok(await page.evaluate(() => document.querySelector('dialog').contains(document.activeElement)));
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    assert.doesNotMatch(page.url(), /why=/);
    assert.ok(await page.evaluate(() => document.activeElement.matches('.mention footer button')));
  })],
  ['another screen is opened from the menu and is where reading begins', world => on(world, '#/overview?brand=nivaro', {}, async page => {
    await tabTo(page, 'nav.menu a[href*="cases"]');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
    await until(() => page.evaluate(() => document.activeElement.id === 'main'), () => focused(page));
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  })],
  ['a correction is given, and read again', world => on(world, '#/mentions?brand=nivaro', {}, async page => {
    await page.locator('.mention footer button').nth(2).click();
    await page.getByLabel('The post as a whole').selectOption('mixed');
    await page.getByRole('button', { name: 'Keep this' }).click();
    await page.getByText('Kept. Thank you.').waitFor();
    await page.getByText('You said mixed').waitFor();
  })],
];
