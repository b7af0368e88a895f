import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Random } from './random.js';

/** What a hostile service answers to a request for ICE servers. */
export type RestManner = keyof typeof MANNERS;

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Max-Age': '600',
};
const JSON_TYPE = { ...CORS, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
const CHUNK = ' '.repeat(65_536);
const STATUSES = [200, 201, 204, 301, 307, 400, 401, 403, 404, 408, 413, 418, 429, 500, 502, 503, 599];
const BODIES = [
  '',
  '{}',
  '[]',
  '"ok"',
  'ok',
  'null',
  '7',
  '<!doctype html><h1>Sign in</h1>',
  '{"ice_servers":[]}',
  '{',
];

const iceServers = (expiresInMs: number, servers: unknown[] = []) =>
  JSON.stringify({ ice_servers: servers, expires_at: new Date(Date.now() + expiresInMs).toISOString() });

/** Servers that a browser refuses, or that nobody is at. */
const SERVERS: readonly unknown[][] = [
  [],
  [{ urls: 'stun:127.0.0.1:9' }],
  [{ urls: ['turn:127.0.0.1:9?transport=udp'], username: 'user', credential: 'secret' }],
  [{ urls: 'http://127.0.0.1/' }],
  [{ urls: 'turn:127.0.0.1' }],
  [{ urls: '' }],
  Array.from({ length: 40 }, (_, at) => ({ urls: `stun:127.0.0.1:${10 + at}` })),
];

type Answer = (response: ServerResponse, random: Random, request: IncomingMessage) => void;

/** Writes without end, as fast as it is read, until the phone has had enough. */
function pour(response: ServerResponse): void {
  const more = () => {
    while (!response.destroyed && response.write(CHUNK));
  };
  response.on('drain', more);
  more();
}

const MANNERS = {
  valid: (response) => void response.writeHead(200, JSON_TYPE).end(iceServers(3_600_000)),
  'servers of any kind': (response, random) =>
    void response
      .writeHead(200, JSON_TYPE)
      .end(iceServers(random.pick([-1, 0, 61_000, 3_600_000, 1e14]), random.pick(SERVERS))),
  'a body that is none': (response, random) =>
    void response
      .writeHead(200, { ...JSON_TYPE, 'Content-Type': random.pick(['application/json', 'text/html', '']) })
      .end(random.pick(BODIES)),
  'any status': (response, random) =>
    void response
      .writeHead(random.pick(STATUSES), {
        ...JSON_TYPE,
        'Retry-After': random.pick(['0', '-1', 'soon', '1e9']),
        Location: 'http://127.0.0.1:9/',
      })
      .end(random.pick(BODIES)),
  'its token': (response, random, request) =>
    void response
      .writeHead(random.pick([400, 401, 500]), JSON_TYPE)
      .end(JSON.stringify({ error: `No: ${request.headers.authorization}`, code: request.headers.authorization })),
  huge: (response) => void response.writeHead(200, JSON_TYPE).end(`{"ice_servers":"${'x'.repeat(8_000_000)}"}`),
  endless: (response) => {
    response.writeHead(200, JSON_TYPE);
    pour(response);
  },
  slow: (response) => void response.writeHead(200, JSON_TYPE).write('{'),
  silent: () => {},
  cut: (response) => void response.destroy(),
} satisfies Record<string, Answer>;

export const REST_MANNERS = Object.keys(MANNERS) as RestManner[];

/** Answers a request of a page, as a service would that means no good. A preflight is answered as it has to be. */
export function answerRest(
  manner: RestManner,
  random: Random,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.on('error', () => {}); // The phone need not wait for it.
  if (request.method === 'OPTIONS') response.writeHead(204, CORS).end();
  else (MANNERS[manner] as Answer)(response, random, request);
}
