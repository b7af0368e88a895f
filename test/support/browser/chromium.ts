import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { writeToneWav } from '../audio/wav.js';

/** Where Chromium is: CHROMIUM_PATH, Debian's package, or what Playwright installed. */
export function findChromium(): string | undefined {
  const candidates = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', chromium.executablePath()];
  return candidates.find((path) => path !== undefined && existsSync(path));
}

export interface LabBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** What a browser finds as its microphone: a tone of so many Hz, none, or one that its user refuses. */
export type Microphone = number | 'none' | 'refused';

/** A Chromium with a microphone. That is one a process: each phone needs a browser of its own. */
export async function launchChromium(microphone: Microphone): Promise<LabBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium: run `make browsers`, or set CHROMIUM_PATH.');
  const folder = await mkdtemp(join(tmpdir(), 'dialstack-tone-'));
  const wav = join(folder, 'microphone.wav');
  if (typeof microphone === 'number') await writeToneWav(wav, { hz: microphone, seconds: 10 });
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--mute-audio',
      ...microphoneArguments(microphone, wav),
      '--autoplay-policy=no-user-gesture-required',
      '--allow-loopback-in-peer-connection',
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
