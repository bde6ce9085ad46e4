import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { KADIR, settled, World } from './world.ts';

let world: World;
before(async () => { world = await World.start(); });
after(async () => { await world.stop(); });

for (const [script, typed] of [['Arabic', KADIR.ar], ['Latin', KADIR.en]] as const) {
  test(`a place is found by its name in ${script} script, with the keyboard alone`, async () => {
    const { page, complaints } = await world.visit('day=2017-08-13&lang=en');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter'); // the skip link
    await page.keyboard.type(typed);
    const box = page.locator('#search-box');
    await page.locator('#found li[role=option]').first().waitFor();
    assert.equal(await box.getAttribute('aria-expanded'), 'true');
    assert.equal(await box.getAttribute('aria-activedescendant'), 'found-0');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.locator('#panel h2', { hasText: KADIR.en }).waitFor();
    assert.match(page.url(), new RegExp(`place=${KADIR.id}`));
    await page.waitForFunction(() => document.activeElement?.tagName === 'H2');
    assert.deepEqual(complaints, []);
  });
}

test('a name nobody knows is answered, and Escape empties the box', async () => {
  const { page } = await world.visit('day=2017-08-13&lang=ar');
  await page.locator('#search-box').fill('ززززز');
  await page.locator('#found .none').waitFor();
  await page.keyboard.press('Escape');
  assert.ok(await page.locator('#found').isHidden());
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#search-box').inputValue(), '');
});

test('the language turns the page round and leaves nothing behind', async () => {
  const { page } = await world.visit(`day=2017-08-13&lang=en&place=${KADIR.id}`);
  const sideOf = async (): Promise<number> => (await page.locator('#panel').boundingBox())?.x ?? NaN;
  assert.ok((await sideOf()) > 700);
  await page.locator('#speech').selectOption('ar');
  await page.locator('#panel h2', { hasText: KADIR.ar }).waitFor();
  assert.deepEqual(await page.locator('html').evaluate((e) => [(e as HTMLElement).lang, (e as HTMLElement).dir]), ['ar', 'rtl']);
  assert.ok((await sideOf()) < 100);
  assert.match((await page.locator('.when').textContent()) ?? '', /13 آب 2017/);
  for (const part of ['#legend', '.controls', '.choices', '.known']) {
    assert.doesNotMatch(await page.locator(part).innerText(), /\p{Script=Latin}{3}/u, part);
  }
  const labels = await page.locator('[aria-label]:visible').evaluateAll((all) => all.map((e) => e.getAttribute('aria-label') ?? ''));
  for (const label of labels) assert.match(label, /\p{Script=Arabic}/u);
});

test('the browser’s own language is spoken where the address names none', async () => {
  const { page } = await world.visit('', { locale: 'ar-SY' });
  assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
});

test('on a phone the panel is a sheet at the foot of the map, and nothing is out of reach', async () => {
  const { page, complaints } = await world.visit('day=2017-08-13&lang=ar', { viewport: { width: 390, height: 844 }, hasTouch: true });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  const body = page.locator('#panel .body');
  assert.ok(await body.isHidden(), 'folded, so that the map is seen first');
  await page.locator('#panel .fold').tap();
  assert.ok(await body.isVisible());
  await page.locator('#panel .fold').tap();
  await page.locator('#legend > summary').tap();
  assert.ok(await page.locator('#legend .signs').first().isVisible());
  await page.locator('#legend > summary').tap();
  await page.locator('#search-box').fill(KADIR.ar);
  await page.locator('#found li[role=option]').first().tap();
  await page.locator('#panel h2', { hasText: KADIR.ar }).waitFor();
  await settled(page);
  const [panel, dock] = [await page.locator('#panel').boundingBox(), await page.locator('#dock').boundingBox()];
  assert.ok(panel && dock && panel.width === 390 && Math.abs(panel.y + panel.height - dock.y) < 2);
  assert.deepEqual(complaints, []);
});

test('every control can be reached with the keyboard and has a name', async () => {
  const { page } = await world.visit('day=2017-08-13&lang=en');
  const seen = new Set<string>();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    seen.add(await page.evaluate(() => {
      const e = document.activeElement;
      return e?.getAttribute('aria-label') ?? e?.textContent.trim() ?? '';
    }));
  }
  for (const name of ['Zoom in', 'Play', 'A day forward', 'To the next change', 'Days a second', 'Legend']) assert.ok(seen.has(name), name);
  assert.ok([...seen].some((name) => name.startsWith('Day.')), 'the slider');
  assert.ok([...seen].some((name) => name.startsWith('Map of control')), 'the map');
});
