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
