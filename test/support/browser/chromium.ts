import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { writeToneWav } from '../audio/wav.js';
import { isFault, type LabBrowser, type LabPage, LOOK_EVERY_MS, type Microphone, WITHIN_MS } from './lab-page.js';

/** Finds Chromium: at CHROMIUM_PATH, as Debian's package, or as installed by Playwright. */
export function findChromium(): string | undefined {
  const candidates = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', chromium.executablePath()];
  return candidates.find((path) => path !== undefined && existsSync(path));
}

export interface ChromiumOptions {
  /** Playwright's default arguments to leave out. */
  without?: string[];
  /** More arguments. */
  args?: string[];
  /** Whether pages need a user gesture before they may play, as in a user's browser. */
  realAutoplay?: boolean;
  executablePath?: string | undefined;
}

/** Starts a Chromium with this microphone, and returns Playwright's `Browser`. */
export async function startChromium(
  microphone: Microphone,
  { without = [], args = [], realAutoplay = false, executablePath = findChromium() }: ChromiumOptions = {},
): Promise<{ browser: Browser; close(): Promise<void> }> {
  if (!executablePath) throw new Error('Chromium was not found. Run `make chromium`, or set CHROMIUM_PATH.');
  const folder = await mkdtemp(join(tmpdir(), 'dialstack-tone-'));
  const wav = join(folder, 'microphone.wav');
  if (typeof microphone === 'number') await writeToneWav(wav, { hz: microphone, seconds: 10 });
  const browser = await chromium.launch({
    executablePath,
    ignoreDefaultArgs: without,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--mute-audio',
      ...microphoneArguments(microphone, wav),
      ...(realAutoplay ? [] : ['--autoplay-policy=no-user-gesture-required']),
      '--allow-loopback-in-peer-connection',
      ...args,
    ],
  });
  return {
    browser,
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a Chromium with this microphone. A browser has only one, so each phone needs its own browser. */
export async function launchChromium(microphone: Microphone, options?: ChromiumOptions): Promise<LabBrowser> {
  const { browser, close } = await startChromium(microphone, options);
  return {
    name: 'chromium',
    async newPage(onFault) {
      const page = await browser.newPage();
      page.on('pageerror', (error) => onFault(String(error)));
      page.on('console', (line) => isFault(line) && onFault(line.text()));
      return labPage(page);
    },
    close,
  };
}

function labPage(page: Page): LabPage {
  return {
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    evaluate: (act: never, given?: unknown) => page.evaluate(act, given) as never,
    async until(look: never, given?: unknown, withinMs = WITHIN_MS) {
      const found = await page.waitForFunction(look, given, { timeout: withinMs, polling: LOOK_EVERY_MS });
      return (await found.jsonValue()) as never;
    },
    exposeFunction: (name, told) => page.exposeFunction(name, told),
    popup: async () => labPage(await page.waitForEvent('popup')),
    close: (how) => page.close({ runBeforeUnload: how?.asUser ?? false }),
  };
}

function microphoneArguments(microphone: Microphone, wav: string): string[] {
  switch (microphone) {
    case 'none':
      return ['--use-fake-ui-for-media-stream'];
    case 'refused':
      return ['--use-fake-device-for-media-stream', '--deny-permission-prompts'];
    default:
      return [
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-audio-capture=${wav}`,
      ];
  }
}
