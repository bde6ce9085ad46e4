import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Period } from '../../src/api/types.ts';
import { dayOf, settled, World } from './world.ts';

let world: World;
before(async () => { world = await World.start(); });
after(async () => { await world.stop(); });

const DAY = '2017-08-12';

async function series(query = ''): Promise<Period[]> {
  return ((await (await fetch(`${world.address}api/series${query}`)).json()) as { periods: Period[] }).periods;
}

/** The shares of a day as the server tells them: km² rounded, by whoever holds or contests it. */
async function sharesOn(day: string, query = ''): Promise<string[]> {
  const period = (await series(query)).find((p) => p.start <= day && (p.end === null || p.end > day));
  return (period?.shares ?? []).map((s) => s.km2.toLocaleString('en', { maximumFractionDigits: 0 })).sort();
}

/** The shares as the page shows them. */
async function shown(page: Page): Promise<string[]> {
  const cells = await page.locator('#figure-ground .shares tbody td:nth-of-type(1)').allInnerTexts();
  return cells.map((text) => text.replace(/ (km²|كم²)$/, '')).sort();
}

async function save(page: Page, name: string): Promise<{ file: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#figure-ground').getByRole('button', { name }).click()]);
  return { file: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Where the map may be clicked: from its left and top edge. */
async function canvas(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  return (await page.locator('#map canvas').boundingBox()) ?? assert.fail('no map');
}

test('the figures of the whole country are those of the server, and follow the slider without a request', async () => {
  const { page, complaints } = await world.visit(`day=${DAY}&lang=en&room=figures`);
  assert.deepEqual(await shown(page), await sharesOn(DAY));
  const asked: string[] = [];
  page.on('request', (r) => { asked.push(new URL(r.url()).pathname); });
  await page.locator('.track').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.locator('#figure-ground caption', { hasText: '19 August 2017' }).waitFor();
  assert.deepEqual(await shown(page), await sharesOn('2017-08-19'));
  assert.deepEqual(asked.filter((path) => /series|days|ground|course/.test(path)), []);
  assert.deepEqual(complaints, []);
});

test('the figures are of what the map shows, anew where it has come to rest', async () => {
  const { page } = await world.visit(`day=${DAY}&lang=en&room=figures&map=9/35.2/38.8`);
  const [request] = await Promise.all([
    page.waitForRequest((r) => r.url().includes('/api/series?bbox=')), page.locator('#figures-of').selectOption('What the map shows'),
  ]);
  await settled(page);
  assert.deepEqual(await shown(page), await sharesOn(DAY, new URL(request.url()).search));
  const [moved] = await Promise.all([page.waitForRequest((r) => r.url().includes('/api/series?bbox=')), page.getByLabel('Zoom out').click()]);
  assert.notEqual(moved.url(), request.url());
  await settled(page);
  assert.deepEqual(await shown(page), await sharesOn(DAY, new URL(moved.url()).search));
  assert.match(page.url(), /of=view/);
});

test('the figures of a governorate are a link; where nothing is covered, that is said', async () => {
  const { page } = await world.visit(`day=${DAY}&lang=en&room=figures`);
  await page.locator('#figures-of').selectOption('Homs');
  await settled(page);
  assert.match(page.url(), /in=Homs/);
  assert.deepEqual(await shown(page), await sharesOn(DAY, '?in=Homs'));
  const { page: sea } = await world.visit(`day=${DAY}&lang=en&room=figures&region=34,33;34,33.5;34.5,33`);
  await sea.getByText('None of the country’s ground').waitFor();
  assert.equal(await sea.locator('.notice').count(), 0);
});

test('a region is drawn with the mouse: its figures, its corners in the address, a corner moved, and crossing sides refused', async () => {
  const { page, complaints } = await world.visit(`day=${DAY}&lang=en&room=figures&map=8/35/38.8`);
  await page.getByRole('button', { name: 'Draw a region' }).click();
  const { x, y } = await canvas(page);
  const at = [[350, 250], [700, 250], [700, 500]] as const;
  for (const [dx, dy] of at) await page.mouse.click(x + dx, y + dy);
  await page.mouse.click(x + 500, y + 200);
  await page.getByText('The sides of a region must not cross.').waitFor();
  await page.mouse.dblclick(x + 350, y + 500);
  await page.waitForURL(/region=/);
  await settled(page);
  const ring = (): [number, number][] => (new URLSearchParams(new URL(page.url()).hash.slice(1)).get('region') ?? '').split(';')
    .map((pair) => pair.split(',').reverse().map(Number) as [number, number]);
  assert.equal(ring().length, 4);
  const within = (): string => `?within=${encodeURIComponent(JSON.stringify({ type: 'Polygon', coordinates: [[...ring(), ring()[0]]] }))}`;
  assert.deepEqual(await shown(page), await sharesOn(DAY, within()));

  const before = page.url();
  await page.mouse.move(x + 350, y + 250);
  await page.mouse.down();
  await page.mouse.move(x + 400, y + 300, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL((url) => url.href !== before);
  await settled(page);
  assert.deepEqual(await shown(page), await sharesOn(DAY, within()));
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.waitForURL((url) => !url.href.includes('region='));
  assert.deepEqual(complaints, []);
});

test('a region is drawn with keys alone, taken back corner by corner, and given up', async () => {
  const { page } = await world.visit(`day=${DAY}&lang=en&room=figures&map=9/35/38.8`);
  const pan = async (key: string): Promise<void> => {
    const before = page.url();
    await page.keyboard.press(key);
    await page.waitForURL((url) => url.href !== before);
  };
  const corners = (n: string): Promise<void> => page.locator('#drawing [role=status]', { hasText: n }).waitFor();
  await page.getByRole('button', { name: 'Draw a region' }).focus();
  await page.keyboard.press('Enter');
  await corners('No corners yet');
  await page.keyboard.press('Enter');
  await corners('1 corner');
  await page.keyboard.press('Enter');
  await page.getByText('A region needs at least 3 corners.').waitFor();
  await pan('ArrowRight');
  await page.keyboard.press('Enter');
  await corners('2 corners');
  await page.keyboard.press('Backspace');
  await corners('1 corner');
  await page.keyboard.press('Enter');
  await corners('2 corners');
  await pan('ArrowDown');
  await page.keyboard.press('Enter');
  await corners('3 corners');
  await page.keyboard.press('Enter');
  await page.waitForURL(/region=([\d.]+,[\d.]+;?){3}(&|$)/);
  await page.getByRole('button', { name: 'Draw anew' }).click();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#drawing').isVisible(), false);
  assert.match(page.url(), /region=/);
});

test('the pointer and the arrow keys read a day, and a click or Enter goes to it', async () => {
  const { page } = await world.visit(`day=${DAY}&lang=en&room=figures`);
  const reader = page.locator('#figure-ground .reader');
  const box = await reader.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width - 8, box.y + 40);
  const caption = page.locator('#figure-ground caption');
  await caption.filter({ hasText: 'December 2017' }).waitFor();
  assert.equal(await dayOf(page), DAY);
  await page.mouse.move(0, 0);
  await caption.filter({ hasText: '12 August 2017' }).waitFor();
  await reader.focus();
  await page.keyboard.press('Shift+ArrowLeft');
  assert.match((await reader.getAttribute('aria-valuetext')) ?? '', /^5 August 2017; Syrian government forces [\d,]+ km²/);
  await page.keyboard.press('Enter');
  assert.equal(await dayOf(page), '2017-08-05');
  await page.locator('#figure-changes .reader').focus();
  await page.keyboard.press('ArrowRight');
  assert.match(await page.locator('#figure-changes .of-day').innerText(), /^7 August 2017 – 13 August 2017/);
});

test('a figure is taken away as a table and as a drawing that stands alone', async () => {
  const { page } = await world.visit(`day=${DAY}&lang=en&room=figures&in=Homs`);
  const table = await save(page, 'Download as a table');
  assert.match(table.file, /^frontline-ground-.*\.csv$/);
  const [heads = '', ...lines] = table.text.replace('\uFEFF', '').trim().split('\r\n');
  const line = lines.find((l) => l.slice(0, 10) <= DAY && l.slice(11, 21) >= DAY)?.split(',') ?? assert.fail('no row of the day');
  const told = (await series('?in=Homs')).find((p) => p.start <= DAY && (p.end === null || p.end > DAY));
  assert.equal(Number(line[heads.split(',').indexOf('Syrian government forces')]), told?.shares.find((s) => s.holder === 'syrian_government')?.km2);

  const drawing = await save(page, 'Download as a drawing');
  assert.match(drawing.file, /\.svg$/);
  const facts = await page.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
    return { root: svg.documentElement.nodeName, words: svg.documentElement.textContent, styled: svg.querySelectorAll('[style], [class], style, image').length };
  }, drawing.text);
  assert.equal(facts.root, 'svg');
  assert.equal(facts.styled, 0);
  for (const words of ['Ground by holder', 'Homs', '2017', 'Sources:', 'Frontline', 'Syrian government forces']) assert.ok(facts.words.includes(words), words);
  await page.locator('#figure-ground').getByText('Show as a table').click();
  const rows = page.locator('#figure-ground .scroller tbody tr');
  await rows.first().waitFor();
  assert.equal(await rows.count(), lines.length);
});

