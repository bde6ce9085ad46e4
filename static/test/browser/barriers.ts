import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare const axe: { run: (options: RunOptions) => Promise<AxeResults> };

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against the Web Content Accessibility Guidelines 2.2, levels A and AA: rule, element, why. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate((values) => axe.run({ runOnly: { type: 'tag', values } }), LEVELS);
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary ?? ''}`));
}
