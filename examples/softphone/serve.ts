/** `make demo`: the sandbox, and a plain page to call from by hand. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { build } from 'esbuild';
import { describe, SERVICES, startSandbox } from '../../src/sandbox/index.js';

const here = (name: string) => new URL(name, import.meta.url);
const PORT = Number(process.env.PORT ?? 4180);

const sandbox = await startSandbox({ log: { info: console.log, warn: console.warn } });
const { outputFiles } = await build({
  entryPoints: [here('page.ts').pathname],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  write: false,
});

/** What a platform's own backend does: it holds the API key, and mints a token for the user who signed in. */
async function mintToken(user: string): Promise<{ token: string }> {
  const response = await fetch(`${sandbox.apiBaseUrl}/v1/user_sessions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${sandbox.apiKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ user, ttl_seconds: 3600 }),
  });
  const { client_secret } = (await response.json()) as { client_secret: string };
  return { token: client_secret };
}

const { apiBaseUrl, signalingBaseUrl, users } = sandbox;
const pages: Readonly<Record<string, (url: URL) => Promise<{ type: string; body: string }>>> = {
  '/': async () => ({ type: 'text/html', body: await readFile(here('index.html'), 'utf8') }),
  '/page.js': async () => ({ type: 'text/javascript', body: outputFiles[0]?.text ?? '' }),
  '/surroundings': async () =>
    json({ apiBaseUrl, signalingBaseUrl, users, services: SERVICES.map(({ code, title }) => ({ code, title })) }),
  '/token': async (url) => json(await mintToken(url.searchParams.get('user') ?? '')),
};

const json = (value: unknown) => ({ type: 'application/json', body: JSON.stringify(value) });

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://demo');
  const page = Object.hasOwn(pages, url.pathname) ? pages[url.pathname] : undefined;
  if (!page) return void response.writeHead(404).end();
  const { type, body } = await page(url);
  response.writeHead(200, { 'Content-Type': type }).end(body);
});

server.listen(PORT, '127.0.0.1', async () => {
  const { port } = server.address() as { port: number };
  console.log(await describe(sandbox));
  console.log(
    `Open http://127.0.0.1:${port} in two browser windows, connect as two users, and call. Ctrl-C ends it.\n`,
  );
});
server.on('error', (error) => {
  console.error(`The page cannot be served: ${error.message}. PORT=0 make demo takes a free port.`);
  process.exit(1);
});
process.once('SIGINT', async () => {
  await sandbox.stop();
  process.exit(0);
});
