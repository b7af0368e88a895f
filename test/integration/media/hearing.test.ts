import { afterEach, expect, it, vi } from 'vitest';
import { digitClip, HOLD_MUSIC_NOTES, holdMusic, ringback } from '../../../src/sandbox/media/clips.js';
import { sequenceDelta, timestampDelta } from '../../../src/sandbox/media/frame.js';
import type { MediaLeg } from '../../../src/sandbox/media/index.js';
import { hearsDigits } from '../../support/audible.js';
import { type ConnectedLeg, connectedLeg } from '../../support/audio/connected-leg.js';
import { dominantHz } from '../../support/audio/tone.js';
import { until } from '../../support/audio/until.js';

const open: ConnectedLeg[] = [];
afterEach(() => Promise.all(open.splice(0).map((connection) => connection.close())));

async function dial(...args: Parameters<typeof connectedLeg>): Promise<ConnectedLeg> {
  const connection = await connectedLeg(...args);
  open.push(connection);
  return connection;
}

function bridge(a: MediaLeg, b: MediaLeg): void {
  a.hear({ kind: 'source', source: b });
  b.hear({ kind: 'source', source: a });
}

function isNote(hz: number): boolean {
  return HOLD_MUSIC_NOTES.some((note) => Math.abs(note - hz) < 15);
}

it('two phones hear each other, and the audio of each is told once', async () => {
  const [alice, bob] = await Promise.all([dial(400), dial(1500)]);
  bridge(alice.leg, bob.leg);
  await Promise.all([alice.phone.hears(1500), bob.phone.hears(400)]);
  expect([alice.told.audio, bob.told.audio]).toEqual([1, 1]);
});

it('hold and resume are switches of what each hears, in one unbroken stream', async () => {
  const [alice, bob] = await Promise.all([dial(400), dial(1500)]);
  bridge(alice.leg, bob.leg);
  await Promise.all([alice.phone.hears(1500), bob.phone.hears(400)]);

  alice.leg.hear({ kind: 'silence' });
  bob.leg.hear({ kind: 'clip', clip: holdMusic(), loop: true });
  await until('silence for the holder', async () => (await alice.phone.heardHz(100)) === 0);
  await until('music for the held', async () => isNote(await bob.phone.heardHz(100)));

  bridge(alice.leg, bob.leg);
  await Promise.all([alice.phone.hears(1500), bob.phone.hears(400)]);

  for (const { heard } of [alice.phone, bob.phone]) {
    const steps = heard
      .slice(1)
      .map((packet, n) => sequenceDelta(packet.sequenceNumber, heard[n]?.sequenceNumber ?? 0));
    expect(new Set(steps)).toEqual(new Set([1]));
    const back = heard.slice(1).filter((packet, n) => timestampDelta(packet.timestamp, heard[n]?.timestamp ?? 0) <= 0);
    expect(back).toEqual([]);
    expect(heard.filter(({ marker }) => marker)).toHaveLength(3);
  }
});

it('a fault of whoever listens to a leg is told, and the leg goes on', async () => {
  const faults: unknown[] = [];
  const slip = new TypeError('a slip');
  const { phone, leg } = await dial(620, {
    onFault: (error) => faults.push(error),
    onDigit: () => {
      throw slip;
    },
  });
  leg.hear({ kind: 'echo' });
  phone.press('1');
  await until('the fault', () => faults.length > 0);
  expect(faults).toEqual([slip]);
  await phone.hears(620);
});

it('an echo is what the phone says itself', async () => {
  const { phone, leg } = await dial(620);
  expect(await phone.heardHz(60)).toBe(0);
  leg.hear({ kind: 'echo' });
  await phone.hears(620);
});

it('one phone can be heard by several', async () => {
  const [alice, bob, carol] = await Promise.all([dial(400), dial(), dial()]);
  bob.leg.hear({ kind: 'source', source: alice.leg });
  carol.leg.hear({ kind: 'source', source: alice.leg });
  await Promise.all([bob.phone.hears(400), carol.phone.hears(400)]);
});

it('a clip is heard in real time and says when it has ended', async () => {
  const { phone, leg } = await dial();
  const digits = ['4', '2', '#'];
  const onEnd = vi.fn();
  const start = performance.now();
  leg.hear({ kind: 'clip', clip: digits.flatMap(digitClip), loop: false, onEnd });
  await hearsDigits(phone, '42#');
  await until('the end', () => onEnd.mock.calls.length > 0);
  // A busy machine plays up to 200 ms of the clip's 900 at once, to catch up.
  expect(performance.now() - start).toBeGreaterThan(700);
  expect(onEnd).toHaveBeenCalledTimes(1);
});

it('a clip that was switched away does not say that it has ended, and the end of one may begin the next', async () => {
  const { phone, leg } = await dial();
  const onEnd = vi.fn();
  leg.hear({ kind: 'clip', clip: digitClip('1'), loop: false, onEnd });
  leg.hear({
    kind: 'clip',
    clip: digitClip('5'),
    loop: false,
    onEnd: () => leg.hear({ kind: 'clip', clip: ringback(), loop: true }),
  });
  await until('ringback', async () => {
    const hz = dominantHz(await phone.listen(100), 48000);
    return hz > 430 && hz < 490;
  });
  expect(onEnd).not.toHaveBeenCalled();
});

it('each key is told once, and reaches the other phone', async () => {
  const [alice, bob] = await Promise.all([dial(400), dial()]);
  bridge(alice.leg, bob.leg);
  const keys = '0123456789*#ABCD11';
  alice.phone.press(keys, { durationMs: 20, gapMs: 0 });
  await until('the keys', () => bob.phone.heardDigits.length >= keys.length);
  await bob.phone.hears(400); // speech goes on
  expect(alice.told.digits).toBe(keys);
  expect(bob.phone.heardDigits).toBe(keys);
  expect(bob.told.digits).toBe('');
});

it('twenty legs at once, in pairs', async () => {
  const legs = await Promise.all(Array.from({ length: 20 }, (_, n) => dial(400 + 50 * n)));
  for (let n = 0; n < legs.length; n += 2) {
    const [a, b] = [legs[n], legs[n + 1]];
    if (a && b) bridge(a.leg, b.leg);
  }
  await Promise.all(legs.map(({ phone }, n) => phone.hears(400 + 50 * (n % 2 === 0 ? n + 1 : n - 1), 8000)));
});
