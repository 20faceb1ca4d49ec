// What checks are told with.
import assert from 'node:assert/strict';

export { assert };

/** Waits until a condition holds, and fails with what was seen last. */
export async function until(of, seen = () => '', seconds = 20) {
  const end = Date.now() + seconds * 1000;
  while (!(await of())) {
    if (Date.now() > end) throw new Error(`did not come about within ${seconds} s; last seen: ${String(await seen()).slice(0, 500)}`);
    await new Promise(done => setTimeout(done, 50));
  }
}

/** Opens, checks, and closes whatever happens; the page may have complained of nothing but what is allowed. */
export async function on(world, hash, options, check, allowed = () => false) {
  const opened = await world.open(hash, options);
  try {
    await check(opened.page);
    assert.deepEqual(opened.complaints.filter(each => !allowed(each)), []);
  } finally {
    await opened.close();
  }
}

/** Tells the API something; the answer, where it has one. */
export async function tell(world, method, path, body, headers = {}) {
  const response = await fetch(world.address + path, { method, headers: { 'x-api-key': world.key, ...headers }, body: body && JSON.stringify(body) });
  assert.ok(response.ok, `${method} ${path}: ${response.status}`);
  return response.status === 204 ? undefined : response.json();
}

export async function ask(world, path) {
  const response = await fetch(world.address + path, { headers: { 'x-api-key': world.key } });
  assert.equal(response.status, 200, path);
  return response.json();
}
