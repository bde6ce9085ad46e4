import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { settled, World } from './world.ts';

let world: World;
before(async () => { world = await World.start(); });
after(async () => { await world.stop(); });

const DAY = '2017-08-12';
const TYPES: Record<string, RegExp> = {
  geojson: /^application\/geo\+json$/, geojsonseq: /^application\/geo\+json-seq/, kmz: /google-earth\.kmz/, csv: /^text\/csv/, kml: /kml\+xml/, gpkg: /^application\/geopackage\+sqlite3/,
};

/** Clicks, and waits for the file that comes of it. */
async function saved(page: Page, button: string, timeout = 30_000): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout }), page.getByRole('button', { name: button }).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('every link to data answers with what it says, of the day, the filter and the view', async () => {
  const { page, complaints } = await world.visit(`day=${DAY}&lang=en&room=take&map=8/35.2/38.8&hide_kind=strike`);
  await page.getByLabel('Only what the map shows now').check();
  const links = page.locator('.take-data .files a');
  assert.equal(await links.count(), 6);
  for (const link of await links.all()) {
    const url = new URL((await link.getAttribute('href')) ?? '', world.address);
    const format = url.searchParams.get('format') ?? '';
    const answer = await fetch(url);
    assert.equal(answer.status, 200, `${url.href}: ${answer.statusText}`);
    assert.match(answer.headers.get('content-type') ?? '', TYPES[format] ?? /never/);
    assert.ok((await answer.arrayBuffer()).byteLength > 500, format);
    assert.equal(await link.getAttribute('download'), `frontline-${DAY}.${format === 'geojsonseq' ? 'geojsons' : format}`);
    assert.ok(url.searchParams.has('bbox') && !url.searchParams.getAll('kind').includes('struck') && url.searchParams.get('day') === DAY);
  }
  for (const name of ['areas by holder', 'fronts', 'places', 'events']) await page.getByLabel(name, { exact: true }).uncheck();
  await page.getByText('Choose at least one layer.').waitFor();
  assert.equal(await links.count(), 0);
  assert.deepEqual(complaints, []);
});

test('the picture has the ground on its map and the parties in its legend, in double size too', async () => {
  const { page, complaints } = await world.visit(`day=${DAY}&lang=en&room=take`);
  const once = await saved(page, 'Save the map (PNG)');
  assert.equal(once.name, `frontline-${DAY}.png`);
  const seen = await coloursIn(page, once.bytes);
  assert.ok(seen.width >= 1440 && seen.height > 700, `${seen.width} by ${seen.height}`);
  assert.ok(seen.map > 20, `${seen.map} colours on the map`);
  assert.ok(seen.legend > 8, `${seen.legend} colours below it`);
  await page.locator('#picture-size').selectOption('2');
  const twice = await coloursIn(page, (await saved(page, 'Save the map (PNG)')).bytes);
  assert.ok(Math.abs(twice.width - 2 * seen.width) <= 2 && Math.abs(twice.height - 2 * seen.height) <= 2, 'twice the size');
  assert.deepEqual(complaints, []);
});

/** How many colours a picture has in its middle and at its foot; decoded by the browser. */
async function coloursIn(page: Page, png: Buffer): Promise<{ width: number; height: number; map: number; legend: number }> {
  return page.evaluate(async (base64) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: 'image/png' }));
    const c = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (!c) throw new Error('no canvas');
    c.drawImage(image, 0, 0);
    // No function in here has a name: what runs the tests would wrap it.
    const [map = 0, legend = 0] = [[0.3, 0.7], [0.88, 1]].map(([top = 0, bottom = 0]) => {
      const { data } = c.getImageData(0, top * image.height, image.width, (bottom - top) * image.height);
      const found = new Set<number>();
      for (let i = 0; i < data.length; i += 4) found.add(((data[i] ?? 0) >> 4 << 8) | ((data[i + 1] ?? 0) >> 4 << 4) | ((data[i + 2] ?? 0) >> 4));
      return found.size;
    });
    return { width: image.width, height: image.height, map, legend };
  }, png.toString('base64'));
}

