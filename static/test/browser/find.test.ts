import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { ReportList } from '../../src/api/types.ts';
import { KADIR, settled, World } from './world.ts';

let world: World;
before(async () => { world = await World.start(); });
after(async () => { await world.stop(); });

const ROOM = 'day=2017-08-13&days=7&room=find';

/** How many are listed, as the status line says it. */
async function counted(page: Page): Promise<number> {
  const words = (await page.locator('.find [role=status]').textContent()) ?? '';
  return Number(/[\d,]+/.exec(words)?.[0].replaceAll(',', ''));
}

async function choose(page: Page, list: 'events' | 'places' | 'reports'): Promise<void> {
  await page.locator(`.parts input[value=${list}]`).check({ force: true });
  await settled(page);
}

for (const [script, words] of [['Arabic', KADIR.ar], ['Latin', 'army']] as const) {
  test(`words in ${script} script are looked for in the reports from the search box, and marked`, async () => {
    const { page, complaints } = await world.visit('day=2017-08-13&lang=en');
    await page.locator('#search-box').fill(words);
    await page.locator('#found .words').click();
    const row = page.locator('.find .entry', { has: page.locator('mark') }).first();
    await row.waitFor();
    assert.equal(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('words'), words);
    const { total } = (await (await page.request.get(`${world.address}api/reports?q=${encodeURIComponent(words)}`)).json()) as ReportList;
    assert.equal(await counted(page), total);
    await row.click();
    await page.locator('.report .text').waitFor();
    assert.match(page.url(), /report=/);
    assert.deepEqual(complaints, []);
  });
}

test('a report leads back to the row it was opened from', async () => {
  const { page } = await world.visit(`${ROOM}&lang=en`);
  await choose(page, 'reports');
  await page.locator('.find .more').click();
  await page.locator('.find .entry').nth(40).waitFor();
  const row = page.locator('.find .entry').nth(40);
  const key = await row.getAttribute('data-key');
  await row.click();
  await page.locator('.report .text').waitFor();
  await page.locator('#panel .back').click();
  await page.waitForFunction((k) => document.activeElement?.getAttribute('data-key') === k, key);
  const [entry, body] = [await row.boundingBox(), await page.locator('.find .body').boundingBox()];
  assert.ok(entry && body && entry.y >= body.y && entry.y < body.y + body.height, 'the row is in view');
});

test('a filter narrows the list and the map, and stands in the address', async () => {
  const { page } = await world.visit(`${ROOM}&lang=en`);
  const all = await counted(page);
  await page.locator('.filters summary').click();
  const asked = page.waitForRequest((r) => r.url().includes('/api/holdings') && r.url().includes('in=Homs'));
  await page.locator('#governorate').focus();
  await page.locator('#governorate').selectOption('Homs');
  await asked;
  await settled(page);
  const some = await counted(page);
  assert.ok(some > 0 && some < all, `${some} of ${all}`);
  assert.match(page.url(), /in=Homs/);
  assert.ok(await page.locator('#governorate').evaluate((e) => e === document.activeElement), 'the keyboard stays');
  await page.locator('[name="kind control"]').uncheck();
  await settled(page);
  assert.match(page.url(), /hide_kind=control/);
  assert.ok((await counted(page)) < some);
  await page.locator('.filters .clear').click();
  await settled(page);
  assert.equal(await counted(page), all);
  assert.doesNotMatch(page.url(), /in=|hide_kind=/);
});

test('words narrow the map as they narrow the list, and a line over the map says so', async () => {
  const { page, complaints } = await world.visit(`${ROOM}&lang=en`);
  await page.locator('#words').fill('no such word at all');
  await page.locator('#words').press('Enter');
  await page.locator('#hidden', { hasText: 'Only on the map: “no such word at all”' }).waitFor();
  await settled(page);
  assert.equal(await counted(page), 0);
  const bare = await page.locator('#map canvas').screenshot();
  await page.locator('#hidden button').click();
  await page.locator('#hidden').waitFor({ state: 'hidden' });
  await settled(page);
  assert.ok((await counted(page)) > 0);
  assert.ok(!bare.equals(await page.locator('#map canvas').screenshot()), 'the events are back on the map');
  assert.deepEqual(complaints, []);
});

test('the list follows the map where it is told to', async () => {
  const { page } = await world.visit(`${ROOM}&lang=en&map=11/35.274/38.846`);
  const all = await counted(page);
  await page.locator('.narrow input[value=in-view]').check();
  const near = await counted(page);
  assert.ok(near > 0 && near < all, `${near} of ${all}`);
  await page.locator('#map canvas').focus();
  await page.keyboard.press('Minus');
  await page.keyboard.press('Minus');
  await page.keyboard.press('Minus');
  await page.waitForFunction((n) => Number(/\d+/.exec(document.querySelector('.find [role=status]')?.textContent ?? '')?.[0]) > n, near);
});

test('an event leads to why its place is as it is', async () => {
  const { page } = await world.visit(`${ROOM}&lang=en`);
  await page.locator('#words').fill('kadir');
  await page.waitForFunction(() => [...document.querySelectorAll('.find .entry')].every((e) => /kadir|كدير/i.test(e.textContent)));
  await page.locator('.find .entry').first().click();
  await page.locator('#panel h2', { hasText: KADIR.en }).waitFor();
  assert.match(page.url(), new RegExp(`place=${KADIR.id}.*words=kadir`));
});

test('hostile text stays text', async () => {
  const { page, complaints } = await world.visit(`${ROOM}&lang=en`);
  const evil = '<img src=x onerror=alert(1)>';
  await page.route('**/api/reports?*', (route) => route.fulfill({ json: {
    total: 1, limit: 30, offset: 0, reports: [{
      id: 'x', title: `${evil}\u202elive`, source: evil, source_id: '', side: '', url: 'javascript:alert(1)', published: null, claims: 1,
      snippet: { text: `${evil} حلب`, matches: [[0, 4], [29, 35]], before: true, after: false },
    }],
  } }));
  await choose(page, 'reports');
  const row = page.locator('.find .entry');
  await row.waitFor();
  assert.equal(await page.locator('.find img').count(), 0);
  assert.deepEqual(await row.locator('mark').allTextContents(), ['<img', 'حلب']);
  assert.ok(((await row.textContent()) ?? '').includes(`… ${evil} حلب`));
  assert.doesNotMatch((await row.textContent()) ?? '', /\u202e/, 'no letters are turned round');
  assert.deepEqual(complaints, []);
});

test('an empty list says what to loosen', async () => {
  const { page } = await world.visit(`${ROOM}&lang=en&words=zzzzzz&hide_kind=strike`);
  assert.equal(await counted(page), 0);
  await page.locator('.nothing').getByText('Clear all').click();
  await page.locator('.find .entry').first().waitFor();
  assert.doesNotMatch(page.url(), /words=|hide_kind=/);
});

test('places can be ordered, and are listed in Arabic on a phone', async () => {
  const { page, complaints } = await world.visit(`${ROOM}&lang=ar`, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await page.locator('#panel .fold').tap();
  await choose(page, 'places');
  await page.locator('.narrow select').selectOption('confidence');
  const sure = (await page.locator('.find .entry').allTextContents()).map((text) => Number(/الثقة (\d+)/.exec(text)?.[1]));
  assert.ok(sure.length > 10);
  assert.deepEqual(sure, [...sure].sort((a, b) => a - b));
  assert.match(page.url(), /&list=places&order=confidence$/, 'the address leads to the same list');
  assert.doesNotMatch(await page.locator('.listing').innerText(), /\p{Script=Latin}{3}/u);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  assert.deepEqual(complaints, []);
});
