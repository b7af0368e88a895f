import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { faultOf, type SandboxLog } from '../log.js';
import { demandHost } from './gate.js';
import { sendProblem } from './http.js';
import { Problem } from './problem.js';

/** A request with its body must arrive within this time, so that slow senders cannot hold connections open. */
const REQUEST_WITHIN_MS = 10_000;
const CHECK_EVERY_MS = 1000;

/** Security headers of every answer. A handler may replace one that is too strict for it. */
const HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store', // Many answers contain tokens.
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

export interface GuardedServerPort {
  /** Host names that it accepts besides its own addresses. */
  readonly allowHosts: readonly string[];
  readonly log: SandboxLog;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Handles protocol upgrades. Without it, an upgrade request is answered like any other. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/**
 * An HTTP server that is safe to run on a developer's machine, where any web page can send it requests. It accepts only
 * its own hosts, survives every request, and drops connections that are too slow.
 */
export function createGuardedServer({ allowHosts, log, answer, upgrade }: GuardedServerPort): Server {
  const server = createServer({
    requestTimeout: REQUEST_WITHIN_MS,
    headersTimeout: REQUEST_WITHIN_MS,
    connectionsCheckingInterval: CHECK_EVERY_MS,
  });
  server.on('request', async (request, response) => {
    response.on('error', () => {}); // The client may be gone before the answer.
    try {
      for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
      demandHost(request, allowHosts);
      await answer(request, response);
    } catch (error) {
      if (error instanceof Problem && !response.headersSent) {
        log.warn(`a request was refused: ${error.message}`);
        return sendProblem(response, error);
      }
      log.warn(faultOf(error, 'answering a request'));
      response.destroy();
    }
  });
  if (!upgrade) return server;
  return server.on('upgrade', (request, socket, head) => {
    try {
      demandHost(request, allowHosts);
      upgrade(request, socket, head);
    } catch (error) {
      if (error instanceof Problem) {
        log.warn(`an upgrade was refused: ${error.message}`); // Browsers hide the reason from the page.
        return refuseUpgrade(socket, error);
      }
      log.warn(faultOf(error, 'on an upgrade'));
      socket.destroy();
    }
  });
}

function refuseUpgrade(socket: Duplex, { status, message }: Problem): void {
  socket.on('error', () => {}); // The client may be gone before the answer.
  socket.on('finish', () => socket.destroy()); // The client might never close its side.
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}`,
      'Connection: close',
      'Content-Type: text/plain; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(message)}`,
      '',
      message,
    ].join('\r\n'),
  );
}
