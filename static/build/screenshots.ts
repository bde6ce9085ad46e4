/**
 * Takes the pictures of the documentation from the real program and its sample
 * reports: docs/map-en.png, docs/map-ar.png, docs/phone-ar.png, and docs/sources-en.png with a source left out.
 */
import { fileURLToPath } from 'node:url';
import { KADIR, World } from '../test/browser/world.ts';

const MOMENT = `day=2017-08-13&place=${KADIR.id}`;
const SHOTS: { name: string; hash: string; viewport: { width: number; height: number }; open?: string }[] = [
  { name: 'map-en', hash: `${MOMENT}&lang=en`, viewport: { width: 1440, height: 900 } },
  { name: 'map-ar', hash: `${MOMENT}&lang=ar`, viewport: { width: 1440, height: 900 } },
  { name: 'sources-en', hash: `day=2017-08-15&lang=en&place=sy-raqqa-mansurah&without=sample-euphrates-media`, viewport: { width: 1440, height: 900 }, open: '#sources' },
  { name: 'phone-ar', hash: `${MOMENT}&lang=ar`, viewport: { width: 390, height: 844 } },
];

const world = await World.start();
try {
  for (const { name, hash, viewport, open } of SHOTS) {
    const { page } = await world.visit(hash, { viewport });
    if (open) await page.locator(`${open} summary`).click();
    await page.waitForTimeout(4000); // until the map has drawn its last frame
    await page.screenshot({ path: fileURLToPath(new URL(`../docs/${name}.png`, import.meta.url)) });
    await page.context().close();
  }
} finally {
  await world.stop();
}
