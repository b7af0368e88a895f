import { expect, it } from 'vitest';
import type { CallRestored, ClientMessage } from '../../../generated/v1/messages.js';
import { PhoneError } from '../../../src/core/phone-error.js';
import { systemTimers } from '../../../src/core/timing.js';
import { Call, type CallDirection } from '../../../src/webrtc/call.js';
import { SilentMedia } from '../../support/silent-media.js';

const call_id = 'call_1';
const restored = (fields: Partial<CallRestored>): CallRestored => ({
  type: 'call.restored',
  call_id,
  state: 'active',
  direction: 'outbound',
  from: '101',
  from_name: null,
  to: '102',
  answered_at: null,
  ...fields,
});

function bench(direction: CallDirection) {
  const media = [new SilentMedia()];
  const sent: ClientMessage[] = [];
  const reported: PhoneError[] = [];
  const events: string[] = [];
  const call = new Call(call_id, { direction, from: '101', fromName: null, to: '102' }, media[0] as SilentMedia, {
    timers: systemTimers,
    ringback: undefined,
    send: (message) => sent.push(message),
    demandConnection: () => {},
    report: (error) => reported.push(error),
    onAnswer: () => {},
    onEnded: () => {},
    consult: () => Promise.reject(new Error('nobody consults')),
    newMedia: () => {
      media.push(new SilentMedia());
      return media.at(-1) as SilentMedia;
    },
  });
  for (const name of ['answered', 'held', 'resumed', 'ended'] as const) call.on(name, () => events.push(name));
  return { call, media, sent, reported, events };
}

const flush = () => new Promise((resolve) => setImmediate(resolve));

it('a call that was answered during the drop is told as answered, with the service’s time', () => {
  const { call, events } = bench('outbound');
  call.restore(restored({ state: 'active', duration_seconds: 42 }));
  expect([call.state, call.duration, events]).toEqual(['active', 42, ['answered']]);
});

it('a call that is held there is held here', () => {
  const { call, events } = bench('outbound');
  call.restore(restored({ state: 'held', held_by: 'remote' }));
  expect([call.state, events]).toEqual(['held', ['answered', 'held']]);
});

it('a hold that ended during the drop is told as resumed', () => {
  const { call, events } = bench('outbound');
  call.restore(restored({ state: 'held', held_by: 'remote' }));
  call.restore(restored({ state: 'active' }));
  expect([call.state, events]).toEqual(['active', ['answered', 'held', 'resumed']]);
});

it('a rejection that the service may have missed is said again, with its reason', () => {
  const { call, sent } = bench('inbound');
  call.reject('busy');
  sent.length = 0;
  call.restore(restored({ state: 'ringing', direction: 'inbound' }));
  expect(sent).toEqual([{ type: 'call.reject', call_id, reason: 'busy' }]);
  call.end('rejected');
});

it('the service is told where the microphone is otherwise than it thinks', () => {
  const { call, sent } = bench('outbound');
  call.mute();
  sent.length = 0;
  call.restore(restored({ muted: false }));
  expect(sent).toEqual([{ type: 'call.mute', call_id }]);
});

it('a call that still rings here gets new media, muted as before', () => {
  const { call, media } = bench('inbound');
  call.mute();
  call.restore(restored({ state: 'ringing', direction: 'inbound' }));
  expect([media[0]?.isClosed, media[1]?.asked]).toEqual([true, ['mute']]);
});

it('an answer that was under way is given on the new media, and nothing of the old is told', async () => {
  const { call, media, sent, reported } = bench('inbound');
  if (media[0]) media[0].onAnswer = () => new Promise((_, reject) => setImmediate(() => reject(new Error('closed'))));
  call.answer();
  call.restore(restored({ state: 'ringing', direction: 'inbound' }));
  await flush();
  await flush();
  expect([reported, sent.map(({ type }) => type)]).toEqual([[], ['call.answer', 'sdp.answer']]);
});

it('an answer that fails lets the microphone go, and may be given again', async () => {
  const { call, media, reported } = bench('inbound');
  if (media[0]) media[0].onAnswer = () => Promise.reject(new PhoneError('call_failed', 'no relay'));
  call.answer();
  await flush();
  expect([reported.length, media[0]?.asked]).toEqual([1, ['answer', 'releaseMicrophone']]);
  call.answer();
  expect(media[0]?.asked.at(-1)).toBe('answer');
});
