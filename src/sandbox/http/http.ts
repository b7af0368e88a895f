import type { IncomingMessage, ServerResponse } from 'node:http';
import { restRequestMaxBytes } from '../../../generated/v1/limits.js';
import { Problem } from './problem.js';

const BASE = 'http://sandbox';

/** Where a request goes. Anybody may send anything: what is no path, such as `*` or a whole URL, leads where nothing is. */
export function requestUrl({ url = '' }: IncomingMessage): URL {
  return new URL(BASE + (url.startsWith('/') ? url : '/'));
}

/** The credential of a request. @throws Problem 401 when there is none. */
export function bearerOf(request: IncomingMessage): string {
  const [, bearer] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (bearer === undefined) throw new Problem(401, 'unauthorized', 'Send a credential as Authorization: Bearer.');
  return bearer;
}

/** @throws Problem 413 when it is too large. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      // Read to its end all the same: the next request comes on this connection.
      if (bytes <= restRequestMaxBytes) chunks.push(chunk);
    }
  } catch {
    throw new Problem(400, 'invalid_request', 'The body was cut off.'); // The client is gone.
  }
  if (bytes > restRequestMaxBytes)
    throw new Problem(413, 'payload_too_large', `A body has at most ${restRequestMaxBytes} bytes.`);
  return Buffer.concat(chunks).toString();
}

/** @throws Problem 400 when it is not JSON. */
export function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, 'invalid_request', 'The body is not JSON.');
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(jsonOf(body));
}

/** The same JSON, without a character that a terminal would obey or that cannot be seen: curl prints what it gets. */
function jsonOf(body: unknown): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(body).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (hidden) => hidden.split('').map(escaped).join(''));
}

export function sendProblem(response: ServerResponse, { status, body, details }: Problem): void {
  if (details.retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(details.retryAfterSeconds));
  sendJson(response, status, body);
}
