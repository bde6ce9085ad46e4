import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { settled, World } from './world.ts';

const DAY = '2017-08-12';
let site: Server; // a page of another origin
let origin: string;
let framed = ''; // what it shows in its frame

before(async () => {
  site = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html');
    answer.end(`<!doctype html><title>Elsewhere</title><iframe src="${framed}" width="900" height="600"></iframe>`);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
after(() => { site.close(); });

for (const allowed of [true, false]) {
  test(`a page of another origin ${allowed ? 'shows the map where the server allows it' : 'cannot show it where the server does not'}`, async () => {
    const world = await World.start({ program: allowed ? ['--embed', origin] : [] });
    try {
      const { page } = await world.visit(`day=${DAY}&lang=en`);
      framed = `${world.address}?embed=1#day=${DAY}&lang=en`;
      await page.goto(origin);
      const day = page.frameLocator('iframe').locator('#dock time');
      if (allowed) {
        await day.waitFor();
        assert.equal(await day.getAttribute('datetime'), DAY);
      } else {
        await page.waitForLoadState('networkidle');
        assert.equal(await day.count(), 0);
      }
    } finally {
      await world.stop();
    }
  });
}

test('where WebGL is off the page says so, leads to the plain view of the same, and goes on with its lists', async () => {
  const world = await World.start({ browser: ['--disable-3d-apis'] });
  try {
    const { page, complaints } = await world.visit(`day=${DAY}&lang=en&place=sy-homs-kadir`);
    await page.getByText('This browser cannot draw the map').waitFor();
    const plain = page.locator('#map a.plain');
    assert.equal(await plain.getAttribute('href'), `plain?day=${DAY}&lang=en&place=sy-homs-kadir`);
    const picture = page.getByAltText('Picture of the map of this day');
    await picture.evaluate(async (e: HTMLImageElement) => { await e.decode(); }); // it is there, and is a picture
    assert.equal(await page.locator('#panel h2').innerText(), 'al-Kadir');
    const { page: take } = await world.visit(`day=${DAY}&lang=en&room=take`);
    await take.getByText('There is no map here').first().waitFor();
    assert.equal(await take.locator('.take-data .files a').count(), 6);
    await page.getByRole('button', { name: 'A day back' }).click();
    await settled(page);
    assert.match((await plain.getAttribute('href')) ?? '', /^plain\?day=2017-08-11/);
    assert.match((await picture.getAttribute('src')) ?? '', /^api\/picture\?day=2017-08-11&lang=en/);
    await plain.click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.match(page.url(), /\/plain\?day=2017-08-11&lang=en&place=sy-homs-kadir$/);
    assert.deepEqual(complaints.filter((c) => !/webgl/i.test(c)), []);
  } finally {
    await world.stop();
  }
});

/** Bytes over the wire of a first visit, base map and all. */
const BUDGET = 1_500_000;

test('a first visit takes no more than its budget over the wire', async (t) => {
  const world = await World.start();
  try {
    const { page } = await world.visit(`day=${DAY}&lang=en`);
    const sizes = await page.evaluate(async () => {
      const seen = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
      // The base map is fetched by the map's worker, of which the page is told nothing.
      const script = await (await fetch(document.querySelector('script')?.src ?? '')).text();
      const base = new URL(/assets\/base-\w+\.json/.exec(script)?.[0] ?? '', document.baseURI).href;
      await (await fetch(base, { cache: 'reload' })).text();
      return [...seen, ...performance.getEntriesByName(base)]
        .map((e) => ({ name: e.name, bytes: Math.max((e as PerformanceResourceTiming).transferSize, (e as PerformanceResourceTiming).encodedBodySize) }));
    });
    const sum = sizes.reduce((total, { bytes }) => total + bytes, 0);
    t.diagnostic(`${sum} bytes in ${sizes.length} requests`);
    assert.ok(sizes.some(({ name }) => /base-.*\.json/.test(name)), 'the base map is counted');
    assert.ok(sum <= BUDGET, `${sum} bytes: ${JSON.stringify(sizes)}`);
  } finally {
    await world.stop();
  }
});
