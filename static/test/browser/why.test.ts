import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Fronts } from '../../src/api/layers.ts';
import type { ReportAnswer } from '../../src/api/types.ts';
import { dayOf, KADIR, settled, World } from './world.ts';

let world: World;
before(async () => { world = await World.start(); });
after(async () => { await world.stop(); });

test('the page opens without a complaint and asks no other host', async () => {
  const { page, complaints } = await world.visit('');
  assert.ok(await page.locator('canvas.maplibregl-canvas').isVisible());
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.deepEqual(complaints, []);
});

test('a click on a place says who, since when, and in which words', async () => {
  const { page } = await world.visit(`day=2017-08-13&lang=en&map=${KADIR.view}`);
  const map = await page.locator('#map').boundingBox();
  assert.ok(map);
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
  await page.locator('#panel h2', { hasText: KADIR.en }).waitFor();
  assert.match((await page.locator('.known').textContent()) ?? '', /Since12 August 2017/);
  assert.match((await page.locator('#panel header').textContent()) ?? '', new RegExp(KADIR.ar));
  assert.ok((await page.locator('.strip > div').count()) >= 2);
  assert.match(page.url(), new RegExp(`place=${KADIR.id}`));
});

test('a click on coloured ground names the places it is concluded from', async () => {
  const { page } = await world.visit('day=2017-08-13&lang=en&map=10.5/35.34/38.80');
  const map = await page.locator('#map').boundingBox();
  assert.ok(map);
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
  await page.locator('#panel h2', { hasText: 'This spot' }).waitFor();
  assert.match((await page.locator('.verdict').textContent()) ?? '', /Syrian government/);
  const near = page.locator('.inferred .link .name').first();
  assert.notEqual(await near.textContent(), '');
  await near.click();
  await settled(page);
  assert.match(page.url(), /place=/);
});

test('the report opens with every clause marked byte for byte, the one asked for in view', async () => {
  const { page, complaints } = await world.visit(`day=2017-08-13&lang=en&place=${KADIR.id}`);
  const card = page.locator('.clause').first();
  const claim = await card.getAttribute('data-claim');
  await card.getByText('Show in the report').click();
  await page.locator('.report').waitFor();
  const chosen = page.locator('mark.chosen').first();
  const box = await chosen.boundingBox();
  assert.ok(box && box.y > 0 && box.y < 760, 'the clause is in view');

  const id = /report=([^&]+)/.exec(page.url())?.[1] ?? '';
  const { report, claims } = (await (await page.request.get(`${world.address}api/reports/${id}`)).json()) as ReportAnswer;
  const bytes = Buffer.from(report.text);
  const marked = await page.locator('mark').evaluateAll((marks) => marks.map((m) => ({ ids: (m as HTMLElement).dataset['claims'] ?? '', text: m.textContent })));
  for (const c of claims) {
    const text = marked.filter((m) => m.ids.split(' ').includes(c.id)).map((m) => m.text).join('');
    assert.equal(text, bytes.subarray(c.start, c.end).toString());
  }
  assert.ok(claims.some((c) => c.id === claim));
  assert.equal(await page.locator('.report .text').textContent(), bytes.subarray(report.body).toString());
  await page.goBack();
  await page.locator('.verdict').waitFor();
  assert.deepEqual(complaints, []);
});

test('links lead only to the web, and tell the other side nothing', async () => {
  const { page } = await world.visit(`day=2017-08-13&lang=en&place=${KADIR.id}`);
  const links = await page.locator('#panel a').evaluateAll((all) => all.map((a) => [(a as HTMLAnchorElement).protocol, (a as HTMLAnchorElement).rel]));
  assert.ok(links.length > 0);
  for (const [protocol, rel] of links) {
    assert.match(protocol ?? '', /^https?:$/);
    assert.match(rel ?? '', /noopener/);
  }
});

test('what changed hands leads to the place', async () => {
  const { page } = await world.visit('day=2017-08-13&lang=en');
  await page.locator('.change', { hasText: KADIR.en }).click();
  await page.locator('#panel h2', { hasText: KADIR.en }).waitFor();
  await page.locator('.around .before').click();
  await settled(page);
  assert.ok((await dayOf(page)) < '2017-08-12');
});

