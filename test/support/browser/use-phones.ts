import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import type { Testbed } from '../testbed.js';
import { BrowserPhone } from './browser-phone.js';
import { launchChromium } from './chromium.js';
import { launchFirefox } from './firefox.js';
import type { LabOptions } from './lab.js';
import type { BrowserName, Microphone } from './lab-page.js';
import { startLabServer } from './lab-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Alice's browser. Defaults to Chromium. The other users always have Chromium. */
    aliceIn?: BrowserName;
  }
}

const LAUNCH = { chromium: launchChromium, firefox: launchFirefox } as const;

/** The sandbox's users, in the order of `sandbox.users`. */
export const USERS = ['alice', 'bob', 'carol'] as const;
type User = (typeof USERS)[number];

/** The options for a phone of this user that reaches the sandbox through the tap. */
export async function optionsFor(bed: Testbed, user: User, more: Partial<LabOptions> = {}): Promise<LabOptions> {
  const id = bed.sandbox.users[USERS.indexOf(user)]?.id ?? '';
  const token = await bed.sandbox.createToken(id);
  return { token, apiBaseUrl: bed.apiBaseUrl, signalingBaseUrl: bed.signalingBaseUrl, ...more };
}

/**
 * Gives the tests of a file a browser for each of these users, with a new page for each test, or with one page for all.
 * After each test, checks that no page failed. Before a page goes, its phone disconnects and must leave no microphone
 * and no connection open.
 */
export function usePhones<U extends User>(
  microphones: Readonly<Record<U, Microphone>>,
  { pagesOf = 'each test' }: { pagesOf?: 'each test' | 'all tests' } = {},
): Readonly<Record<U, BrowserPhone>> {
  const phones = {} as Record<U, BrowserPhone>;
  const users = Object.keys(microphones) as U[];
  let lab: Awaited<ReturnType<typeof startLabServer>>;
  beforeAll(async () => {
    lab = await startLabServer();
    await Promise.all(
      users.map(async (user) => {
        const launch = LAUNCH[user === 'alice' ? (inject('aliceIn') ?? 'chromium') : 'chromium'];
        phones[user] = await BrowserPhone.open(lab.url, microphones[user], { launch });
      }),
    );
  });
  const load = async () => {
    await Promise.all(users.map((user) => phones[user].load(lab.url)));
  };
  const leave = async () => {
    for (const user of users) {
      await phones[user].disconnect();
      expect(await phones[user].open(), `what ${user} left open`).toEqual({ tracks: 0, connections: 0 });
    }
  };
  if (pagesOf === 'each test') beforeEach(load);
  afterEach(async () => {
    if (pagesOf === 'each test') await leave();
    for (const user of users) expect(phones[user].faults.splice(0), `what failed in ${user}'s page`).toEqual([]);
  });
  afterAll(async () => {
    try {
      if (pagesOf === 'all tests') await leave();
    } finally {
      await Promise.all(users.map((user) => phones[user]?.close()));
      await lab?.stop();
    }
  });
  return phones;
}
