import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** If the server sends nothing for this long, its answer counts as complete. */
const QUIET_MS = 500;

const HOST = 'Host: localhost\r\n';
const UPGRADE = `${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n`;
const LONG = 'x'.repeat(100_000);

/** Malformed requests. PATH stands for a path that the server has. */
const MALFORMED: Readonly<Record<string, string | Buffer>> = {
  nothing: '',
  'an empty line': '\r\n\r\n',
  'no HTTP': 'hello\r\n\r\n',
  'a TLS greeting': Buffer.from('16030100c8010000c40303', 'hex'),
  noise: Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 97) % 256)),
  'a request line alone': 'GET / HTTP/1.1\r\n',
  'no method': ` / HTTP/1.1\r\n${HOST}\r\n`,
  'a method that is none': `G\u0000T / HTTP/1.1\r\n${HOST}\r\n`,
  'an unknown method': `BREW PATH HTTP/1.1\r\n${HOST}\r\n`,
  'another version': `GET PATH HTTP/9.9\r\n${HOST}\r\n`,
  'no version': 'GET PATH\r\n\r\n',
  'HTTP/1.0 without a host': 'GET PATH HTTP/1.0\r\n\r\n',
  'no host': 'GET PATH HTTP/1.1\r\n\r\n',
  'an empty host': 'GET PATH HTTP/1.1\r\nHost:\r\n\r\n',
  'two hosts': `GET PATH HTTP/1.1\r\n${HOST}Host: evil.example\r\n\r\n`,
  'a host that is none': 'GET PATH HTTP/1.1\r\nHost: [::1\r\n\r\n',
  'a target of two slashes': `GET // HTTP/1.1\r\n${HOST}\r\n`,
  'a target of slashes and a colon': `GET //: HTTP/1.1\r\n${HOST}\r\n`,
  'a target that is another host': `GET //evil.example/PATH HTTP/1.1\r\n${HOST}\r\n`,
  'a target of backslashes': `GET /\\\\evil.example HTTP/1.1\r\n${HOST}\r\n`,
  'no target': `GET  HTTP/1.1\r\n${HOST}\r\n`,
  'a target without a slash': `GET @evil.example HTTP/1.1\r\n${HOST}\r\n`,
  'a whole URL': `GET http://localhost/ HTTP/1.1\r\n${HOST}\r\n`,
  'a whole URL of another host': `GET http://evil.example/PATH HTTP/1.1\r\n${HOST}\r\n`,
  'a URL that is none': `GET http://[ HTTP/1.1\r\n${HOST}\r\n`,
  'a URL with another port': `GET http://localhost:99999/ HTTP/1.1\r\n${HOST}\r\n`,
  'OPTIONS of everything': `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`,
  'GET of everything': `GET * HTTP/1.1\r\n${HOST}\r\n`,
  CONNECT: `CONNECT evil.example:443 HTTP/1.1\r\n${HOST}\r\n`,
  'half a percent-encoding': `GET /%  HTTP/1.1\r\n${HOST}\r\n`,
  'a bad percent-encoding': `GET PATH%zz%E0%A4%A HTTP/1.1\r\n${HOST}\r\n`,
  'a bad percent-encoding in the query': `GET PATH?user=%E0%A4%A&page=%ff HTTP/1.1\r\n${HOST}\r\n`,
  'a null character in the target': `GET /\u0000 HTTP/1.1\r\n${HOST}\r\n`,
  'a very long target': `GET /${LONG} HTTP/1.1\r\n${HOST}\r\n`,
  'a very long header': `GET PATH HTTP/1.1\r\n${HOST}X: ${LONG}\r\n\r\n`,
  'very many headers': `GET PATH HTTP/1.1\r\n${HOST}${'X: y\r\n'.repeat(5000)}\r\n`,
  'a header without a colon': `GET PATH HTTP/1.1\r\n${HOST}nonsense\r\n\r\n`,
  'a header of control characters': `GET PATH HTTP/1.1\r\n${HOST}X: \u0001\u001b[2J\r\n\r\n`,
  'an impossible credential': `POST PATH HTTP/1.1\r\n${HOST}Authorization: Bearer \u00ff\u0080\r\nContent-Length: 0\r\n\r\n`,
  'a negative length': `POST PATH HTTP/1.1\r\n${HOST}Content-Length: -1\r\n\r\n`,
  'an enormous length': `POST PATH HTTP/1.1\r\n${HOST}Content-Length: 99999999999999999999\r\n\r\n`,
  'two lengths': `POST PATH HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}`,
  'a length and chunks': `POST PATH HTTP/1.1\r\n${HOST}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`,
  'bad chunks': `POST PATH HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`,
  'a body that is cut off': `POST PATH HTTP/1.1\r\n${HOST}Content-Length: 100\r\n\r\n{`,
  'a body that is no UTF-8': Buffer.concat([
    Buffer.from(`POST PATH HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nContent-Length: 4\r\n\r\n`),
    Buffer.from([0xff, 0xfe, 0x00, 0xc0]),
  ]),
  'an expectation': `POST PATH HTTP/1.1\r\n${HOST}Expect: miracles\r\nContent-Length: 2\r\n\r\n{}`,
  'many requests at once': `GET // HTTP/1.1\r\n${HOST}\r\n`.repeat(200),
  'an upgrade at two slashes': `GET // HTTP/1.1\r\n${UPGRADE}\r\n`,
  'an upgrade without a key': `GET /v1/webrtc HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: dialstack.webrtc.v1\r\n\r\n`,
  'an upgrade to something else': `GET /v1/webrtc HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n`,
  'an upgrade that is followed by noise': `GET /v1/webrtc HTTP/1.1\r\n${UPGRADE}Sec-WebSocket-Protocol: dialstack.webrtc.v1\r\n\r\n\u00ff\u00ff\u00ff\u00ff`,
};

