import { createSocket } from 'node:dgram';
import { promises as dns } from 'node:dns';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fingerprintOf, holdMusic, MediaError, MediaLeg } from '../../../src/sandbox/media/index.js';
import { type ConnectedLeg, connectedLeg, newLeg } from '../../support/audio/connected-leg.js';
import { NodePhoneMedia } from '../../support/audio/node-phone-media.js';
import { UNUSABLE_OFFERS } from '../../support/audio/sample-offers.js';
import { until } from '../../support/audio/until.js';

const open: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(open.splice(0).map((connection) => connection.close())));

function kept<T extends { close(): Promise<void> }>(connection: T): T {
  open.push(connection);
  return connection;
}

async function hearsItself({ phone, leg }: ConnectedLeg): Promise<void> {
  phone.speak(620);
  leg.hear({ kind: 'echo' });
  await phone.hears(620);
}

function candidatesOf(sdp: string): string[] {
  return sdp.split('\r\n').filter((line) => line.startsWith('a=candidate:'));
}

describe('a phone that calls', () => {
  it('finds one candidate in the answer, on the given address, and nobody else is asked', async () => {
    const lookups = vi.spyOn(dns, 'lookup');
    const { phone, leg } = kept(newLeg());
    const answer = await leg.answer(await phone.offer());
    expect(candidatesOf(answer)).toEqual([expect.stringMatching(/ udp \d+ 127\.0\.0\.1 \d+ typ host/)]);
    expect(answer).toContain('a=setup:passive');
    const [, port] = / 127\.0\.0\.1 (\d+) /.exec(answer) ?? [];
    // Were the socket bound to every address, this one would be taken too.
    const other = createSocket('udp4').bind(Number(port), '127.0.0.2');
    await new Promise((resolve, reject) => other.once('listening', resolve).once('error', reject));
    other.close();
    expect(lookups).not.toHaveBeenCalled();
  });

  it('may apply the answer early and once more when the call is answered', async () => {
    const connection = kept(newLeg());
    const { phone, leg } = connection;
    const answer = await leg.answer(await phone.offer());
    await phone.acceptEarlyAnswer(answer);
    await phone.acceptAnswer(answer);
    await hearsItself(connection);
  });

  it('gets its media back after an ICE restart, on the same DTLS endpoint', async () => {
    const connection = kept(await connectedLeg());
    const { phone, leg, told } = connection;
    await hearsItself(connection);
    leg.hear({ kind: 'clip', clip: holdMusic(), loop: true });
    for (const restart of [1, 2]) {
      const offer = await phone.offer({ iceRestart: true });
      const answer = await leg.answer(offer);
      expect(phone.connected).toBe(false);
      expect((await phone.listen(100)).length).toBeGreaterThan(0); // meanwhile over the old path
      await phone.acceptAnswer(answer);
      await until('the new path', () => phone.connected && told.connected === 1 + restart);
    }
    await hearsItself(connection);
    expect(told).toMatchObject({ failures: [], audio: 1 });
  });

  it('may renegotiate without a restart', async () => {
    const connection = kept(await connectedLeg());
    const { phone, leg, told } = connection;
    await hearsItself(connection);
    await phone.acceptAnswer(await leg.answer(await phone.offer()));
    await phone.hears(620);
    expect(told.connected).toBe(1);
  });

  it('needs another leg for another peer connection', async () => {
    const { phone, leg } = kept(await connectedLeg());
    const offer = await phone.offer();
    const other = offer.replace(/(a=fingerprint:sha-256 ).*/, `$1${Array(32).fill('FF').join(':')}`);
    expect(fingerprintOf(other)).not.toBe(fingerprintOf(offer));
    await expect(leg.answer(other)).rejects.toThrow(/needs a new leg/);
  });
});

describe('a phone that is called', () => {
  it('answers an offer that has its candidate inside', async () => {
    const connection = kept(newLeg());
    const { phone, leg } = connection;
    const offer = await leg.offer();
    expect(candidatesOf(offer)).toHaveLength(1);
    expect(offer).toContain('a=setup:actpass');
    await leg.acceptAnswer(await phone.answer(offer));
    await hearsItself(connection);
    phone.press('9');
    await until('the key', () => connection.told.digits === '9');
  });

  it('may restart ICE later', async () => {
    const connection = kept(newLeg());
    const { phone, leg, told } = connection;
    await leg.acceptAnswer(await phone.answer(await leg.offer()));
    await hearsItself(connection);
    await phone.acceptAnswer(await leg.answer(await phone.offer({ iceRestart: true })));
    await until('the new path', () => phone.connected && told.connected === 2);
    await phone.hears(620);
  });

  it('may be offered an ICE restart by the leg: the leg looks for the new path as well', async () => {
    const connection = kept(newLeg());
    const { phone, leg, told } = connection;
    await leg.acceptAnswer(await phone.answer(await leg.offer()));
    await hearsItself(connection);
    await leg.acceptAnswer(await phone.answer(await leg.offer({ iceRestart: true })));
    await until('the new path, at both ends', () => phone.connected && told.connected === 2);
    await phone.hears(620);
  });

  it('may be called from an endpoint that no other leg has', async () => {
    const [one, other] = [kept(newLeg()), kept(newLeg())];
    const offers = [await one.leg.offer({ ownCertificate: true }), await other.leg.offer({ ownCertificate: true })];
    expect(new Set([...offers, await kept(newLeg()).leg.offer()].map(fingerprintOf)).size).toBe(3);
    await one.leg.acceptAnswer(await one.phone.answer(offers[0] ?? ''));
    await hearsItself(one);
  });

  it('cannot answer what was not offered, or twice', async () => {
    const { phone, leg } = kept(newLeg());
    const answer = await phone.answer(await leg.offer());
    await leg.acceptAnswer(answer);
    await expect(leg.acceptAnswer(answer)).rejects.toThrow(/no offer is waiting/);
    await expect(kept(newLeg()).leg.acceptAnswer(answer)).rejects.toThrow(MediaError);
  });
});

