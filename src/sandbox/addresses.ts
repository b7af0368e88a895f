import { lookup } from 'node:dns/promises';
import { isIP, isIPv4 } from 'node:net';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { isLoopback } from '../core/base-url.js';
import { hostOfAddress } from './http/gate.js';
import { assertBindable } from './media/address.js';
import { OptionError } from './option-error.js';

export interface AddressOptions {
  readonly host?: string | undefined;
  readonly mediaAddress?: string | undefined;
  readonly allowHosts?: readonly string[] | undefined;
}

/** The addresses and host names of a sandbox. */
export interface Addresses {
  /** The IP address to listen on. */
  readonly listen: string;
  /** The IP address that audio is sent to and from. */
  readonly media: string;
  /** The host part of its URLs. */
  readonly shown: string;
  /** Host names that it accepts besides its own addresses. */
  readonly allowHosts: readonly string[];
  /** Whether other machines can reach it. */
  readonly isOpen: boolean;
}

/** The result of `os.networkInterfaces()`. */
type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** 0.0.0.0 and `::`, which listen on every address of the machine. */
const ANY = /^(?:::ffff:)?[0:.]+$/i;

/** @throws OptionError if an address cannot be used, or if the machine has several and the options do not say which. */
export async function addressesOf(options: AddressOptions, interfaces?: Interfaces): Promise<Addresses> {
  const { host = '127.0.0.1', mediaAddress } = options;
  const listen = await addressOf(host);
  const isAny = ANY.test(listen);
  if (mediaAddress !== undefined) await demandMediaAddress(mediaAddress, isAny && isIPv4(listen));
  const media = mediaAddress ?? (isAny ? onlyAddress(listen, interfaces ?? networkInterfaces()) : listen);
  const named = isIP(host) === 0 ? host.toLowerCase() : undefined;
  const shown = named ?? hostOfAddress(isAny ? media : listen);
  if (shown === undefined) throw new OptionError(`host: ${host} cannot be part of a URL. Use another address.`);
  return {
    listen,
    media,
    shown,
    allowHosts: [...(named === undefined ? [] : [named]), ...(options.allowHosts ?? []).map(allowedHost)],
    isOpen: !isLoopback(hostOfAddress(listen) ?? ''),
  };
}

async function addressOf(host: string): Promise<string> {
  if (isIP(host)) return host;
  const isName = typeof host === 'string' && /^[\w.-]+$/.test(host);
  const found = isName ? await lookup(host).catch(() => undefined) : undefined;
  if (found) return found.address;
  throw new OptionError(
    `host must be an IP address of this machine, or a name that resolves to one, not ${JSON.stringify(host)}.`,
  );
}

async function demandMediaAddress(address: string, isIPv4Only: boolean): Promise<void> {
  // The media address is also the host of the URLs, and a server on 0.0.0.0 does not listen on IPv6.
  if (isIPv4Only && !isIPv4(address))
    throw new OptionError(
      'The media address (--media-address, mediaAddress) must be an IPv4 address, because the host is one.',
    );
  try {
    await assertBindable(address);
  } catch (error) {
    throw new OptionError(
      `The media address (--media-address, mediaAddress) must be one of this machine's own IP addresses: ${(error as Error).message}.`,
    );
  }
}

/** The address at which other machines reach this one. @throws OptionError unless there is exactly one. */
function onlyAddress(any: string, interfaces: Interfaces): string {
  const found = Object.values(interfaces)
    .flatMap((infos) => infos ?? [])
    .filter(({ family, internal, address }) => {
      const isLinkLocal = /^(169\.254\.|fe[89ab].:)/i.test(address);
      return !internal && !isLinkLocal && (family === 'IPv4' || !isIPv4(any));
    })
    .map(({ address }) => address);
  const [only, ...others] = new Set(found);
  if (only !== undefined && others.length === 0) return only;
  const which =
    only === undefined
      ? 'This machine has only loopback addresses'
      : `This machine has several addresses: ${[only, ...others].join(', ')}`;
  throw new OptionError(
    `${which}. With the host ${any}, choose the address for audio and URLs: --media-address (mediaAddress).`,
  );
}

/** Returns the name as a request's `Host` header spells it, without the port. */
function allowedHost(name: string): string {
  const host = isIP(name) ? hostOfAddress(name) : name;
  if (typeof host === 'string' && /^(\[[\da-f:.]+\]|[\w.-]+)$/i.test(host)) return host.toLowerCase();
  throw new OptionError(
    `An allowed host (--allow-host, allowHosts) must be a name without a port, not ${JSON.stringify(name)}.`,
  );
}
