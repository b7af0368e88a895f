import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  Candidate,
  CandidatePair,
  CandidatePairState,
  classes,
  MediaStream,
  Message,
  methods,
  RTCPeerConnection,
  StunProtocol,
} from 'werift';
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
  'checkComplete',
  'ensureProtocol',
  'userHistory',
  'send',
  'onData',
  'localUsername',
])('a werift without %s is refused in words at the first call, in a bundle too', async (name) => {
  const { connection, dtls } = peer();
  Object.defineProperty(dtls.iceTransport.connection, name, { value: undefined });
  expect(() => new WeriftPatches(connection, dtls)).toThrow(
    new RegExp(`needs werift ${WERIFT_VERSION}\\. The installed one has no ${name}`),
  );
  await connection.close();
});

it('the installed werift has all that is overridden', async () => {
  const { connection, dtls } = peer();
  expect(() => new WeriftPatches(connection, dtls)).not.toThrow();
  await connection.close();
});

it('a check that ends after an ICE restart selects no path: it belongs to the restart before', async () => {
  const { connection, dtls } = peer();
  new WeriftPatches(connection, dtls);
  const ice = dtls.iceTransport.connection;
  const pairOf = (port: number) => {
    const protocol = new StunProtocol();
    protocol.localCandidate = new Candidate('1', 1, 'udp', 1, '127.0.0.1', 5000, 'host');
    const pair = new CandidatePair(protocol, new Candidate('2', 1, 'udp', 1, '127.0.0.1', port, 'host'), false);
    ice.checkList.push(pair);
    return pair;
  };
  const ends = (pair: CandidatePair) => {
    pair.nominated = true;
    pair.updateState(CandidatePairState.SUCCEEDED);
    (ice as unknown as { checkComplete(pair: CandidatePair): void }).checkComplete(pair);
  };
  const before = pairOf(4000);
  await ice.restart();
  const present = pairOf(4001);
  ends(before);
  expect(ice.nominated).toBeUndefined();
  ends(present);
  expect(ice.nominated).toBe(present);
  await connection.close();
});

describe('a port', () => {
  const PHONE = ['127.0.0.1', 4000] as const;
  const AUDIO = Buffer.alloc(60, 0x80);

  /** A patched port without a socket, and what gets through it. */
  function port() {
    const { connection, dtls } = peer();
    new WeriftPatches(connection, dtls);
    const ice = dtls.iceTransport.connection;
    const protocol = new StunProtocol();
    protocol.localCandidate = new Candidate('1', 1, 'udp', 1, '127.0.0.1', 5000, 'host');
    protocol.sendStun = async () => {};
    (ice as unknown as { ensureProtocol(protocol: StunProtocol): void }).ensureProtocol(protocol);
    const taken = { data: 0, checks: 0 };
    protocol.onDataReceived.subscribe(() => {
      taken.data++;
    });
    protocol.onRequestReceived.subscribe(() => {
      taken.checks++;
    });
    const receive = (data: Buffer, from: readonly [string, number]) =>
      (
        protocol as unknown as { datagramReceived(data: Buffer, from: readonly [string, number]): void }
      ).datagramReceived(data, from);
    const check = (password = ice.localPassword) =>
      new Message(methods.BINDING, classes.REQUEST)
        .setAttribute('USERNAME', `${ice.localUsername}:phone`)
        .addMessageIntegrity(Buffer.from(password))
        .addFingerprint().bytes;
    return { taken, receive, check, close: () => connection.close() };
  }

  it('takes data only from where a check came that knew the password', async () => {
    const { taken, receive, check, close } = port();
    receive(AUDIO, PHONE);
    receive(check('a guess that is wrong'), PHONE);
    receive(AUDIO, PHONE);
    expect(taken).toEqual({ data: 0, checks: 0 });
    receive(check(), PHONE);
    receive(AUDIO, PHONE);
    receive(AUDIO, ['127.0.0.1', 4001]);
    expect(taken).toEqual({ data: 1, checks: 1 });
    await close();
  });

  it('takes no more of what it is flooded with than a call could need, and no more new addresses', async () => {
    const { taken, receive, check, close } = port();
    receive(check(), PHONE);
    for (let n = 0; n < 2000; n++) receive(AUDIO, PHONE);
    expect(taken.data).toBeLessThanOrEqual(1000); // So many only if it takes more than a second.
    for (let n = 0; n < 2000; n++) receive(check(), ['127.0.0.1', 5000 + n]);
    expect(taken.checks).toBeLessThanOrEqual(500);
    await close();
  });
});

it('a werift whose ports are made otherwise is refused, too', async () => {
  const { connection, dtls } = peer();
  const { prototype } = StunProtocol as unknown as { prototype: { datagramReceived: unknown } };
  const { datagramReceived } = prototype;
  prototype.datagramReceived = undefined;
  try {
    expect(() => new WeriftPatches(connection, dtls)).toThrow(/The installed one has no datagramReceived/);
  } finally {
    prototype.datagramReceived = datagramReceived;
  }
  await connection.close();
});
