import type { IncomingMessage, ServerResponse } from 'node:http';
import { restRequestMaxBytes } from '../../../generated/v1/limits.js';
import { Problem } from './problem.js';

const BASE = 'http://sandbox';

/** The URL of a request. A request target that is not a path (`*`, or a whole URL) counts as `/`, where nothing is. */
export function requestUrl({ url = '' }: IncomingMessage): URL {
  return new URL(BASE + (url.startsWith('/') ? url : '/'));
}

/** Returns the Bearer credential of a request. @throws Problem 401 if there is none. */
export function bearerOf(request: IncomingMessage): string {
  const [, bearer] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (bearer === undefined)
    throw new Problem(
      401,
      'unauthorized',
      'The request has no credential. Send it in the header Authorization: Bearer <credential>.',
    );
  return bearer;
}

/** @throws Problem 413 if the body is too large, 400 if the client cut it off. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      // Read a body that is too large to its end, so that the connection can be used for the next request.
      if (bytes <= restRequestMaxBytes) chunks.push(chunk);
    }
  } catch {
    throw new Problem(400, 'invalid_request', 'The body is incomplete.'); // For the log: the client is gone.
  }
  if (bytes > restRequestMaxBytes)
    throw new Problem(413, 'payload_too_large', `The body must have at most ${restRequestMaxBytes} bytes.`);
  return Buffer.concat(chunks).toString();
}

/** @throws Problem 400 if the text is not JSON. */
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

/** Escapes control and invisible characters, because curl prints the JSON to a terminal as it is. */
function jsonOf(body: unknown): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(body).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (hidden) => hidden.split('').map(escaped).join(''));
}

export function sendProblem(response: ServerResponse, { status, body, details }: Problem): void {
  if (details.retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(details.retryAfterSeconds));
  sendJson(response, status, body);
}
