import { describe, expect, it } from 'vitest';
import type { ClientMessage } from '../../../../generated/v1/messages.js';
import { PhoneError } from '../../../../src/core/phone-error.js';
import { systemTimers } from '../../../../src/core/timing.js';
import { Call, type CallDirection } from '../../../../src/webrtc/calls/call.js';
import { restored } from '../../../support/restored.js';
import { SilentMedia } from '../../../support/silent-media.js';

const call_id = 'call_1';

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
    proveConnection: async () => {},
    report: (error) => reported.push(error),
    onAnswer: () => {},
    onEnded: () => {},
    consult: () => Promise.reject(new Error('nobody consults')),
    iceServers: async () => [],
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

it('a repair that is begun anew while it is under way is offered once', async () => {
  const { call, sent } = bench('outbound');
  call.receive({ type: 'call.answered', call_id });
  call.repairPath();
  call.restore(restored({ state: 'active' }));
  await flush();
  expect(sent.map(({ type }) => type)).toEqual(['sdp.offer']);
  call.end('hangup');
});

it('a call that a listener hangs up while it is restored says nothing more', () => {
  const { call, sent } = bench('outbound');
  call.mute();
  call.on('answered', () => call.hangup());
  sent.length = 0;
  call.restore(restored({ state: 'active', muted: false }));
  expect(sent).toEqual([{ type: 'call.hangup', call_id }]);
  call.end('hangup');
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

it('an answer that the service refuses lets the microphone go, and may be given again', async () => {
  const { call, media, sent } = bench('inbound');
  call.answer();
  await flush();
  call.answerRefused();
  expect(media[0]?.asked).toEqual(['answer', 'releaseMicrophone']);
  call.answer();
  await flush();
  expect(sent.filter(({ type }) => type === 'call.answer')).toHaveLength(2);
});

it('a refusal of something else leaves an answered call alone', () => {
  const { call, media } = bench('inbound');
  call.answer();
  call.receive({ type: 'call.answered', call_id });
  call.answerRefused();
  expect(media[0]?.asked).not.toContain('releaseMicrophone');
});

describe('a call of a page before this one', () => {
  it('offers anew, speaks where the microphone was granted, and is where the service has it', async () => {
    const { call, media, sent } = bench('outbound');
    await call.rejoin(restored({ state: 'held', held_by: 'remote', duration_seconds: 7 }));
    expect([call.state, call.duration, call.isMuted]).toEqual(['held', 7, false]);
    expect(media.map(({ asked }) => asked)).toEqual([['unmute', 'offer without microphone']]);
    expect(sent.map(({ type }) => type)).toEqual(['sdp.offer']);
  });

  it('only listens where it was not granted, says that it is muted, and asks at unmute()', async () => {
    const { call, media, sent } = bench('inbound');
    if (media[0]) media[0].isGranted = false;
    await call.rejoin(restored({ direction: 'inbound' }));
    expect(call.isMuted).toBe(true);
    expect(sent.map(({ type }) => type)).toEqual(['sdp.offer', 'call.mute']);
    call.unmute();
    expect(call.isMuted).toBe(true);
    await flush();
    expect(call.isMuted).toBe(false);
    expect(media[0]?.asked.slice(-2)).toEqual(['takeMicrophone', 'unmute']);
    expect(sent.at(-1)?.type).toBe('call.unmute');
  });

  it('stays muted when the microphone is refused then, and says why', async () => {
    const { call, media, reported } = bench('outbound');
    const [first] = media;
    if (!first) throw new Error('no media');
    first.isGranted = false;
    first.onMicrophone = () => Promise.reject(new PhoneError('mic_permission_denied', 'No.'));
    await call.rejoin(restored({}));
    call.unmute();
    await flush();
    expect([call.isMuted, reported.map(({ code, callId }) => [code, callId])]).toEqual([
      true,
      [['mic_permission_denied', call_id]],
    ]);
  });

  it('stays muted when it was', async () => {
    const { call, sent } = bench('outbound');
    await call.rejoin(restored({ muted: true }));
    expect([call.isMuted, sent.map(({ type }) => type)]).toEqual([true, ['sdp.offer']]);
  });

  it('that still rings here waits for the fresh offer', async () => {
    const { call, sent } = bench('inbound');
    await call.rejoin(restored({ direction: 'inbound', state: 'ringing' }));
    expect([call.state, sent]).toEqual(['ringing', []]);
  });

  it('offers once more when the connection dropped before its offer was answered, and not after', async () => {
    const { call, media, sent } = bench('outbound');
    await call.rejoin(restored({}));
    call.restore(restored({}));
    await flush();
    expect(sent.map(({ type }) => type)).toEqual(['sdp.offer', 'sdp.offer']);
    expect(media.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    call.receive({ type: 'sdp.answer', call_id, sdp: 'v=0' });
    call.restore(restored({}));
    await flush();
    expect(sent).toHaveLength(2);
  });

  it('ends when its audio cannot be set up', async () => {
    const { call, media, reported, events } = bench('outbound');
    if (media[0]) media[0].offer = () => Promise.reject(new Error('no'));
    await call.rejoin(restored({}));
    expect([call.state, events.at(-1), reported[0]?.code]).toEqual(['ended', 'ended', 'call_failed']);
  });

  it('that ends meanwhile sends nothing more', async () => {
    const { call, sent } = bench('outbound');
    const rejoining = call.rejoin(restored({}));
    call.end('hangup');
    await rejoining;
    expect(sent).toEqual([]);
  });
});
