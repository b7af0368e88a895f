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

/** Where a sandbox is, and by which names. */
export interface Addresses {
  /** The IP address to listen on. */
  readonly listen: string;
  /** The IP address of its audio. */
  readonly media: string;
  /** What stands in its URLs. */
  readonly shown: string;
  /** Names that it answers to, besides its own addresses. */
  readonly allowHosts: readonly string[];
  /** Whether other machines can reach it. */
  readonly isOpen: boolean;
}

/** As `os.networkInterfaces()` gives them. */
type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Every address of the machine. */
const ANY = /^(?:::ffff:)?[0:.]+$/i;

/** @throws OptionError when an address cannot be used, or when there are several and you have to choose one. */
export async function addressesOf(options: AddressOptions, interfaces?: Interfaces): Promise<Addresses> {
  const { host = '127.0.0.1', mediaAddress } = options;
  const listen = await addressOf(host);
  const isAny = ANY.test(listen);
  if (mediaAddress !== undefined) await demandMediaAddress(mediaAddress, isAny && isIPv4(listen));
  const media = mediaAddress ?? (isAny ? onlyAddress(listen, interfaces ?? networkInterfaces()) : listen);
  const named = isIP(host) === 0 ? host.toLowerCase() : undefined;
  const shown = named ?? hostOfAddress(isAny ? media : listen);
  if (shown === undefined) throw new OptionError(`host: ${host} cannot stand in a URL. Give another address.`);
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
  throw new OptionError(`host must be an IP address of this machine, or a name of one, not ${JSON.stringify(host)}.`);
}

async function demandMediaAddress(address: string, isIPv4Only: boolean): Promise<void> {
  // What reaches the service over IPv4 alone is shown in URLs, so it cannot be an IPv6 address.
  if (isIPv4Only && !isIPv4(address))
    throw new OptionError('The media address (--media-address, mediaAddress) must be an IPv4 address, as the host is.');
  try {
    await assertBindable(address);
  } catch (error) {
    throw new OptionError(
      `The media address (--media-address, mediaAddress) must be one of this machine's own IP addresses: ${(error as Error).message}.`,
    );
  }
}

/** The address at which other machines reach this one, where there is but one. */
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
      ? 'This machine has no address but those of loopback'
      : `This machine has several addresses: ${[only, ...others].join(', ')}`;
  throw new OptionError(
    `${which}. Say which one audio is to use when the host is ${any}: --media-address (mediaAddress). It is shown in the URLs, too.`,
  );
}

/** As it stands in a request's `Host`, without the port. */
function allowedHost(name: string): string {
  const host = isIP(name) ? hostOfAddress(name) : name;
  if (typeof host === 'string' && /^(\[[\da-f:.]+\]|[\w.-]+)$/i.test(host)) return host.toLowerCase();
  throw new OptionError(
    `A host to allow (--allow-host, allowHosts) is a name without a port, not ${JSON.stringify(name)}.`,
  );
}
