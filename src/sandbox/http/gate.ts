import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { isLoopback } from '../../core/base-url.js';
import { printable } from '../../core/printable.js';
import { Problem } from './problem.js';

/** The form of a `Host` header: a name, or an IPv6 address in brackets, with an optional port. */
const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i;

/** Values of `Sec-Fetch-Site` that rule out a page of another site. Clients that are not browsers send none. */
const OWN_SITE: readonly unknown[] = [undefined, 'same-origin', 'none'];

/** Returns an IP address as the host part of a URL, or undefined if it cannot be one (an IPv6 address with a zone). */
export function hostOfAddress(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, ''); // How a dual-stack socket shows an IPv4 address.
  const url = `http://${isIPv6(plain) ? `[${plain}]` : plain}`;
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

/**
 * Protects against DNS rebinding: a web site can make its own name resolve to this machine, and the browser then treats
 * this server as part of that site. The `Host` header reveals it, because a page cannot change that header. On loopback
 * the server accepts loopback names only. Elsewhere it accepts the address at which it was reached. It also accepts the
 * `allowed` names.
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
    `This server does not accept the host ${JSON.stringify(printable(host, 100))}. Use its own address, or allow the name when you start it (--allow-host, allowHosts).`,
  );
}

/**
 * Refuses requests from pages of another site or another port. Programs and the server's own pages pass.
 * @throws Problem 403
 */
export function demandOwnOrigin({ headers }: IncomingMessage): void {
  const { origin, host = '' } = headers;
  const isOwn = origin === undefined || origin.replace(/^https?:\/\//, '') === host.toLowerCase();
  if (isOwn && OWN_SITE.includes(headers['sec-fetch-site'])) return;
  throw new Problem(
    403,
    'invalid_request',
    'Web pages of other sites cannot use this. Send the request from a program.',
  );
}
