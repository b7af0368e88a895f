import { existsSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import {
  isFault,
  isOfNetwork,
  type LabBrowser,
  type LabPage,
  LOOK_EVERY_MS,
  type Microphone,
  WITHIN_MS,
} from './lab-page.js';

/** Finds Firefox: at FIREFOX_PATH, or as Debian's package. */
export function findFirefox(): string | undefined {
  const candidates = [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr'];
  return candidates.find((path) => path !== undefined && existsSync(path));
}

/** Starts a Firefox with this microphone. Each phone needs its own browser. */
export async function launchFirefox(microphone: Microphone): Promise<LabBrowser> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('Firefox was not found. Run `make firefox`, or set FIREFOX_PATH.');
  // Import it here, so that tests in Chromium do not wait for it.
  const { launch } = await import('puppeteer-core');
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: {
      ...microphonePreferences(microphone),
      'media.autoplay.default': 0,
      // Without it no audio flows on loopback.
      'media.peerconnection.ice.loopback': true,
    },
  });
  return {
    name: 'firefox',
    async newPage(onFault) {
      const page = await browser.newPage();
      page.on('pageerror', (error) => isOfNetwork(String(error)) || onFault(String(error)));
      page.on('console', (line) => isFault(line) && onFault(line.text()));
      return labPage(page);
    },
    close: () => browser.close(),
  };
}

function labPage(page: Page): LabPage {
  return {
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    evaluate: (act: never, given?: unknown) => page.evaluate(act, given) as never,
    async until(look: never, given?: unknown, withinMs = WITHIN_MS) {
      const found = await page.waitForFunction(
        look as () => unknown,
        { timeout: withinMs, polling: LOOK_EVERY_MS },
        given as undefined,
      );
      return (await found.jsonValue()) as never;
    },
    exposeFunction: (name, told) => page.exposeFunction(name, told as () => unknown),
    popup: () =>
      new Promise((resolve) => {
        page.once('popup', (opened) => opened && resolve(labPage(opened)));
      }),
    close: (how) => page.close({ runBeforeUnload: how?.asUser ?? false }),
  };
}

const ALLOW = 1;
const BLOCK = 2;

function microphonePreferences(microphone: Microphone): Record<string, number | boolean> {
  return {
    'media.navigator.streams.fake': microphone !== 'none',
    'permissions.default.microphone': microphone === 'refused' ? BLOCK : ALLOW,
    ...(typeof microphone === 'number' && { 'media.navigator.audio.fake_frequency': microphone }),
  };
}
