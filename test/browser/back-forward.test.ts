import { expect, it } from 'vitest';
import { startChromium } from '../support/browser/chromium.js';
import type { Lab, LabEvent } from '../support/browser/lab.js';
import { startLabServer } from '../support/browser/lab-server.js';
import { optionsFor } from '../support/browser/use-phones.js';
import { useTestbed } from '../support/testbed.js';

declare const lab: Lab;
declare let wasKept: boolean | undefined;

const bed = useTestbed();

it('a page that comes back from the back/forward cache is connected again', async () => {
  const server = await startLabServer();
  const { browser, close } = await startChromium(440, { without: ['--disable-back-forward-cache'] });
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => 'lab' in globalThis);
  await page.evaluate(
    async (given) => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { wasKept: persisted }));
      lab.create(given);
      await lab.phone.connect();
    },
    await optionsFor(bed, 'alice'),
  );
  await page.goto(`${server.url}?elsewhere`);
  await page.goBack({ waitUntil: 'commit' }); // It is not loaded anew: no load event comes.
  await page.waitForFunction(() => lab.events.some(({ name }) => name === 'reconnected'));
  const names = await page.evaluate(() => lab.events.map(({ name }: LabEvent) => name));
  expect(names).toEqual(['connected', 'disconnected', 'reconnecting', 'reconnected']);
  expect(await page.evaluate(() => [wasKept, lab.phone.isConnected, sessionStorage.length])).toEqual([true, true, 0]);
  await page.evaluate(() => lab.disconnect());
  await close();
  await server.stop();
});

it('a page that goes into the back/forward cache before it is connected is the same phone when it is back', async () => {
  const server = await startLabServer();
  const { browser, close } = await startChromium(440, { without: ['--disable-back-forward-cache'] });
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => 'lab' in globalThis);
  const plan = JSON.stringify({ moment: 'script', options: await optionsFor(bed, 'alice') });
  await page.evaluate((given) => localStorage.setItem('connect', given), plan);
  bed.sandbox.control.delayReply({ to: 'getIceServers', ms: 1_500, user: '101' });
  await page.reload();
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { wasKept: persisted }));
  });
  await page.goto(`${server.url}lab.js`);
  await page.goBack({ waitUntil: 'commit' });
  await page.waitForFunction(() => 'lab' in globalThis && typeof wasKept === 'boolean');
  // The request may have died with the page's time away; then connect() has failed, and can be made anew.
  await page.waitForFunction(async () =>
    lab.phone
      .connect()
      .then(() => true)
      .catch(() => false),
  );
  expect(await page.evaluate(() => [lab.phone.isConnected, sessionStorage.length])).toEqual([true, 0]);
  // And a reload after it takes the phone over.
  const before = await page.evaluate(() => lab.events.map(({ name }: LabEvent) => name));
  expect(before).toContain('connected');
  await page.reload();
  await page.waitForFunction(() => lab.events.some(({ name }) => name === 'connected'));
  const names = bed.tap.frames.flatMap(({ message }) => (message.type === 'authenticate' ? [message.session_id] : []));
  expect(names.at(-1)).toBe(names.at(-2));
  await page.evaluate(() => lab.disconnect());
  await close();
  await server.stop();
});
