import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ServerMessage } from '../../../../generated/v1/messages.js';
import { Leg, type LegPort, type Ringing } from '../../../../src/sandbox/calls/leg.js';
import { contractLimits } from '../../../../src/sandbox/limits.js';
import type { PhoneSession } from '../../../../src/sandbox/phones/phone-session.js';
import { silentAnswer, silentOffer } from '../../../support/call-rig.js';

const legs: Leg[] = [];
afterEach(() => {
  for (const leg of legs.splice(0)) leg.lost();
});

/** A leg of a phone that is here, with real media, and what the phone is told. */
function legOf(ringing?: Ringing) {
  const sent: ServerMessage[] = [];
  const log: string[] = [];
  const session = {
    isHere: true,
    begin: () => {},
    end: () => {},
    send: (message: ServerMessage) => sent.push(message),
  };
  const port: LegPort = {
    mediaAddress: '127.0.0.1',
    limits: contractLimits,
    log: { info: () => {}, warn: (text) => log.push(text) },
    legs: new Map(),
    onChanged: () => {},
  };
  const caller = { from: '101', fromName: null, to: '102' };
  const leg = new Leg(session as unknown as PhoneSession, caller, port, ringing);
  legs.push(leg);
  return { leg, sent, log };
}

const typesIn = (sent: readonly ServerMessage[]) => sent.map(({ type }) => type);
const count = (sent: readonly ServerMessage[], type: ServerMessage['type']) =>
  typesIn(sent).filter((one) => one === type).length;

describe('an answer of the phone for media that was replaced', () => {
  it.each([0, 1, 2, 3])('activates nothing: a phone that comes back %i steps later rings again', async (steps) => {
    const answered = vi.fn();
    const { leg, sent, log } = legOf({ take: () => true, again: () => {}, answered, refused: () => {} });
    leg.ring();
    await expect.poll(() => typesIn(sent)).toEqual(['call.incoming', 'sdp.offer']);
    leg.accept();
    expect(leg.takeAnswer(silentAnswer())).toBe(true);
    for (let step = 0; step < steps; step++) await Promise.resolve();
    expect(leg.state, 'the answer is being taken').toBe('answering');
    leg.restore();
    expect(leg.state).toBe('ringing');
    leg.accept();
    await expect.poll(() => count(sent, 'sdp.offer')).toBe(2);
    expect(leg.state).toBe('answering');
    expect(answered).not.toHaveBeenCalled();
    expect(typesIn(sent)).not.toContain('call.answered');

    leg.takeAnswer(silentAnswer());
    await expect.poll(() => answered.mock.calls.length).toBe(1);
    expect(leg.state).toBe('active');
    expect(log).toEqual([]);
  });

  it('is not due before the phone has our offer', () => {
    const { leg } = legOf({ take: () => true, again: () => {}, answered: () => {}, refused: () => {} });
    leg.ring();
    leg.accept();
    expect(leg.takeAnswer(silentAnswer())).toBe(false);
  });
});

describe('our answer for media that was replaced', () => {
  it.each([
    ['before it is begun', async () => {}],
    ['while it is made', nextTurn],
  ])('%s is never sent: the phone gets the one for its last offer', async (_, meanwhile) => {
    const { leg, sent, log } = legOf();
    leg.takeOffer(silentOffer('AA'));
    leg.connected();
    await expect.poll(() => count(sent, 'sdp.answer')).toBe(1);
    leg.renegotiate(silentOffer('BB'));
    await meanwhile();
    leg.renegotiate(silentOffer('CC'));
    await expect.poll(() => count(sent, 'sdp.answer')).toBeGreaterThan(1);
    expect(count(sent, 'sdp.answer')).toBe(2);
    expect(leg.state).toBe('active');
    expect(log).toEqual([]);
  });
});