test('a film plays for as long as its days ask for, its pictures differ, and the page is where it was', async () => {
  const { page, complaints } = await world.visit(`day=${DAY}&lang=en&room=take`, { viewport: { width: 900, height: 600 } });
  await page.locator('#film-from').fill('2017-08-08');
  await page.locator('#film-every').selectOption('2');
  const { name, bytes } = await saved(page, 'Make the film (WebM)', 120_000);
  assert.equal(name, 'frontline-2017-08-08-2017-08-12.webm');
  await page.getByText('The film is saved.').waitFor();
  assert.match(page.url(), new RegExp(`day=${DAY}`));
  assert.equal(await page.locator('#dock time').getAttribute('datetime'), DAY);
  const player = await page.context().newPage(); // a page of its own: that of the map plays no media
  const played = await player.evaluate(async (base64) => {
    const video = document.createElement('video');
    video.src = URL.createObjectURL(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: 'video/webm' }));
    await new Promise((resolve, reject) => { video.onloadeddata = resolve; video.onerror = reject; });
    const c = new OffscreenCanvas(video.videoWidth, video.videoHeight).getContext('2d');
    if (!c) throw new Error('no canvas');
    const seen: Uint8ClampedArray[] = [];
    for (const second of [0.1, video.duration - 0.2]) {
      await new Promise((resolve) => { video.onseeked = resolve; video.currentTime = second; });
      c.drawImage(video, 0, 0);
      seen.push(c.getImageData(0, 0, video.videoWidth, 120).data);
    }
    const [first, last] = seen;
    return { duration: video.duration, differ: [...(first ?? [])].filter((v, i) => Math.abs(v - (last?.[i] ?? 0)) > 60).length };
  }, bytes.toString('base64'));
  assert.ok(Math.abs(played.duration - 2.15) < 0.3, `${played.duration} s`); // 0.7 + 3 / 4 + 0.7; the recorder's clock is its own
  assert.ok(played.differ > 50, `${played.differ} values differ`);
  assert.deepEqual(complaints, []);
});

test('a film that is given up leaves the page where it was', async () => {
  const { page } = await world.visit(`day=${DAY}&lang=en&room=take`, { viewport: { width: 900, height: 600 } });
  await page.locator('#film-from').fill('2017-05-12');
  await page.getByRole('button', { name: 'Make the film (WebM)' }).click();
  await page.getByText(/^Drawing: [2-9]/).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'hidden' });
  assert.equal(await page.locator('#dock time').getAttribute('datetime'), DAY);
});

test('the address leads back to the same, and is copied', async () => {
  const { page } = await world.visit(`day=${DAY}&lang=en&room=take&place=sy-homs-kadir`);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const link = await page.getByLabel('Address of what is shown').inputValue();
  await page.locator('.copied', { hasText: 'Address of what is shown' }).getByRole('button', { name: 'Copy' }).click();
  await page.getByText('Copied', { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
  const { page: again } = await world.visit(new URL(link).hash.slice(1));
  assert.equal(await again.locator('#panel h2').innerText(), 'al-Kadir');
  assert.equal(await again.locator('#dock time').getAttribute('datetime'), DAY);
});

test('in a frame there is the map with its days, the panel once something is picked, and the way to the whole page', async () => {
  const { page } = await world.visit(`day=${DAY}&lang=en&map=10/35.274/38.846`);
  await page.goto(`${world.address}?embed=1#day=${DAY}&lang=en&map=10/35.274/38.846`);
  await settled(page);
  for (const gone of ['#bar', '#panel', '#sources', '.choices']) assert.equal(await page.locator(gone).isVisible(), false, gone);
  for (const there of ['.track', '.play', '#legend', '.whole']) assert.equal(await page.locator(there).isVisible(), true, there);
  const box = (await page.locator('#map canvas').boundingBox()) ?? assert.fail('no map');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.locator('#panel h2').waitFor({ state: 'visible' });
  const whole = page.locator('.whole');
  assert.match((await whole.getAttribute('href')) ?? '', new RegExp(`^${world.address}#day=${DAY}.*(place|at)=`));
  assert.deepEqual([await whole.getAttribute('target'), await whole.getAttribute('rel')], ['_top', 'noopener']);
});
