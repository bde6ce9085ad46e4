/**
 * Takes the pictures of the documentation, docs/*.png, from the real program and
 * its sample reports. A page that complains, or asks another host for anything,
 * is an error.
 */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { KADIR, settled, World } from '../test/browser/world.ts';

interface Shot {
  name: string; // of the file
  at: string; // address: of the page, #…, or of the plain view
  unfold?: string; // what is unfolded first
  phone?: boolean;
}

const MOMENT = `day=2017-08-13&place=${KADIR.id}`;
const SHOTS: readonly Shot[] = [
  { name: 'map-en', at: `#${MOMENT}&lang=en&map=7.6/35/38.9` },
  { name: 'map-ar', at: `#${MOMENT}&lang=ar` },
  { name: 'phone-ar', at: `#${MOMENT}&lang=ar`, phone: true },
  { name: 'sources-en', at: '#day=2017-08-15&lang=en&place=sy-raqqa-mansurah&without=sample-euphrates-media', unfold: '#sources' },
  { name: 'compare-en', at: '#day=2017-10-20&against=2017-08-01&lang=en&room=compare&map=7.2/35.1/39.2' },
  { name: 'figures-en', at: '#day=2017-09-15&lang=en&room=figures&region=35.9,38.2;35.9,39.4;34.9,39.4;34.9,38.2' },
  { name: 'find-ar', at: `#day=2017-08-13&lang=ar&room=find&words=${encodeURIComponent(KADIR.ar)}` },
  { name: 'take-ar', at: '#day=2017-09-12&lang=ar&room=take&theme=dark' },
  { name: 'plain-ar', at: 'plain?day=2017-09-15&lang=ar', phone: true },
];

const world = await World.start();
try {
  for (const shot of SHOTS) {
    const page = await opened(shot);
    await page.screenshot({ path: fileURLToPath(new URL(`../docs/${shot.name}.png`, import.meta.url)) });
    await page.context().close();
  }
} finally {
  await world.stop();
}

/** What a picture is of, drawn to the end. */
async function opened({ name, at, unfold, phone = false }: Shot): Promise<Page> {
  const options = { viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 } };
  if (!at.startsWith('#')) {
    const page = await (await world.context(options)).newPage();
    const answer = await page.goto(world.address + at, { waitUntil: 'networkidle' });
    if (!answer?.ok()) throw new Error(`${name}: ${answer?.status() ?? 'no answer'}`);
    return page;
  }
  const { page, complaints } = await world.visit(at.slice(1), options);
  if (unfold) {
    await page.locator(`${unfold} summary`).click();
    await settled(page);
  }
  if (complaints.length > 0) throw new Error(`${name}: ${complaints.join('; ')}`);
  return page;
}
