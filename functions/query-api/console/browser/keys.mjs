// Keys and saved views: what an administrator and a team do with them, and what is kept from a key that may only read.
import { assert, ask, on, tell, until } from './expect.mjs';

/** A key that lives as long as the check. */
export async function withKey(world, scopes, check) {
  const issued = await tell(world, 'POST', '/v1/keys', { name: 'for a check', scopes });
  try {
    return await check(issued);
  } finally {
    await tell(world, 'DELETE', `/v1/keys/${issued.id}`).catch(() => undefined);
  }
}

const opens = async (world, key) => (await fetch(`${world.address}/v1/brands`, { headers: { 'x-api-key': key } })).status;

export const keys = [
  ['a key is issued, shown once, opens, and is revoked at once', world => on(world, '#/settings?tab=keys&brand=nivaro', {}, async page => {
    page.on('dialog', dialog => void dialog.accept());
    await page.getByLabel(/^Name/).fill('Ann, reports');
    await page.getByRole('button', { name: 'Issue a key' }).click();
    const shown = page.getByLabel('API key');
    await shown.waitFor();
    const key = await shown.inputValue();
    assert.match(key, /^ek_/);
    assert.equal(await opens(world, key), 200);
    await page.getByRole('button', { name: 'Put it away' }).click();
    await until(async () => !(await page.content()).includes(key));
    const row = page.getByRole('row', { name: /Ann, reports/ });
    await row.waitFor();
    await row.getByRole('button', { name: /Revoke/ }).click();
    await page.getByText('is revoked and opens nothing any more').waitFor();
    assert.equal(await opens(world, key), 403);
    const audit = await ask(world, '/v1/privacy/audit');
    assert.deepEqual(audit.lines.slice(-2).map(line => line.action), ['issue key', 'revoke key']);
  })],
  ['keys are the API\'s', world => on(world, '#/settings?tab=keys&brand=nivaro', {}, async page => {
    const answer = await ask(world, '/v1/keys');
    const shown = await page.locator('main tbody code').allTextContents();
    assert.deepEqual(shown, answer.keys.map(each => each.id));
  })],
  ['what a key that may only read forbids is not shown', world => withKey(world, ['read'], async ({ key }) => {
    const absent = async (page, name) => assert.equal(await page.getByRole('button', { name }).count(), 0, name);
    await on(world, '#/settings?brand=nivaro', { key }, async page => {
      assert.deepEqual(await page.locator('nav.tabs a').allTextContents(), ['Brands', 'Cases', 'Usage', 'This key']);
      await absent(page, 'Add a brand');
    });
    for (const [screen, name] of [['sources', 'Add a source'], ['audience', 'Add a segment'], ['privacy', 'Receive a request'], ['settings?tab=cases', 'Save']]) {
      await on(world, `#/${screen}${screen.includes('?') ? '&' : '?'}brand=nivaro`, { key }, page => absent(page, name));
    }
    await on(world, '#/privacy?brand=nivaro', { key }, async page => {
      assert.deepEqual(await page.locator('nav.tabs a').allTextContents(), ['Requests', 'Duties', 'Where data lies']);
    });
  })],
  ['a view is saved, opened, replaced and removed', world => on(world, '#/overview?range=24h&brand=nivaro&m.intent=complaint', {}, async page => {
    page.on('dialog', dialog => void dialog.accept());
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByLabel('Save this page as').fill('Complaints of the day');
    await page.keyboard.press('Enter');
    const link = page.getByRole('link', { name: 'Complaints of the day' });
    await link.waitFor();
    const [saved] = (await ask(world, '/v1/views')).views;
    assert.equal(saved.address, '#/overview?brand=nivaro&m.intent=complaint&range=24h');
    await page.evaluate(() => { location.hash = '#/cases?brand=nivaro'; });
    await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
    await link.click();
    await page.locator('.chip', { hasText: 'complaint' }).waitFor();
    // Somebody else changes it meanwhile: nothing of theirs is lost.
    await tell(world, 'PUT', `/v1/views/${saved.id}`, { name: saved.name, address: '#/alerts' }, { 'if-match': saved.etag });
    await page.getByRole('button', { name: /Replace with this page/ }).click();
    await page.getByText(/the view has changed since/).waitFor();
    assert.equal((await ask(world, `/v1/views/${saved.id}`)).address, '#/alerts');
    await page.reload();
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('button', { name: /Remove Complaints/ }).click();
    await page.getByText('No view has been saved yet.').waitFor();
    assert.deepEqual((await ask(world, '/v1/views')).views, []);
  }, complaint => complaint.includes('409'))],
];
