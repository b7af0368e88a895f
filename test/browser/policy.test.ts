import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '../support/browser/chromium.js';
import type { StrictPageResult } from '../support/browser/strict-page.js';
import { STRICT_HEADERS, strictPolicy } from '../support/browser/strict-policy.js';
import { useTestbed } from '../support/testbed.js';

const HTML = '<!doctype html><meta charset="utf-8"><title>strict</title><script type="module" src="/page.js"></script>';
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const bed = useTestbed();
let chromium: Awaited<ReturnType<typeof startChromium>>;
let server: Server;
let origin: string;

beforeAll(async () => {
  // As build.ts makes it, beside a page that imports it.
  const { outputFiles } = await build({
    entryPoints: { webrtc: here('../../src/webrtc/index.ts'), page: here('../support/browser/strict-page.ts') },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    outdir: '/',
    write: false,
  });
  const scripts = new Map(outputFiles.map(({ path, text }) => [path, text]));
  server = createServer(({ url = '/' }, response) => {
    const script = scripts.get(url);
    const headers = {
      'Content-Type': script ? 'text/javascript' : 'text/html',
      'Content-Security-Policy': strictPolicy(bed.apiBaseUrl, bed.signalingBaseUrl),
      ...STRICT_HEADERS,
    };
    response.writeHead(200, headers).end(script ?? HTML);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  chromium = await startChromium(440);
});

afterAll(async () => {
  await chromium?.close();
  server.closeAllConnections();
  server.close();
});

/** What the page printed last, and what else the console said of errors. */
async function visit(more = ''): Promise<{ result: StrictPageResult; errors: string[] }> {
  const token = await bed.sandbox.createToken(bed.sandbox.users[0]?.id ?? '');
  const query = new URLSearchParams({ token, api: bed.apiBaseUrl, signaling: bed.signalingBaseUrl });
  const page = await chromium.browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const printed = page.waitForEvent('console', { predicate: (message) => message.type() === 'log', timeout: 20_000 });
  await page.goto(`${origin}/?${query}${more}`);
  const result = JSON.parse((await printed).text()) as StrictPageResult;
  await page.close();
  return { result, errors };
}

describe('under a strict Content-Security-Policy with Trusted Types', () => {
  it('a page calls with audio both ways, and violates nothing', async () => {
    const { result, errors } = await visit();
    expect([result.violations, errors, result.error]).toEqual([[], [], undefined]);
    // The microphone is a tone, and the service an echo.
    expect(result.loudness?.sent).toBeGreaterThan(0.05);
    expect(result.loudness?.heard).toBeGreaterThan((result.loudness?.sent ?? 1) / 4);
  });

  it('a page that violates it is found out', async () => {
    const { result, errors } = await visit('&careless');
    expect(result.violations.length + errors.length).toBeGreaterThan(0);
    expect(result.error).toMatch(/TrustedScriptURL/);
  });
});
