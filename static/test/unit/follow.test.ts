import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Follow } from '../../src/follow.ts';
import { Lru } from '../../src/lru.ts';

/** A server whose answers the test gives by hand. */
function byHand(rest = 0) {
  const asked: { key: string; signal: AbortSignal; answer: (value: string) => void; refuse: (error: Error) => void }[] = [];
  const shown: string[] = [];
  const failed: string[] = [];
  const busy: boolean[] = [];
  const follow = new Follow<string, string>({
    load: (key, signal) => new Promise((answer, refuse) => { asked.push({ key, signal, answer, refuse }); }),
    show: (key, value) => { shown.push(`${key}=${value}`); },
    fail: (key) => { failed.push(key); },
    busy: (b) => { busy.push(b); },
    rest,
  });
  const settle = async (): Promise<void> => { await new Promise((done) => { setImmediate(done); }); };
  return { follow, asked, shown, failed, busy, settle };
}

test('while one is loaded only the last wish waits', async () => {
  const { follow, asked, shown, busy, settle } = byHand();
  for (const day of ['12', '13', '14']) follow.want(day);
  assert.deepEqual(asked.map((a) => a.key), ['12']);
  asked[0]?.answer('a');
  await settle();
  assert.deepEqual(asked.map((a) => a.key), ['12', '14']);
  asked[1]?.answer('b');
  await settle();
  assert.deepEqual(shown, ['12=a', '14=b']);
  assert.deepEqual(busy, [true, false]);
});

test('with a rest, a wish is met once no other comes, and a demand at once', async () => {
  const { follow, asked, settle } = byHand(40);
  const pause = (ms: number): Promise<void> => new Promise((done) => { setTimeout(done, ms); });
  for (const day of ['12', '13', '14']) {
    follow.want(day);
    await settle();
  }
  assert.equal(asked.length, 0);
  await pause(80);
  assert.deepEqual(asked.map((a) => a.key), ['14']);
  follow.want('15');
  asked[0]?.answer('a');
  await settle();
  assert.equal(asked.length, 1, 'a wish that rests is not met by the end of another');
  follow.demand('16');
  assert.deepEqual(asked.map((a) => a.key), ['14', '16']);
  await pause(80);
  assert.equal(asked.length, 2, 'nothing is left of the wish before the demand');
  follow.want('17');
  follow.cancel();
  await pause(80);
  assert.equal(asked.length, 2);
});

test('a demand aborts what is under way, and its answer is never shown', async () => {
  const { follow, asked, shown, failed, settle } = byHand();
  follow.demand('old');
  follow.demand('new');
  assert.deepEqual(asked.map((a) => a.signal.aborted), [true, false]);
  asked[0]?.answer('late');
  asked[1]?.answer('now');
  await settle();
  assert.deepEqual(shown, ['new=now']);
  assert.deepEqual(failed, []);
});

test('a failure is told and does not stop what comes after', async () => {
  const { follow, asked, shown, failed, settle } = byHand();
  follow.want('bad');
  asked[0]?.refuse(new Error('no'));
  await settle();
  follow.want('good');
  asked[1]?.answer('yes');
  await settle();
  assert.deepEqual([failed, shown], [['bad'], ['good=yes']]);
});

test('the least recently used is forgotten first', () => {
  const kept = new Lru<number>(2);
  kept.set('a', 1);
  kept.set('b', 2);
  kept.get('a');
  kept.set('c', 3);
  assert.deepEqual([kept.get('a'), kept.get('b'), kept.get('c')], [1, undefined, 3]);
});