test('a request that fails is told in words and can be tried again', async () => {
  const { page } = await world.visit('day=2017-08-12&lang=en');
  await page.route('**/api/holdings*', (route) => route.fulfill({ status: 500, json: { error: 'the database is locked' } }));
  await page.locator('.track').focus();
  await page.keyboard.press('ArrowRight');
  const notice = page.locator('.notice');
  await notice.waitFor();
  assert.match((await notice.textContent()) ?? '', /Could not load the map of this day: the database is locked/);
  await page.unroute('**/api/holdings*');
  await notice.getByText('Try again').click();
  await notice.waitFor({ state: 'detached' });
});

test('the strip of a history is read with the pointer, and walked with the keys', async () => {
  const { page } = await world.visit(`day=2017-08-20&lang=en&place=${KADIR.id}`);
  const strip = page.locator('.strip');
  const { width = 0 } = (await strip.boundingBox()) ?? {};
  await strip.hover({ position: { x: width * 0.8, y: 10 } });
  assert.match((await page.locator('.spelled').textContent()) ?? '', /Islamic State.*until 12 August 2017/);
  await strip.hover({ position: { x: 20, y: 10 } });
  assert.equal(await page.locator('.spelled').textContent(), 'holder not known');
  await strip.focus();
  await page.keyboard.press('ArrowLeft');
  await page.locator('#dock time[datetime="2017-08-12"]').waitFor();
  await settled(page);
  assert.ok(await strip.evaluate((e) => e === document.activeElement), 'the keyboard stays on the strip');
  assert.match((await strip.getAttribute('aria-valuetext')) ?? '', /12 August 2017: Syrian government forces, 12 August 2017/);
  await strip.click({ position: { x: 20, y: 10 } });
  await settled(page);
  assert.ok((await dayOf(page)) < '2017-08-01');
});

test('the answer says who confirmed it last, and why it is believed as far as it is', async () => {
  const { page } = await world.visit(`day=2017-08-16&lang=en&place=${KADIR.id}`);
  assert.match((await page.locator('.known').textContent()) ?? '', /Last confirmed12 August 2017 by Front Line · Bulletin of the Two Banks/);
  await page.getByText('How sure is that?').click();
  assert.match((await page.locator('.reasons').textContent()) ?? '', /2 sources.*4 days before/);
  const kind = page.locator('.clause .kind bdi').first();
  assert.deepEqual([await kind.textContent(), await kind.getAttribute('lang')], ['سيطرة', 'ar']);
});

test('what another source says of the place is named, and no more is made of it than it says', async () => {
  const { page } = await world.visit('day=2017-07-16&lang=en&place=sy-raqqa-dayla-field');
  const witness = page.locator('.witness').first();
  assert.equal(await witness.locator('h4').innerText(), 'Field Bulletin');
  assert.match(await witness.locator('.reading').first().innerText(), /^Holds · سيطرة قائمة · تم صده repelled/);
  assert.equal(await witness.locator('.stance').count(), 0, 'what was repelled neither agrees nor contradicts');
});

test('a click on a front shows the words of both sides', async () => {
  const { page, complaints } = await world.visit('day=2017-08-13&lang=en');
  const { features } = (await (await page.request.get(`${world.address}api/fronts?day=2017-08-13`)).json()) as Fronts;
  const longest = features.reduce((a, b) => (b.properties.km > a.properties.km ? b : a));
  const { coordinates: line } = longest.geometry;
  const [p, q] = [line[Math.floor(line.length / 2) - 1], line[Math.floor(line.length / 2)]];
  assert.ok(p && q);
  const [lon, lat] = [0, 1].map((i) => (((p[i] ?? NaN) + (q[i] ?? NaN)) / 2).toFixed(4));
  await page.goto(`${world.address}#day=2017-08-13&lang=en&map=12/${lat}/${lon}`);
  await page.reload();
  await settled(page);
  const map = await page.locator('#map').boundingBox();
  assert.ok(map);
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
  await page.locator('#panel h2', { hasText: 'Front line' }).waitFor();
  await settled(page);
  assert.equal(await page.locator('.facing').count(), 2);
  assert.ok((await page.locator('.facing .near').count()) >= 2);
  const handle = await page.locator('.handle').boundingBox();
  assert.ok(handle);
  await page.mouse.move(handle.x + handle.width / 2, handle.y + 20);
  await page.mouse.down();
  await page.mouse.move(handle.x + handle.width / 2 + 60, handle.y + 20);
  await page.locator('#panel h2', { hasText: 'What changed hands' }).waitFor(); // of another day the line is another one
  await page.mouse.up();
  assert.deepEqual(complaints, []);
});
