import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { demandOwnOrigin } from '../../src/sandbox/http/gate.js';
import { parseBody, readBody, requestUrl, sendJson, sendProblem } from '../../src/sandbox/http/http.js';
import { Problem } from '../../src/sandbox/http/problem.js';
import { createGuardedServer } from '../../src/sandbox/http/server.js';
import { type Sandbox, type SandboxLog, SERVICES, startSandbox } from '../../src/sandbox/index.js';
import { harmless } from '../../src/sandbox/log.js';
import { DialStack, DialStackError } from '../../src/server/index.js';

export interface Demo {
  readonly url: string;
  readonly sandbox: Sandbox;
  stop(): Promise<void>;
}

interface Answer {
  readonly type: string;
  readonly body: string;
}

interface Route {
  readonly method: 'GET' | 'POST';
  /** Whether it gives away what only the demo's own page is to know. */
  readonly isPrivate: boolean;
  answer(request: IncomingMessage): Promise<Answer>;
}

const TOKEN_SECONDS = 3600;

/** The sandbox, and a page to call from. `port` 0 takes a free one. */
export async function startDemo(port: number, out: SandboxLog): Promise<Demo> {
  const log = harmless(out);
  const script = await bundledPage();
  const sandbox = await startSandbox({ log });
  const { apiBaseUrl, signalingBaseUrl, users } = sandbox;
  const dialstack = new DialStack(sandbox.apiKey, { apiBaseUrl });

  /**
   * What a platform's own backend does: it holds the API key, and mints tokens. This one believes whoever says to be a
   * user, because it is a demo on loopback. A real backend must know who asks (by its own session, say) before it mints
   * a token, and mints it for that user only.
   */
  async function mintToken(request: IncomingMessage): Promise<Answer> {
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
      throw new Problem(400, 'invalid_request', 'Send JSON, as application/json.');
    const { user } = Object(parseBody(await readBody(request))) as { user?: unknown };
    const { client_secret } = await dialstack.userSessions.create({ user: user as string, ttl_seconds: TOKEN_SECONDS });
    return json({ token: client_secret });
  }

  const services = SERVICES.map(({ code, title }) => ({ code, title }));
  const routes: Readonly<Record<string, Route>> = {
    '/': { method: 'GET', isPrivate: false, answer: () => file('index.html', 'text/html') },
    '/page.css': { method: 'GET', isPrivate: false, answer: () => file('page.css', 'text/css') },
    '/page.js': { method: 'GET', isPrivate: false, answer: async () => ({ type: 'text/javascript', body: script }) },
    '/surroundings': {
      method: 'GET',
      isPrivate: true,
      answer: async () => json({ apiBaseUrl, signalingBaseUrl, users, services }),
    },
    '/token': { method: 'POST', isPrivate: true, answer: mintToken },
  };

  /** The page's own script and style, and the service: no script or style in the page, and no text that becomes one. */
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${apiBaseUrl} ${signalingBaseUrl}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

  const server = createGuardedServer({
    allowHosts: [],
    log,
    async answer(request, response) {
      try {
        const { type, body } = await answerOf(routes, request);
        response.setHeader('Content-Security-Policy', policy);
        response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
        response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(body);
      } catch (error) {
        if (error instanceof Problem) return sendProblem(response, error);
        if (!(error instanceof DialStackError)) throw error;
        sendJson(response, error.status ?? 400, { error: error.message });
      }
    },
  });

  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sandbox,
    async stop() {
      server.close();
      server.closeAllConnections();
      await sandbox.stop();
    },
  };
}

async function answerOf(routes: Readonly<Record<string, Route>>, request: IncomingMessage): Promise<Answer> {
  const { pathname } = requestUrl(request);
  const route = Object.hasOwn(routes, pathname) ? routes[pathname] : undefined;
  if (!route) throw new Problem(404, 'not_found', `There is nothing at ${pathname}.`);
  if (request.method !== route.method)
    throw new Problem(405, 'method_not_allowed', `${pathname} takes ${route.method}.`);
  if (route.isPrivate) demandOwnOrigin(request);
  return route.answer(request);
}

const here = (name: string) => new URL(name, import.meta.url);
const file = async (name: string, type: string): Promise<Answer> => ({
  type,
  body: await readFile(here(name), 'utf8'),
});
const json = (value: unknown): Answer => ({ type: 'application/json', body: JSON.stringify(value) });

async function bundledPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here('page.ts').pathname],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
