import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { isLoopback } from '../../core/base-url.js';
import { printable } from '../../core/printable.js';
import { Problem } from './problem.js';

/** The form of a `Host` header: a name, or an IPv6 address in brackets, with an optional port. */
const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i;

/** What browsers say of a request that no other site has to do with. */
const OWN_SITE: readonly unknown[] = [undefined, 'same-origin', 'none'];

/** An IP address as the host of a URL; undefined for one that has no place in a URL. */
export function hostOfAddress(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, ''); // An IPv4 client of a socket that takes both.
  const url = `http://${isIPv6(plain) ? `[${plain}]` : plain}`;
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

/**
 * Protects against DNS rebinding: any web site can let its own name resolve to this machine, and the browser then takes
 * this server for that site. The `Host` header shows it, because no page can change it. On loopback the server accepts
 * loopback names only. Elsewhere it accepts the address on which it was reached. `allowed` names are accepted too.
 * @throws Problem 421
 */
export function demandHost({ headers, socket }: IncomingMessage, allowed: readonly string[]): void {
  const { host = '' } = headers;
  const name = HOST.exec(host)?.[1]?.toLowerCase();
  const reached = hostOfAddress(socket.localAddress ?? '');
  const isOwn = name !== undefined && (name === reached || (isLoopback(reached ?? '') && isLoopback(name)));
  if (isOwn || (name !== undefined && allowed.includes(name))) return;
  throw new Problem(
    421,
    'invalid_request',
    `This server does not answer to the host ${JSON.stringify(printable(host, 100))}. Use its own address, or allow the name when you start it (--allow-host, allowHosts).`,
  );
}

/**
 * Refuses requests from pages of another site or another port. Programs and the server's own pages may ask.
 * @throws Problem 403
 */
export function demandOwnOrigin({ headers }: IncomingMessage): void {
  const { origin, host = '' } = headers;
  const isOwn = origin === undefined || origin.replace(/^https?:\/\//, '') === host.toLowerCase();
  if (isOwn && OWN_SITE.includes(headers['sec-fetch-site'])) return;
  throw new Problem(403, 'invalid_request', 'Pages of other sites may not ask this.');
}
