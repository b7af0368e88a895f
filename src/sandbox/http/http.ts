import type { IncomingMessage, ServerResponse } from 'node:http';
import { restRequestMaxBytes } from '../../../generated/v1/limits.js';
import { faultOf, type SandboxLog } from '../log.js';
import { Problem } from './problem.js';

const BASE = 'http://sandbox';

/** Where a request goes. Anybody may send anything: what is no URL is somewhere where nothing is. */
export function requestUrl({ url = '/' }: IncomingMessage): URL {
  return new URL(URL.canParse(url, BASE) ? url : '/', BASE);
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

/** Lets a request be answered. Should that itself fail, the log says so, and the client is not left waiting. */
export function serve(answering: Promise<void>, response: ServerResponse, log: SandboxLog): void {
  answering.catch((error: unknown) => {
    log.warn(faultOf(error, 'answering a request'));
    response.destroy();
  });
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

export function sendProblem(response: ServerResponse, { status, body, details }: Problem): void {
  if (details.retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(details.retryAfterSeconds));
  sendJson(response, status, body);
}
