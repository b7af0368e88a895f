import { fork } from 'node:child_process';
import { Socket } from 'node:dgram';
import { once } from 'node:events';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { holdMusic, MediaError, MediaLeg } from '../../../src/sandbox/media/index.js';
import { connectedLeg, newLeg } from '../../support/audio/connected-leg.js';
import type { ToLegProcess, ToTest } from '../../support/audio/leg-process.js';
import { NodePhoneMedia } from '../../support/audio/node-phone-media.js';
import { until } from '../../support/audio/until.js';

it('a process whose legs are closed ends by itself, in whatever state they were', async () => {
  const child = fork(new URL('../../support/audio/leg-process.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  const tell = (message: ToLegProcess) => child.send(message);
  const phones: NodePhoneMedia[] = [];
  let ready = false;
  let connected = 0;
  let closedAt = 0;
  child.on('message', async (message: ToTest) => {
    if (message.kind === 'answer') await phones[message.phone]?.acceptAnswer(message.sdp);
    else if (message.kind === 'ready') ready = true;
    else if (message.kind === 'connected') connected++;
    else closedAt = performance.now();
  });
  await until('the process', () => ready, { timeoutMs: 10_000 });

  tell({ kind: 'offer-only' });
  for (let phone = 0; phone < 8; phone++) {
    const media = new NodePhoneMedia();
    phones.push(media);
    tell({ kind: 'answer', phone, sdp: await media.offer() });
    await sleep(40); // so that they stand at different points of ICE and DTLS
  }
  await until('some to be connected', () => connected > 2);
  tell({ kind: 'close' });
  const [code] = await once(child, 'exit');
  const heldMs = performance.now() - closedAt;

  await Promise.all(phones.map((phone) => phone.close()));
  expect(code).toBe(0);
  expect(heldMs).toBeLessThan(1000);
});

it('closing twice is closing once', async () => {
  const { leg, close } = newLeg();
  await leg.offer();
  expect(leg.close()).toBe(leg.close());
  await close();
});

it('a leg closed during a negotiation keeps no socket', async () => {
  const before = udpSockets();
  for (let turns = 0; turns < 6; turns++) {
    const leg = new MediaLeg({ address: '127.0.0.1' });
    const offers = Promise.allSettled([leg.offer(), leg.offer()]);
    for (let turn = 0; turn < turns; turn++) await nextTurn();
    await leg.close();
    await offers;
    await expect(leg.offer()).rejects.toThrow(MediaError);
  }
  expect(udpSockets()).toBe(before);
});

it('a closed leg is silent and deaf, and others live on', async () => {
  const [alice, bob] = await Promise.all([connectedLeg(400), connectedLeg(1500)]);
  alice.leg.hear({ kind: 'source', source: bob.leg });
  bob.leg.hear({ kind: 'source', source: alice.leg });
  await bob.phone.hears(400);
  await alice.close();
  alice.leg.hear({ kind: 'clip', clip: holdMusic(), loop: true });
  alice.leg.addCandidate('candidate:1 1 udp 1 127.0.0.1 4000 typ host');
  await until('silence', async () => (await bob.phone.heardHz(60)) === 0);
  bob.leg.hear({ kind: 'echo' });
  await bob.phone.hears(1500);
  await bob.close();
  expect([...alice.told.failures, ...bob.told.failures]).toEqual([]);
});

/** Node has no public list of open sockets; this one keeps closed ones for a while, and those have no address. */
function udpSockets(): number {
  const { _getActiveHandles } = process as unknown as { _getActiveHandles(): object[] };
  return _getActiveHandles.call(process).filter((handle) => handle instanceof Socket && isOpen(handle)).length;
}

function isOpen(socket: Socket): boolean {
  try {
    return socket.address().port > 0;
  } catch {
    return false;
  }
}