test('enlarged over the map, and hidden parties left out', async () => {
  const { page } = await world.visit(`day=${DAY}&lang=en&room=figures&hide=syrian_government`);
  await page.getByText('Left out: Syrian government forces').waitFor();
  assert.ok(!(await page.locator('#figure-ground .shares').innerText()).startsWith('Syrian government forces'));
  await page.locator('#figure-changes').getByRole('button', { name: 'Enlarge' }).click();
  const dialog = page.getByRole('dialog', { name: 'Changes of control a week' });
  assert.ok(((await dialog.boundingBox())?.width ?? 0) > 1000);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.ok(await page.locator('#figure-changes').getByRole('button', { name: 'Enlarge' }).evaluate((e) => e === document.activeElement));
});

test('in Arabic time runs from right to left, and on a phone nothing is cut off', async () => {
  const { page, complaints } = await world.visit(`day=${DAY}&lang=ar&room=figures`, { viewport: { width: 390, height: 844 } });
  await page.locator('#panel .fold').click();
  await page.getByRole('heading', { name: 'أرقام' }).waitFor();
  assert.deepEqual(await shown(page), await sharesOn(DAY));
  const reader = page.locator('#figure-ground .reader');
  await reader.focus();
  await page.keyboard.press('ArrowLeft');
  assert.match((await reader.getAttribute('aria-valuetext')) ?? '', /^13 آب 2017/);
  const over = await page.locator('#panel .body').evaluate((e) => e.scrollWidth - e.clientWidth);
  assert.ok(over <= 0, `${over} pixels too wide`);
  assert.deepEqual(complaints, []);
});
