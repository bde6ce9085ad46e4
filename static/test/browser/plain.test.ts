import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { LANGS } from '../../src/i18n/index.ts';
import { barriers } from './barriers.ts';
import { KADIR, World } from './world.ts';

const DAY = '2017-08-12';
const SIGHTS = [`day=${DAY}`, `day=${DAY}&place=${KADIR.id}`, 'q=%D8%A7%D9%84%D9%83%D8%AF%D9%8A%D8%B1', 'day=none'];

let world: World;
before(async () => { world = await World.start(); });
after(async () => { await world.stop(); });

async function plain(query: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await world.context(options)).newPage();
  await page.goto(`${world.address}plain?${query}`);
  return page;
}

test('without a line of script: a day with its picture, a place with its words, a report, and a search', async () => {
  const page = await plain(`day=${DAY}&lang=en`, { javaScriptEnabled: false });
  const picture = page.locator('figure img');
  assert.ok(await picture.evaluate((e: HTMLImageElement) => e.complete && e.naturalWidth > 300), 'the map is seen');
  await page.getByRole('link', { name: KADIR.en, exact: true }).first().click();
  assert.match(await page.locator('.holder').innerText(), /Syrian government forces/);
  assert.match(await page.locator('blockquote mark').first().innerText(), /[كق]دير/);
  await page.locator('#day').fill('2017-08-01');
  await page.getByRole('button', { name: 'Show' }).click();
  assert.match(await page.locator('.holder').innerText(), /Islamic State/);
  await page.locator('.clause a').last().click();
  assert.ok((await page.locator('.text mark').count()) > 0, 'the clauses are marked in their report');
  await page.locator('#q').fill('كدير');
  await page.locator('#q').press('Enter');
  assert.ok((await page.locator('#found-reports').locator('..').locator('mark').count()) > 0);
  await page.context().close();
});

for (const lang of LANGS) {
  test(`no barrier in ${lang}, and on a narrow screen nothing is cut off`, async () => {
    for (const sight of SIGHTS) {
      const page = await plain(`${sight}&lang=${lang}`, { viewport: { width: 320, height: 640 } });
      assert.deepEqual(await barriers(page), [], sight);
      assert.equal(await page.locator('html').getAttribute('lang'), lang);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(over <= 0, `${over} pixels too wide at ${sight}`);
      await page.context().close();
    }
  });
}
