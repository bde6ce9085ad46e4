import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Areas, Holdings } from '../../src/api/layers.ts';
import type { Meta } from '../../src/api/types.ts';
import { rgb } from '../../src/map/cells_day.ts';
import { KADIR, settled, World } from './world.ts';

let world: World;
before(async () => { world = await World.start(); });
after(async () => { await world.stop(); });

type Colour = [red: number, green: number, blue: number];

async function ask<T>(path: string): Promise<T> {
  return (await (await fetch(`${world.address}api/${path}`)).json()) as T;
}

/** What is seen of a square of the map that lies so many pixels west and north of its middle, as the browser itself reads its picture. */
async function seen(page: Page, away: number, side: number): Promise<Colour[]> {
  const map = await page.locator('#map').boundingBox();
  assert.ok(map);
  const clip = { x: map.x + map.width / 2 - away, y: map.y + map.height / 2 - away, width: side, height: side };
  const picture = (await page.screenshot({ clip })).toString('base64');
  const bytes = await page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const c = new OffscreenCanvas(image.width, image.height).getContext('2d');
    c?.drawImage(image, 0, 0);
    return [...(c?.getImageData(0, 0, image.width, image.height).data ?? [])];
  }, picture);
  return Array.from({ length: bytes.length / 4 }, (_, i) => bytes.slice(4 * i, 4 * i + 3) as Colour);
}

/** How alike the hues of two colours are, whatever their strength: 1 for the same, and for grey and grey. */
function alike(a: Colour, b: Colour): number {
  const hue = (c: Colour): Colour => {
    const grey = (c[0] + c[1] + c[2]) / 3;
    return [c[0] - grey, c[1] - grey, c[2] - grey];
  };
  const dot = (p: Colour, q: Colour): number => p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
  const [p, q] = [hue(a), hue(b)];
  const [m, n] = [Math.sqrt(dot(p, p)), Math.sqrt(dot(q, q))];
  if (m < 15 || n < 15) return m < 15 && n < 15 ? 1 : 0;
  return dot(p, q) / (m * n);
}

/** How much of some pixels has the hue of a colour and is darker than paper, which has the hue of grey. */
function share(pixels: Colour[], of: Colour): number {
  return pixels.filter((p) => (p[0] + p[1] + p[2]) / 3 < 225 && alike(p, of) > 0.9).length / pixels.length;
}

async function colours(): Promise<(id: string) => Colour> {
  const { actors } = await ask<Meta>('meta');
  return (id) => rgb(actors.find((a) => a.id === id)?.colour ?? assert.fail(`no ${id}`));
}

test('ground has its holder’s hue on the day, and another when a step of the day changes the holder', async () => {
  const of = await colours();
  const { page, complaints } = await world.visit(`day=2017-08-11&lang=en&map=${KADIR.view}`);
  const [army, state] = [of('syrian_government'), of('islamic_state')];
  const before = await seen(page, 60, 24);
  assert.ok(share(before, state) > 0.9, `${share(before, state)} of it in the colour of the Islamic State`);
  await page.locator('.track').focus();
  await page.keyboard.press('ArrowRight');
  await settled(page);
  const now = await seen(page, 60, 24);
  assert.ok(share(now, army) > 0.9, `${share(now, army)} of it in the colour of the government`);
  await page.keyboard.press('ArrowLeft');
  await settled(page);
  assert.ok(share(await seen(page, 60, 24), state) > 0.9);
  assert.deepEqual(complaints, []);
});

test('contested ground shows the colours of both', async () => {
  const of = await colours();
  const day = '2017-08-13';
  const [areas, holdings] = await Promise.all([ask<Areas>(`areas?day=${day}`), ask<Holdings>(`holdings?day=${day}`)]);
  const pairs = areas.features.filter((f) => f.properties.contested && f.properties.parties.length === 2).map((f) => f.properties.parties.join());
  const place = holdings.features.find(({ properties: p }) => p.contested && pairs.includes([p.holder, ...p.others].sort().join()));
  assert.ok(place);
  const [lon, lat] = place.geometry.coordinates as [number, number];
  const { page } = await world.visit(`day=${day}&lang=en&map=12/${lat}/${lon}`);
  const pixels = await seen(page, 70, 40);
  for (const party of [place.properties.holder, ...place.properties.others]) {
    assert.ok(share(pixels, of(party)) > 0.15, `${share(pixels, of(party))} of ${place.properties.place} is ${party}`);
  }
});
