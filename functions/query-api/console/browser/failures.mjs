// What goes wrong outside: clear words, and nothing that is on screen or was typed is lost.
import { assert, on, tell } from './expect.mjs';
import { withKey } from './keys.mjs';

const busy = status => ({ status, headers: { 'retry-after': '1' }, contentType: 'application/problem+json', body: JSON.stringify({ type: 'urn:earshot:problem:unavailable', title: 'x', status, detail: 'busy' }) });
const complainsOf = (...codes) => complaint => codes.some(code => complaint.includes(String(code)));

export const failures = [
  ['a key that is revoked while something was typed', world => withKey(world, ['read', 'write'], issued => on(world, '#/settings?id=nivaro&brand=nivaro', { key: issued.key }, async page => {
    await page.getByLabel('Other names').fill('Nivaro Mobile');
    await tell(world, 'DELETE', `/v1/keys/${issued.id}`);
    await page.getByRole('button', { name: 'What would change?' }).click();
    const dialog = page.getByRole('dialog', { name: 'The key is no longer valid' });
    await dialog.waitFor();
    await dialog.getByLabel('API key').fill(world.key);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await page.getByLabel('Other names').inputValue(), 'Nivaro Mobile');
    // The request that was refused has gone on by itself.
    await page.getByRole('heading', { name: /would be gained/ }).waitFor();
  }, complainsOf(403)))],
  ...[503, 429].map(status => [`an answer of ${status} keeps what is on screen, and is asked again`, world => on(world, '#/overview?range=24h&brand=nivaro', {}, async page => {
    const before = await page.locator('.figure-value').first().textContent();
    await page.route('**/v1/brands/nivaro/summary**', route => route.fulfill(busy(status)));
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText(/The service is busy; trying again in/).first().waitFor();
    assert.equal(await page.locator('.figure-value').first().textContent(), before);
    await page.unroute('**/v1/brands/nivaro/summary**');
    await page.getByText(/The service is busy/).first().waitFor({ state: 'detached' });
    assert.equal(await page.locator('.figure-value').first().textContent(), before);
  }, complainsOf(status))]),
  ['a service that answers slowly says so', world => on(world, '#/mentions?brand=nivaro', {}, async page => {
    await page.route('**/v1/brands/nivaro/episodes**', async route => { await new Promise(done => setTimeout(done, 6_000)); await route.continue(); });
    await page.evaluate(() => { location.hash = '#/trends?brand=nivaro'; });
    await page.getByText('This takes longer than usual; still waiting.').waitFor();
    await page.getByText('This takes longer than usual; still waiting.').waitFor({ state: 'detached' });
  })],
  ['a brand that was deleted in another tab', async world => {
    await tell(world, 'PUT', '/v1/brands/passing', { name: 'Passing' });
    await on(world, '#/overview?range=24h&brand=passing', {}, async page => {
      const before = await page.locator('.figure-value').first().textContent();
      await tell(world, 'DELETE', '/v1/brands/passing');
      await page.getByRole('button', { name: 'Refresh' }).click();
      await page.getByText(/It is not there \(any more\)/).first().waitFor();
      // What is on screen is kept beside the words.
      assert.equal(await page.locator('.figure-value').first().textContent(), before);
      await page.getByRole('link', { name: 'Brands that there are' }).first().click();
      await page.getByRole('heading', { name: /brands are watched/ }).waitFor();
    }, complainsOf(404));
  }],
  ['a range of five years', world => on(world, '#/overview?range=5y&brand=nivaro', {}, async page => {
    await page.locator('.chart svg').first().waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  })],
  ['a range that ends before it begins falls back, without an error', world => on(world, '#/overview?range=own&from=2026-05-05&to=2020-01-01&brand=nivaro', {}, async page => {
    await page.locator('.figure-value').first().waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  })],
];
