import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiError, PAUSES, clientOf, pathOf, withQuery } from '../src/api/client';

type Answer = { status: number; body?: string; headers?: Record<string, string> } | 'lost';

function world(...answers: Answer[]) {
  const asked: Array<{ url: string; key: string; method: string }> = [];
  const waited: number[] = [];
  let key = 'old';
  const client = clientOf({
    key: () => key,
    base: () => 'https://api.test/stage/',
    fetch: async (url, init) => {
      asked.push({ url: String(url), key: (init!.headers as Record<string, string>)['x-api-key']!, method: init!.method! });
      const answer = answers.shift()!;
      if (answer === 'lost') throw new TypeError('network');
      return new Response(answer.status === 204 ? null : answer.body ?? '{}', { status: answer.status, headers: answer.headers });
    },
    wait: async seconds => { waited.push(seconds); },
    newKey: async () => { key = 'new'; },
  });
  return { client, asked, waited };
}

test('an answer below a stage is asked there', async () => {
  const { client, asked } = world({ status: 200, body: '{"a":1}' });
  assert.deepEqual(await client.json('/v1/brands'), { a: 1 });
  assert.equal(asked[0]!.url, 'https://api.test/stage/v1/brands');
});

test('a busy service is asked again, after as long as it says', async () => {
  const { client, waited } = world({ status: 503, headers: { 'retry-after': '7' } }, { status: 429 }, { status: 200 });
  await client.json('/v1/brands');
  assert.deepEqual(waited, [7, PAUSES[1]]);
});

test('a service that stays busy is given up, in words', async () => {
  const { client, asked } = world(...Array.from({ length: 5 }, () => ({ status: 503 })));
  await assert.rejects(client.json('/v1/x'), (error: ApiError) => error.kind === 'busy');
  assert.equal(asked.length, PAUSES.length + 1);
});

test('a change that may have happened is not repeated', async () => {
  const { client, asked } = world({ status: 503 });
  await assert.rejects(client.json('/v1/x', { method: 'PUT', body: {} }), (error: ApiError) => error.kind === 'busy');
  assert.equal(asked.length, 1);
});

test('a change that was refused for haste alone is repeated', async () => {
  const { client, asked } = world({ status: 429 }, { status: 204 });
  assert.equal(await client.json('/v1/x', { method: 'PUT', body: {} }), undefined);
  assert.equal(asked.length, 2);
});

test('a budget that is spent is told in the API\'s words, and not asked again', async () => {
  const body = JSON.stringify({ type: 'urn:earshot:problem:budget-spent', status: 429, detail: 'the month\'s posts are used' });
  const { client, asked } = world({ status: 429, body });
  await assert.rejects(client.json('/v1/posts', { method: 'POST', body: {} }),
    (error: ApiError) => error.kind === 'refused' && error.message === 'the month\'s posts are used');
  assert.equal(asked.length, 1);
});

test('a revoked key is replaced and the request goes on', async () => {
  const { client, asked } = world({ status: 403, body: '{"message":"Forbidden"}' }, { status: 200, body: '{"ok":true}' });
  assert.deepEqual(await client.json('/v1/x'), { ok: true });
  assert.deepEqual(asked.map(each => each.key), ['old', 'new']);
});

test('a scope that is missing is no revoked key', async () => {
  const { client } = world({ status: 403, body: '{"type":"urn:earshot:problem:forbidden","detail":"this needs the scope \'write\'"}' });
  await assert.rejects(client.json('/v1/x'), (error: ApiError) => error.kind === 'scope' && error.message.includes('write'));
});

test('a lost connection is tried again, then told', async () => {
  const { client } = world('lost', 'lost', { status: 200 });
  await client.json('/v1/x');
  const gone = world(...Array.from({ length: 5 }, () => 'lost' as const));
  await assert.rejects(gone.client.json('/v1/x'), (error: ApiError) => error.kind === 'offline');
});

test('an answer that is no JSON is told by its text', async () => {
  const { client } = world({ status: 400, body: '<html>nope' });
  await assert.rejects(client.json('/v1/x'), (error: ApiError) => error.kind === 'refused' && error.message === '<html>nope');
});

test('paths and queries are encoded, empty parameters left out', () => {
  assert.equal(pathOf`/v1/posts/${'bluesky'}/${'at://did:x/a b'}`, '/v1/posts/bluesky/at%3A%2F%2Fdid%3Ax%2Fa%20b');
  assert.equal(withQuery('/v1/x', { a: '1&2', b: undefined, c: '', d: 0 }), '/v1/x?a=1%262&d=0');
});