async function open(port: number, bytes: string | Buffer): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(bytes);
  return socket;
}

/** Sends one malformed request and returns the answer. */
async function provoke(port: number, bytes: string | Buffer): Promise<string> {
  const socket = await open(port, bytes);
  let answer = '';
  await new Promise<void>((resolve) => {
    socket.setTimeout(QUIET_MS, resolve);
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    socket.on('close', resolve).on('end', resolve);
  });
  socket.resetAndDestroy();
  return answer;
}

/** Sends all malformed requests at once. Returns the first line of each answer. */
export async function bombard(port: number, path: string): Promise<ReadonlyMap<string, string>> {
  const answers = Object.entries(MALFORMED).map(async ([what, bytes]): Promise<[string, string]> => {
    const sent = typeof bytes === 'string' ? Buffer.from(bytes.replaceAll('PATH', path), 'latin1') : bytes;
    return [what, (await provoke(port, sent)).split('\r\n')[0] ?? ''];
  });
  return new Map(await Promise.all(answers));
}

/** Requests that never end: they send nothing, or headers or a body bit by bit. */
const ENDLESS: Readonly<Record<string, [begin: string, more: string]>> = {
  silence: ['', ''],
  headers: [`GET PATH HTTP/1.1\r\n${HOST}`, 'X: y\r\n'],
  'a body of known length': [`POST PATH HTTP/1.1\r\n${HOST}Content-Length: 1000000\r\n\r\n`, ' '],
  'a body of chunks': [`POST PATH HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n'],
  'an upgrade': [`GET /v1/webrtc HTTP/1.1\r\n${UPGRADE}`, 'X: y\r\n'],
};

/** Sends all endless requests at once. Resolves with their names when the server has closed every connection. */
export async function trickle(port: number, path: string): Promise<string[]> {
  await Promise.all(
    Object.values(ENDLESS).map(async ([begin, more]) => {
      const socket = await open(port, begin.replaceAll('PATH', path));
      const trickling = setInterval(() => socket.write(more), 200);
      socket.resume();
      await new Promise((resolve) => socket.once('end', resolve).once('close', resolve));
      clearInterval(trickling);
      socket.destroy();
    }),
  );
  return Object.keys(ENDLESS);
}
