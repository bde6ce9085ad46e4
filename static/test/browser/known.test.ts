/** The panel says no more than is known, and nowhere contradicts itself. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Holdings } from '../../src/api/layers.ts';
import type { Change, PlaceHistory, Who } from '../../src/api/types.ts';
import { addDays } from '../../src/day.ts';
import { knownOn } from '../../src/panel/course.ts';
import { dayOf, KADIR, settled, World } from './world.ts';

let world: World;
before(async () => { world = await World.start(); });
after(async () => { await world.stop(); });

test('before the first day that is known the strip says no more than the heading', async () => {
  const { page } = await world.visit(`day=2015-03-17&lang=en&place=${KADIR.id}`);
  const strip = page.locator('.strip');
  assert.match(await page.locator('.verdict').innerText(), /Unknown/);
  assert.match((await strip.getAttribute('aria-valuetext')) ?? '', /17 March 2015: holder not known/);
  assert.equal(await page.locator('.spells .current').count(), 0);
  const [mark, first] = await Promise.all([strip.locator('.now').boundingBox(), strip.locator('> div').first().boundingBox()]);
  assert.ok(mark && first && mark.x + mark.width < first.x, 'nobody’s colour is drawn under the day');
  const later = page.locator('.around .after');
  assert.match(await later.innerText(), /Islamic State\s*until 12 August 2017; since when is not known/);
  await later.click();
  await settled(page);
  assert.equal(await dayOf(page), '2017-08-11');
  assert.match(await page.locator('.spells .current').innerText(), /Islamic State/);
  assert.match(await page.locator('.verdict').innerText(), /Islamic State/);
});

test('the strip knows of every place what the server answers for days that no report tells of', async () => {
  const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${world.address}api/${path}`)).json()) as T;
  const { features } = await ask<Holdings>('holdings?day=2017-12-31');
  const met = { told: 0, taken: 0, found: 0, unknown: 0 };
  for (const { properties: { place } } of features) {
    const { holdings } = await ask<PlaceHistory>(`places/${place}/history`);
    const turn = holdings[0]?.from ?? holdings[0]?.to ?? null;
    assert.ok(turn);
    for (const back of [1, 180, 181, 365, 366]) {
      const day = addDays(turn, -back);
      const { holder, inferred } = await ask<Who>(`who?place=${place}&day=${day}`);
      const known = knownOn(holdings, day);
      assert.deepEqual([known?.holding.holder ?? 'unknown', known !== null], [holder, inferred], `${place} on ${day}`);
      met[known?.how ?? 'unknown'] += 1;
    }
  }
  assert.ok(met.taken > 50 && met.found > 50 && met.unknown > 50, JSON.stringify(met));
});

test('a place or a report that is not there is said to be none, with a way back', async () => {
  const ids = { place: ['constructor', '<script>x', '<img src=x onerror=alert(1)>'], report: ['deadbeef', '<b>x'] };
  for (const [what, list] of Object.entries(ids)) {
    for (const id of list) {
      const { page } = await world.visit(`day=2017-08-13&lang=en&${what}=${encodeURIComponent(id)}`);
      assert.equal(await page.locator('#panel .room:not([hidden]) h2').innerText(), `There is no such ${what} here`);
      const body = page.locator('#panel .body:has(.missing)');
      assert.ok((await body.innerText()).includes(id));
      assert.equal(await body.locator('script, img, b').count(), 0);
      assert.equal(await body.getAttribute('aria-busy'), null);
      assert.equal(await page.locator('.notice').count(), 0);
      await body.getByText('To what changed hands').click();
      await page.locator('.change').first().waitFor();
      assert.doesNotMatch(page.url(), /place=|report=/);
      await page.context().close();
    }
  }
});

test('a place that could not be asked for can be asked for again', async () => {
  const page = await (await world.context({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.route('**/api/who*', (route) => route.fulfill({ status: 500, json: { error: 'the database is locked' } }));
  await page.goto(`${world.address}#day=2017-08-13&lang=en&place=${KADIR.id}`);
  await page.locator('.notice', { hasText: 'Could not load who holds this: the database is locked' }).waitFor();
  assert.equal(await page.locator('.missing').count(), 0);
  const body = page.locator('#panel .why .body');
  assert.deepEqual([await body.innerText(), await body.getAttribute('aria-busy')], ['', null], 'it does not go on loading');
  await page.unroute('**/api/who*');
  await page.locator('.notice').getByText('Try again').click();
  await page.locator('#panel h2', { hasText: KADIR.en }).waitFor();
});

test('where the holder stays, a change says what came to be contested or ceased to', async () => {
  const { page } = await world.visit('day=2017-12-31&from=2017-05-01&lang=en');
  const more = page.locator('.changes').getByText(/^Show \d+ more$/);
  while (await more.count()) await more.click();
  const rows = await page.locator('.change').evaluateAll((all) => all.map((row) => ({
    parties: [...row.querySelectorAll('.party')].map((p) => p.textContent), arrow: row.querySelector('.arrow') !== null, text: (row as HTMLElement).innerText,
  })));
  const { changes } = (await (await page.request.get(`${world.address}api/changes?from=2017-05-01&to=2018-01-01`)).json()) as { changes: Change[] };
  assert.equal(rows.length, changes.length);
  for (const [i, row] of rows.entries()) {
    const change = changes[i];
    assert.equal(row.arrow, (change?.from ?? 'unknown') !== change?.to, row.text);
    if (row.arrow) assert.notEqual(row.parties[0], row.parties[1]);
  }
  const told = (name: string): string[] => rows.filter(({ text }) => text.startsWith(name)).map(({ text }) => text.replace(/\s+/g, ' '));
  assert.ok(told('Arak').some((text) => text.includes('Syrian government forces no longer contested 20 July 2017')), told('Arak').join('\n'));
  assert.ok(told('al-Sukhnah').some((text) => text.includes('Islamic State became contested; also here: Syrian government forces 3 August 2017')));
});

test('of a contested place the clauses stand by the party they speak for', async () => {
  const { page } = await world.visit('day=2017-08-13&lang=en&place=sy-raqqa-raqqa');
  const grounds = page.locator('.grounds .ground');
  assert.deepEqual(await grounds.locator('h4').allInnerTexts(), ['For Islamic State', 'For Syrian Democratic Forces']);
  const [holder, other] = [grounds.nth(0), grounds.nth(1)];
  assert.equal(await holder.locator('.clause').count(), 0);
  assert.match(await holder.innerText(), /None of these words speak for Islamic State\. It held the place before/);
  assert.match(await other.locator('.clause').first().innerText(), /^Holds[\s\S]*Syrian Democratic Forces/);
  assert.match(await page.locator('.known').innerText(), /Last news\s*9 August 2017/);
});

test('a holder that is only named as the one before is said to be no more than that', async () => {
  const { page } = await world.visit(`day=2017-08-11&lang=en&place=${KADIR.id}`);
  assert.match(await page.locator('.verdict .holder').innerText(), /Islamic State/);
  assert.match(await page.locator('.rests').innerText(), /None of these words speak for Islamic State\. It is shown because they name it as the one that had the place/);
  await page.goto(`${world.address}#day=2017-08-13&lang=en&place=${KADIR.id}`);
  await settled(page);
  await page.locator('.verdict .holder', { hasText: 'Syrian government' }).waitFor();
  assert.equal(await page.locator('.rests').count(), 0, 'its own words speak for it');
});
