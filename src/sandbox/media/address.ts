import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIP } from 'node:net';
import { MediaError } from './media-error.js';

export function familyOf(address: string): 'udp4' | 'udp6' {
  if (isIP(address) === 0 || /^(?:0\.0\.0\.0|[0:]+)$/.test(address)) {
    throw new MediaError(`the media address must be one IP address, not ${JSON.stringify(address)}`);
  }
  return isIP(address) === 4 ? 'udp4' : 'udp6';
}

/** Tries to bind the address. A bind that fails inside werift is an uncaught exception, which ends the process. */
export async function assertBindable(address: string): Promise<void> {
  const socket = createSocket(familyOf(address));
  try {
    socket.bind({ address });
    await once(socket, 'listening');
  } catch (cause) {
    throw new MediaError(`cannot open a UDP port on ${address}: ${(cause as Error).message}`, { cause });
  } finally {
    socket.close();
  }
}
