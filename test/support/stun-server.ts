import { createSocket, type RemoteInfo } from 'node:dgram';

export interface StunServer {
  readonly url: string;
  /** How many binding requests arrived. */
  readonly asked: number;
  stop(): Promise<void>;
}

const MAGIC_COOKIE = 0x2112a442;

/** A STUN server on loopback (RFC 8489) that reports this address to every client. */
export async function startStunServer(address: string): Promise<StunServer> {
  const socket = createSocket('udp4');
  let asked = 0;
  socket.on('message', (request: Buffer, { address: host, port }: RemoteInfo) => {
    if (request.length < 20 || request.readUInt16BE(0) !== 0x0001) return;
    asked++;
    socket.send(bindingResponse(request.subarray(4, 20), address, port), port, host);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    url: `stun:127.0.0.1:${socket.address().port}`,
    get asked() {
      return asked;
    },
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

/** A success response with only an XOR-MAPPED-ADDRESS. */
function bindingResponse(cookieAndTransaction: Buffer, address: string, port: number): Buffer {
  const response = Buffer.alloc(32);
  response.writeUInt16BE(0x0101, 0);
  response.writeUInt16BE(12, 2);
  cookieAndTransaction.copy(response, 4);
  response.writeUInt16BE(0x0020, 20);
  response.writeUInt16BE(8, 22);
  response.writeUInt16BE(0x0001, 24);
  response.writeUInt16BE(port ^ (MAGIC_COOKIE >>> 16), 26);
  const ip = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  response.writeUInt32BE((ip ^ MAGIC_COOKIE) >>> 0, 28);
  return response;
}
