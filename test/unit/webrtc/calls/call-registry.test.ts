import { beforeEach, describe, expect, it } from 'vitest';
import { systemTimers } from '../../../../src/core/timing.js';
import { CallRegistry } from '../../../../src/webrtc/calls/call-registry.js';
import { LiveCall } from '../../../../src/webrtc/calls/live-call.js';
import { CallAudio } from '../../../../src/webrtc/media/call-audio.js';
import { callEvents } from '../../../support/phone-bench.js';
import { SilentEnvironment } from '../../../support/silent-media.js';

let registry: CallRegistry;
beforeEach(() => {
  registry = new CallRegistry();
});

function call(id: string): { call: LiveCall; events: string[] } {
  const audio = new CallAudio(new SilentEnvironment(), []);
  const made = new LiveCall(id, { direction: 'outbound', from: '', fromName: null, to: '101' }, audio, {
    timers: systemTimers,
    session: () => ({ send: () => {} }),
    report: () => {},
    calls: registry,
    floor: { talks: () => {}, giveBack: () => {}, forget: () => {} },
    transfers: {
      consult: () => Promise.reject(new Error('nobody consults')),
      complete: () => {},
      forget: () => {},
    },
  });
  registry.add(made);
  return { call: made, events: callEvents(made) };
}

const ringing = (call_id: string) => ({ type: 'call.ringing', call_id }) as const;
const ended = (call_id: string) => ({ type: 'call.ended', call_id, reason: 'busy', duration_seconds: null }) as const;

describe('the registry of calls', () => {
  it('finds a call by its id, until it has ended', () => {
    const { call: first } = call('call_1');
    const { call: second } = call('call_2');
    expect(registry.live).toEqual([first, second]);
    expect(registry.get('call_1')).toBe(first);
    expect(registry.get('call_3')).toBeUndefined();
    first.receive({ ...ended(first.id), reason: 'hangup' });
    expect(registry.live).toEqual([second]);
    expect(registry.get('call_1')).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', ''])('knows no call “%s”', (id) => {
    expect(registry.get(id)).toBeUndefined();
    expect(registry.deliver(ringing(id))).toBe(false);
  });

  it('gives away a list of its own', () => {
    call('call_1');
    registry.live.pop();
    expect(registry.live).toHaveLength(1);
  });

  it('delivers a frame to its call alone', () => {
    const { events } = call('call_1');
    const { events: others } = call('call_2');
    expect(registry.deliver(ringing('call_1'))).toBe(true);
    expect(events).toEqual(['ringing']);
    expect(others).toEqual([]);
  });

  it('delivers nothing to a call that has ended', () => {
    const { events } = call('call_1');
    registry.deliver(ended('call_1'));
    expect(registry.deliver(ended('call_1'))).toBe(false);
    expect(registry.deliver(ringing('call_1'))).toBe(false);
    expect(events).toEqual(['ended busy']);
  });

  it('holds the frames of a new call back until they are released, in order', () => {
    const { call: made, events } = call('call_1');
    registry.holdBack(made, { type: 'call.trying', call_id: 'call_1' });
    registry.deliver(ringing('call_1'));
    registry.deliver(ended('call_1'));
    expect(events).toEqual([]);
    expect(registry.live).toEqual([made]);
    registry.release(made);
    expect(events).toEqual(['trying', 'ringing', 'ended busy']);
    expect(registry.live).toEqual([]);
  });

  it('delivers at once after the release', () => {
    const { call: made, events } = call('call_1');
    registry.holdBack(made, { type: 'call.trying', call_id: 'call_1' });
    registry.release(made);
    registry.deliver(ringing('call_1'));
    expect(events).toEqual(['trying', 'ringing']);
  });

  it('holds one call back and not the other', () => {
    const { call: held, events } = call('call_1');
    const { events: others } = call('call_2');
    registry.holdBack(held, { type: 'call.trying', call_id: 'call_1' });
    registry.deliver(ringing('call_1'));
    registry.deliver(ringing('call_2'));
    expect(events).toEqual([]);
    expect(others).toEqual(['ringing']);
  });

  it('delivers nothing held back to a call that has ended meanwhile', () => {
    const { call: made, events } = call('call_1');
    registry.holdBack(made, { type: 'call.trying', call_id: 'call_1' });
    made.receive({ ...ended(made.id), reason: 'hangup' });
    registry.release(made);
    expect(events).toEqual(['ended hangup']);
  });

  it('ends every call for the same reason', () => {
    const { events } = call('call_1');
    const { events: others } = call('call_2');
    registry.endAll('failed');
    expect([events, others]).toEqual([['ended failed'], ['ended failed']]);
    expect(registry.live).toEqual([]);
  });

  it('ends a call that is held back once it is released', () => {
    const { call: made, events } = call('call_1');
    registry.holdBack(made, { type: 'call.trying', call_id: 'call_1' });
    registry.endAll('failed');
    expect(events).toEqual([]);
    registry.release(made);
    expect(events).toEqual(['trying', 'ended failed']);
    expect(registry.live).toEqual([]);
  });
});