describe('candidates', () => {
  it('may come before the description, and may be the only ones', async () => {
    const connection = kept(newLeg());
    const { phone, leg } = connection;
    const offer = await phone.offer();
    for (const line of candidatesOf(offer)) leg.addCandidate(line.slice('a='.length));
    const bare = offer.replace(/a=(candidate:.*|end-of-candidates)\r\n/g, '');
    await phone.acceptAnswer(await leg.answer(bare));
    await hearsItself(connection);
  });

  it('may be missing: the phone finds the leg', async () => {
    const connection = kept(newLeg());
    const { phone, leg } = connection;
    const bare = (await phone.offer()).replace(/a=(candidate:.*|end-of-candidates)\r\n/g, '');
    await phone.acceptAnswer(await leg.answer(bare));
    await hearsItself(connection);
  });

  it('beyond the number that a description may have are ignored, also when the description comes again', async () => {
    const connection = kept(newLeg({ candidatesMax: 4 }));
    const { phone, leg } = connection;
    const checked = new Set<number>();
    const candidates: string[] = [];
    for (let n = 0; n < 12; n++) {
      const socket = createSocket('udp4').on('message', () => checked.add(n));
      kept({ close: async () => void socket.close() });
      await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
      candidates.push(`candidate:${n + 10} 1 udp ${2_000_000_000 - n} 127.0.0.1 ${socket.address().port} typ host`);
    }
    const offer = `${(await phone.offer()).trimEnd()}\r\n`;
    const withInside = (lines: string[]) => offer + lines.map((line) => `a=${line}\r\n`).join('');
    await leg.answer(withInside(candidates.slice(0, 2)));
    for (const candidate of candidates.slice(2, 7)) leg.addCandidate(candidate);
    const answer = await leg.answer(withInside(candidates.slice(7)));
    await until('the checks of those that are used', () => checked.size === 3);
    await phone.acceptAnswer(answer);
    await hearsItself(connection);
    expect([...checked].sort(), 'beside the one of the phone itself').toEqual([0, 1, 2]);
  });

  it('of no use do no harm, whenever they come', async () => {
    const connection = newLeg();
    const { phone, leg } = connection;
    const useless = [
      '',
      'garbage',
      'candidate:1 1 udp 1 5e9b7a0a.local 4000 typ host',
      'candidate:1 1 udp 1 255.255.255.255 4000 typ host',
      'candidate:1 1 udp 1 0.0.0.0 1 typ host',
      'candidate:1 1 udp 1 203.0.113.1 65535 typ srflx',
      'candidate:1 1 udp 1 ::1 4000 typ host',
      ...Array.from({ length: 100 }, (_, n) => `candidate:${n} 1 udp 1 127.0.0.1 ${n + 1} typ host`),
    ];
    const addAll = () => {
      for (const candidate of useless) leg.addCandidate(candidate);
    };
    addAll();
    const answer = await leg.answer(await phone.offer());
    addAll();
    await phone.acceptAnswer(answer);
    await hearsItself(connection);
    await connection.close();
    addAll();
  });
});

describe('unusable SDP', () => {
  it.each(UNUSABLE_OFFERS)('%s is refused in words, and the leg can still be used', async (_, sdp, complaint) => {
    const leg = kept(new MediaLeg({ address: '127.0.0.1' }));
    await expect(leg.answer(sdp)).rejects.toThrow(complaint);
    const offer = await leg.offer();
    expect(offer).toContain('a=candidate:');
    await expect(leg.acceptAnswer(sdp)).rejects.toThrow(MediaError);
  });

  it('in a renegotiation leaves the call as it was', async () => {
    const connection = kept(await connectedLeg());
    await hearsItself(connection);
    for (const [, sdp] of UNUSABLE_OFFERS) await expect(connection.leg.answer(sdp)).rejects.toThrow(MediaError);
    await connection.phone.hears(620);
  });
});

describe('addresses', () => {
  const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));

  it('may be IPv6; a machine that has none is told so in words', async () => {
    if (!hasIpv6) {
      const leg = kept(new MediaLeg({ address: '::1' }));
      await expect(leg.offer()).rejects.toBeInstanceOf(MediaError);
      return;
    }
    const connection = kept(await connectedLeg(0, { address: '::1' }));
    await hearsItself(connection);
  });

  it.each(['0.0.0.0', '::', 'localhost', ''])('must not be %j', (address) => {
    expect(() => new MediaLeg({ address })).toThrow(/must be one IP address/);
  });

  it('that are not this machine fail in words', async () => {
    const leg = kept(new MediaLeg({ address: '192.0.2.1' }));
    const phone = kept(new NodePhoneMedia());
    await expect(leg.offer()).rejects.toThrow(/cannot open a UDP port on 192\.0\.2\.1/);
    await expect(leg.answer(await phone.offer())).rejects.toThrow(MediaError);
  });
});
