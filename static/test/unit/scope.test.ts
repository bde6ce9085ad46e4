import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { Actors } from '../../src/actors.ts';
import { Api, apiAddress } from '../../src/api/client.ts';
import type { Source } from '../../src/api/types.ts';
import { parseDay, type Day } from '../../src/day.ts';
import { loadOverview } from '../../src/overview.ts';
import { askable, choices, EVERYTHING, sameScope, scopeQuery, turned } from '../../src/scope.ts';

const day = (text: string): Day => parseDay(text) ?? assert.fail(text);
const source = (id: string, reports: number): Source => ({
  id, name_en: id, name_ar: '', side: '', weight: 0.8, listed: true, reports, counts: true,
});
const SOURCES = [source('echo', 2), source('radio', 7), source('silent', 0)];

/** A server that writes down what it is asked. */
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ sources: SOURCES, days: [], changes: [], places: [], reports: 9, claims: 30 }));
});
before(async () => { await once(server.listen(0, '127.0.0.1'), 'listening'); });
after(() => { server.close(); });
const api = (): Api => new Api(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

test('a source is left out once, and counts again', () => {
  const one = turned(EVERYTHING, 'radio', false);
  const two = turned(turned(one, 'echo', false), 'echo', false);
  assert.deepEqual(two.without, ['echo', 'radio']);
  assert.deepEqual(turned(two, 'radio', true).without, ['echo']);
  assert.deepEqual(EVERYTHING.without, []);
});

test('the same sources left out are the same scope', () => {
  assert.ok(sameScope({ without: [], knownOn: null }, EVERYTHING));
  assert.ok(!sameScope({ without: ['echo'], knownOn: null }, EVERYTHING));
  assert.ok(!sameScope({ without: [], knownOn: day('2017-08-12') }, EVERYTHING));
});

test('each source left out is a parameter of its own, whatever it is called', () => {
  const scope = { without: ['echo', 'Smith, John & Co'], knownOn: day('2017-08-12') };
  assert.equal(
    apiAddress('/api/areas', { day: '2017-08-13', ...scopeQuery(scope) }),
    '/api/areas?day=2017-08-13&without=echo&without=Smith%2C+John+%26+Co&as_known_on=2017-08-12');
  assert.equal(apiAddress('/api/days', scopeQuery(EVERYTHING)), '/api/days');
});

test('every question of control is asked in the scope', async () => {
  const within = api().within({ without: ['echo'], knownOn: day('2017-09-01') });
  const { signal } = new AbortController();
  const on = day('2017-08-13');
  asked.length = 0;
  await Promise.all([
    within.meta(), within.days(), within.ground(signal), within.course(signal), within.holdings(on, signal),
    within.claims({ first: on, last: on }, signal, 'kadir'), within.changes({ first: on, last: on }, signal), within.whoHolds('kadir', on, signal),
    within.whoHoldsPoint(38.8, 35.2, on, signal), within.history('kadir', signal),
  ]);
  assert.equal(asked.length, 10);
  for (const question of asked) assert.match(question, /[?&]without=echo&as_known_on=2017-09-01$/);
});

test('a source that was not known then is not asked to be left out, and stays in the list', async () => {
  const scope = { without: ['echo', 'later'], knownOn: day('2017-09-01') };
  asked.length = 0;
  const overview = await loadOverview(api(), scope);
  assert.deepEqual(asked[0], '/api/sources?as_known_on=2017-09-01');
  assert.deepEqual(asked.slice(1).sort(), ['/api/days?without=echo&as_known_on=2017-09-01', '/api/meta?without=echo&as_known_on=2017-09-01']);
  assert.deepEqual(overview.asked, scope);
  assert.deepEqual(overview.scope, askable(scope, SOURCES));
  assert.deepEqual(choices(overview.sources, scope).map((c) => c.id), ['radio', 'echo', 'later']);
});

test('sources without reports are not offered, unless they are left out', () => {
  assert.deepEqual(choices(SOURCES, EVERYTHING).map((c) => c.id), ['radio', 'echo']);
  assert.deepEqual(choices(SOURCES, { without: ['silent'], knownOn: null }).map((c) => c.id), ['radio', 'echo', 'silent']);
});

test('whoever speaks for a side is offered first, then whoever reports most', () => {
  const partisan = { ...source('army-news', 1), side: 'army' };
  assert.deepEqual(choices([...SOURCES, partisan], EVERYTHING).map((c) => c.id), ['army-news', 'radio', 'echo']);
});

test('a side is shown as the party that stands first on it', () => {
  const party = (id: string, side: string) => ({ id, name_en: id, name_ar: id, side, colour: '#000000' });
  const actors = new Actors([party('army', 'capital'), party('militia', 'capital'), party('rebels', 'rebels')]);
  assert.equal(actors.leader('capital'), 'army');
  assert.equal(actors.leader('nobody'), 'nobody');
});
