import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { BINARY, World } from './world.ts';

const REPORT = `---
source: Valley Post
published: 2017-08-14
---
The army captured the town of al-Sukhna on Saturday.
`;

async function frontline(...args: string[]): Promise<void> {
  const [status] = await once(spawn(BINARY, args, { stdio: 'ignore' }), 'exit') as [number];
  assert.equal(status, 0, args.join(' '));
}

test('whoever looks at the map is told when more reports are read, and shown them where they are', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'frontline-news-'));
  const [db, first, second] = [join(dir, 'a.db'), join(dir, 'first.md'), join(dir, 'second.md')];
  writeFileSync(first, REPORT);
  writeFileSync(second, REPORT.replaceAll('al-Sukhna', 'Tadmur').replace('Saturday', 'Sunday'));
  await frontline('ingest', '--db', db, first);
  const world = await World.start({ command: ['serve', '--db', db] });
  try {
    const { page } = await world.visit('day=2017-08-13&lang=ar');
    assert.equal(await page.locator('#notices .notice').count(), 0);
    await frontline('ingest', '--db', db, second);
    await page.getByText('قُرئت تقارير جديدة').waitFor();
    await page.getByRole('button', { name: 'اعرضها' }).click();
    await page.locator('#dock time[datetime="2017-08-13"]').waitFor();
    assert.match(new URL(page.url()).hash, /day=2017-08-13/);
    await page.waitForFunction(() => document.querySelectorAll('#notices .notice').length === 0);
  } finally {
    await world.stop();
    rmSync(dir, { recursive: true });
  }
});
