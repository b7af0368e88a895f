import type { CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startChromium } from '../support/browser/chromium.js';
import type { Lab, LabEvent, LabOptions } from '../support/browser/lab.js';
import { startLabServer } from '../support/browser/lab-server.js';
import { optionsFor } from '../support/browser/use-phones.js';
import { useTestbed } from '../support/testbed.js';

declare const lab: Lab;

const bed = useTestbed();
let server: Awaited<ReturnType<typeof startLabServer>>;
let chromium: Awaited<ReturnType<typeof startChromium>>;
let page: Page;
let session: CDPSession;

beforeAll(async () => {
  server = await startLabServer();
});
afterAll(() => server.stop());
afterEach(() => chromium.close());

/** Runs code in the page as its own scripts do: with no gesture of a user, which the usual way would pretend. */
async function inPage<R, A = undefined>(act: (given: A) => R | Promise<R>, given?: A, userGesture = false): Promise<R> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: `(${act})(${JSON.stringify(given)})`,
    awaitPromise: true,
    returnByValue: true,
    userGesture,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as R;
}

/** Bob's phone, in a page that nobody has touched. */
async function connect(): Promise<void> {
  await expect.poll(() => inPage(() => 'lab' in globalThis)).toBe(true);
  const options: LabOptions = await optionsFor(bed, 'bob');
  await inPage(async (given) => {
    lab.create(given);
    await lab.phone.connect();
  }, options);
}

/** A call that Bob answered, and what became of its sound before. */
async function answered(): Promise<{ callId: string; playedBefore: boolean }> {
  // A browser that wants a gesture before a page plays, as every user's does.
  chromium = await startChromium(660, { realAutoplay: true });
  page = await chromium.browser.newPage();
  session = await page.context().newCDPSession(page);
  await page.goto(server.url);
  await connect();
  bed.sandbox.control.ring({ user: '102' });
  const { callId = '' } = await event('incoming');
  await expect.poll(() => inPage(() => lab.playing.size)).toBe(1);
  const playedBefore = await isPlaying();
  await inPage((id) => lab.call(id).answer(), callId);
  await event('answered');
  return { callId, playedBefore };
}

const events = (): Promise<LabEvent[]> => inPage(() => lab.events);

async function event(name: string): Promise<LabEvent> {
  await expect.poll(async () => (await events()).some((one) => one.name === name), { timeout: 10_000 }).toBe(true);
  return (await events()).find((one) => one.name === name) as LabEvent;
}

const isPlaying = () => inPage(() => lab.playing.size > 0 && [...lab.playing].every(({ paused }) => !paused));

it('an answered call plays without a gesture: the microphone that it opened lets the page play', async () => {
  const { playedBefore } = await answered();
  await expect.poll(isPlaying).toBe(true);
  expect([playedBefore, await inPage(() => navigator.userActivation.hasBeenActive)]).toEqual([false, false]);
  expect((await events()).map(({ name }) => name)).not.toContain('audioBlocked');
});

it('a restored call that only listens is told to be blocked, and playAudio() plays it from a gesture', async () => {
  const { callId } = await answered();
  await page.reload();
  await inPage(() => {
    navigator.permissions.query = async () => ({ state: 'prompt' }) as PermissionStatus;
  });
  await connect();
  await event('restored');
  await event('audioBlocked');
  expect(await isPlaying()).toBe(false);
  const tookMs = await inPage(
    async (id) => {
      const begin = performance.now();
      await lab.call(id).playAudio();
      return performance.now() - begin;
    },
    callId,
    true,
  );
  expect([tookMs < 2_500, await isPlaying()]).toEqual([true, true]);
  expect((await events()).filter(({ name }) => name === 'audioBlocked')).toHaveLength(1);
});
