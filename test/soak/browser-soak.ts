import type { Page } from 'playwright-core';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { startChromium } from '../support/browser/chromium.js';
import { startLabServer } from '../support/browser/lab-server.js';
import { memoryOf } from './chromium-memory.js';
import type { SoakPage } from './page.js';
import { heapGrowthMost, type Progress, type SoakReport } from './report.js';

declare const soak: SoakPage;

export interface BrowserSoakOptions {
  readonly calls: number;
  /** Made before anything is first counted. */
  readonly warmUp: number;
  readonly onProgress?: Progress;
}

/** Chromium holds on to the track of a microphone, and so to its call, for some seconds after both have ended. */
const SETTLED_WITHIN_MS = 15_000;
const SETTLING_STEP_MS = 500;
/** Every so many calls hold; and every so many the connection drops, which costs the wait for the reconnect. */
const HOLD_EVERY = 4;
const DROP_EVERY = 20;

/** Calls with real audio paths: a page in Chromium, and the sandbox. */
export async function soakInBrowser({ calls, warmUp, onProgress }: BrowserSoakOptions): Promise<SoakReport> {
  const startedAt = Date.now();
  const sandbox = await startSandbox({ limits: { callCreatesPerWindow: 1_000_000 } });
  const server = await startLabServer({ script: '../../soak/page.ts' });
  const chromium = await startChromium(440);
  try {
    const page = await chromium.browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(server.url);
    await page.waitForFunction(() => 'soak' in globalThis);
    await connect(page, sandbox);
    const driver = new Driver(page, sandbox);
    const memory = await memoryOf(page);
    const remains = async () => ({ ...(await memory()), ...(await page.evaluate(() => soak.remains())) });
    const settled = async () => {
      const end = Date.now() + SETTLED_WITHIN_MS;
      for (;;) {
        await page.waitForTimeout(SETTLING_STEP_MS);
        const left = await remains();
        if (left.calls === 0 || Date.now() > end) return left;
      }
    };
    const make = async (count: number, done: number) => {
      for (let at = done; at < done + count; at++) {
        await driver.call(at);
        onProgress?.(at + 1);
      }
      return settled();
    };

    const before = await make(warmUp, 0);
    const after = await make(calls, warmUp);
    await page.evaluate(() => soak.disconnect());
    const timersLeft = await page.evaluate(() => soak.remains().timers);
    faults.push(...(await page.evaluate(() => soak.faults)));
    if (faults.length > 0) throw new Error(`${faults.length} faults in the page, the first: ${faults[0]}`);
    return {
      title: `Chromium ${chromium.browser.version()}, sandbox`,
      calls: warmUp + calls,
      seconds: Math.round((Date.now() - startedAt) / 1000),
      measures: [
        { what: 'open peer connections', found: after.connections, most: 0 },
        { what: 'live tracks', found: after.tracks, most: 0 },
        { what: 'timers more than before the calls', found: after.timers - before.timers, most: 0 },
        { what: 'timers after disconnect()', found: timersLeft, most: 0 },
        { what: 'ended calls that are still held', found: after.calls, most: 0 },
        { what: 'listeners more than before the calls', found: after.listeners - before.listeners, most: 0 },
        { what: 'nodes more than before the calls', found: after.nodes - before.nodes, most: 0 },
        { what: 'bytes that the heap grew by', found: after.heapBytes - before.heapBytes, most: heapGrowthMost(calls) },
      ],
    };
  } finally {
    await chromium.close();
    await server.stop();
    await sandbox.stop();
  }
}

async function connect(page: Page, { apiBaseUrl, signalingBaseUrl, users, createToken }: Sandbox): Promise<void> {
  const token = await createToken(users[0]?.id ?? '');
  await page.evaluate((options) => soak.connect(options), { token, apiBaseUrl, signalingBaseUrl });
}

/** Has the page's phone make calls, each of another kind. */
class Driver {
  readonly #page: Page;
  readonly #sandbox: Sandbox;
  #drops = 0;

  constructor(page: Page, sandbox: Sandbox) {
    this.#page = page;
    this.#sandbox = sandbox;
  }

  async call(number: number): Promise<void> {
    const { control } = this.#sandbox;
    const kind = number % 3;
    if (kind === 2) control.ring({ user: '101', service: '600' });
    else await this.#page.evaluate((to) => soak.dial(to), kind === 0 ? '600' : '601');
    const call = await this.#page.evaluate(() => soak.talking());
    if (number % HOLD_EVERY === 0) await this.#page.evaluate(() => soak.holdAndResume());
    if (number % DROP_EVERY === DROP_EVERY - 1) await this.#drop();
    if (number % 2 === 0) await this.#page.evaluate(() => soak.hangUp());
    else control.hangup({ call });
    await this.#page.evaluate(() => soak.ended());
  }

  async #drop(): Promise<void> {
    this.#sandbox.control.drop({ user: '101', how: 'cut' });
    await this.#page.evaluate((times) => soak.reconnected(times), ++this.#drops);
  }
}
