import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { MediaStream, RTCPeerConnection } from 'werift';
import { WERIFT_VERSION, WeriftPatches } from '../../../../src/sandbox/media/werift-patches.js';

const json = async (path: string) => JSON.parse(await readFile(path, 'utf8'));

function peer() {
  const connection = new RTCPeerConnection({ iceServers: [] });
  const transceiver = connection.addTransceiver('audio', { direction: 'sendrecv', streams: [new MediaStream()] });
  return { connection, dtls: transceiver.dtlsTransport };
}

// Another version: read what each patch says of werift, see whether that still holds, then write the new one there.
it('werift is the version that the patches were written for, and the package asks for exactly that', async () => {
  expect((await json('node_modules/werift/package.json')).version).toBe(WERIFT_VERSION);
  expect((await json('package.json')).devDependencies.werift).toBe(WERIFT_VERSION);
});

it.each([
  'checkStart',
  'checkIncoming',
  'checkList',
  'ensureProtocol',
  'userHistory',
  'send',
  'onData',
  'localUsername',
])('a werift without %s is refused in words at the first call, in a bundle too', async (name) => {
  const { connection, dtls } = peer();
  Object.defineProperty(dtls.iceTransport.connection, name, { value: undefined });
  expect(() => new WeriftPatches(connection, dtls)).toThrow(
    new RegExp(`written for werift ${WERIFT_VERSION}, and this one has no ${name}`),
  );
  await connection.close();
});

it('the installed werift has all that is overridden', async () => {
  const { connection, dtls } = peer();
  expect(() => new WeriftPatches(connection, dtls)).not.toThrow();
  await connection.close();
});
