import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Demo, startDemo } from '../../examples/softphone/demo.js';
import { startChromium } from '../support/browser/chromium.js';

/** A name of somebody else's, which leads to this machine. */
const REBOUND = 'rebound.test';
const HOSTILE_NAME = '<img src=x onerror=alert(1)>\n12:00:00  Bob: answered\u202e\u001b[2K\u2028';

let demo: Demo;
let chromium: Awaited<ReturnType<typeof startChromium>>;

beforeAll(async () => {
  demo = await startDemo(0, { info: () => {}, warn: () => {} });
  chromium = await startChromium(440, { args: [`--host-resolver-rules=MAP ${REBOUND} 127.0.0.1`] });
});
afterAll(async () => {
  await chromium?.close();
  await demo?.stop();
});

it('the demo page calls under its policy, and shows a hostile name as text on one line', async () => {
  const page = await chromium.browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('dialog', (dialog) => errors.push(dialog.message()));
  await page.goto(demo.url);
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByText('connected', { exact: true }).waitFor();

  await page.getByLabel('Number').fill('601');
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await page.getByText(/601: active/).waitFor();
  await page.getByRole('button', { name: 'Hang up' }).click();
  await page.getByText(/601: ended/).waitFor();

  demo.sandbox.control.ring({ user: '101', fromName: HOSTILE_NAME });
  const line = page.locator('#calls li span');
  await line.waitFor();
  const shown = (await line.textContent()) ?? '';
  expect(shown).toContain('<img src=x onerror=alert(1)>');
  expect(shown).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
  await page.getByRole('button', { name: 'Reject' }).click();
  await line.waitFor({ state: 'detached' });
  expect(await page.locator('#log').textContent()).not.toMatch(/^12:00:00/m);
  expect(await page.locator('img').count()).toBe(0);
  expect(errors).toEqual([]);
  await page.close();
});

it('a web site whose name leads here reads nothing of the demo, nor of the sandbox', async () => {
  const page = await chromium.browser.newPage();
  for (const address of [demo.url, demo.sandbox.apiBaseUrl]) {
    const response = await page.goto(address.replace('127.0.0.1', REBOUND));
    expect(response?.status()).toBe(421);
  }
  const { signalingBaseUrl } = demo.sandbox;
  await page.goto('about:blank'); // Without the policy of the refusal.
  const opened = await page.evaluate(
    (url) =>
      new Promise((resolve) => {
        const socket = new WebSocket(url, 'dialstack.webrtc.v1');
        socket.onopen = () => resolve(true);
        socket.onerror = () => resolve(false);
      }),
    `${signalingBaseUrl.replace('127.0.0.1', REBOUND)}/v1/webrtc`,
  );
  expect(opened).toBe(false);
  await page.close();
});
