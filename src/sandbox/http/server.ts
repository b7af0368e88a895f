import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { faultOf, type SandboxLog } from '../log.js';
import { demandHost } from './gate.js';
import { sendProblem } from './http.js';
import { Problem } from './problem.js';

/** A request, its body included, has to be there within this time: nobody keeps a connection by saying a little at a time. */
const REQUEST_WITHIN_MS = 10_000;
const CHECK_EVERY_MS = 1000;

/** What every answer says to a browser; an answer that needs less strictness says so itself. */
const HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store', // Many answers hold tokens.
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

export interface GuardedServerPort {
  /** Names that it answers to, besides its own addresses. */
  readonly allowHosts: readonly string[];
  readonly log: SandboxLog;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Left out, an upgrade is answered like any other request. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/**
 * An HTTP server on a developer's machine, where any page may send it requests: it answers to its own hosts alone, and
 * no request ends its process or keeps a connection for long.
 */
export function createGuardedServer({ allowHosts, log, answer, upgrade }: GuardedServerPort): Server {
  const server = createServer({
    requestTimeout: REQUEST_WITHIN_MS,
    headersTimeout: REQUEST_WITHIN_MS,
    connectionsCheckingInterval: CHECK_EVERY_MS,
  });
  server.on('request', async (request, response) => {
    response.on('error', () => {}); // The client need not wait for the answer.
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
        log.warn(`an upgrade was refused: ${error.message}`); // Pages are not told why.
        return refuseUpgrade(socket, error);
      }
      log.warn(faultOf(error, 'on an upgrade'));
      socket.destroy();
    }
  });
}

function refuseUpgrade(socket: Duplex, { status, message }: Problem): void {
  socket.on('error', () => {}); // The client need not wait for the answer,
  socket.on('finish', () => socket.destroy()); // nor close its side after it.
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
