/** The real program with its sample reports, and a real browser to look at it with. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

export const BINARY = process.env['FRONTLINE_BIN'] ?? fileURLToPath(new URL('../../../bin/frontline', import.meta.url));
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** A browser that draws with its own software renderer and asks the network for nothing of its own accord. */
const FLAGS = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic',
  '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export interface Visit {
  page: Page;
  complaints: string[]; // console errors, errors of scripts, requests to other hosts
}

/** The place the sample reports tell of: taken on 12 August 2017. */
export const KADIR = { id: 'sy-homs-kadir', ar: 'الكدير', en: 'al-Kadir', view: '10/35.274/38.846' };

export class World {
  readonly address: string;
  readonly #program: ChildProcess;
  readonly #browser: Browser;

  private constructor(address: string, program: ChildProcess, browser: Browser) {
    [this.address, this.#program, this.#browser] = [address, program, browser];
  }

  /** Options are the program's command, more of its arguments, and of the browser's. */
  static async start({ command = ['demo'], program: more = [], browser: flags = [] }: { command?: string[]; program?: string[]; browser?: string[] } = {}): Promise<World> {
    const program = spawn(BINARY, [...command, '--addr', '127.0.0.1:0', ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [address, browser] = await Promise.all([addressOf(program), chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...flags] })]);
    return new World(address, program, browser);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    const ended = once(this.#program, 'exit');
    this.#program.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null], 'the program ends in good order when it is told to');
  }

  /** A reader of British habits who has been nowhere yet. */
  async context(options: BrowserContextOptions): Promise<BrowserContext> {
    return this.#browser.newContext({ locale: 'en-GB', ...options });
  }

  /** Opens the page at an address of its own and waits until it has shown it. */
  async visit(hash: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const page = await (await this.context({ viewport: { width: 1440, height: 900 }, ...options })).newPage();
    const complaints: string[] = [];
    page.on('console', (m) => { if (m.type() === 'error') complaints.push(`console: ${m.text()}`); });
    page.on('pageerror', (e) => { complaints.push(`script: ${e.message}`); });
    page.on('request', (r) => {
      if (!r.url().startsWith(this.address) && !r.url().startsWith('data:')) complaints.push(`request: ${r.url()}`);
    });
    await page.goto(`${this.address}#${hash}`);
    await settled(page);
    return { page, complaints };
  }
}

/** Waits until the panel and the map have what they asked for, and show it. */
export async function settled(page: Page): Promise<void> {
  await page.locator('#panel h2').waitFor({ state: 'attached' });
  await page.locator('#sources:not([aria-busy])').waitFor({ state: 'attached' });
  await page.locator('#panel .body:not([aria-busy])').waitFor({ state: 'attached' });
  await page.locator('#legend li').first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await page.locator('#map:not([aria-busy])').waitFor({ state: 'attached' });
}

/** The day on which the page stands, YYYY-MM-DD. */
export async function dayOf(page: Page): Promise<string> {
  return (await page.locator('#dock time').getAttribute('datetime')) ?? '';
}

async function addressOf(program: ChildProcess): Promise<string> {
  assert.ok(program.stdout);
  for await (const line of createInterface({ input: program.stdout })) {
    const found = /^(http:\/\/127\.0\.0\.1:\d+\/)$/.exec(line);
    if (found?.[1]) return found[1];
  }
  throw new Error(`${BINARY} ended without an address`);
}
