import { describe, expect, it } from 'vitest';
import type { ClientMessage } from '../../../../generated/v1/messages.js';
import { PhoneError } from '../../../../src/core/phone-error.js';
import { systemTimers } from '../../../../src/core/timing.js';
import type { CallDirection } from '../../../../src/webrtc/calls/call.js';
import { LiveCall } from '../../../../src/webrtc/calls/live-call.js';
import { CallAudio } from '../../../../src/webrtc/media/call-audio.js';
import { restored } from '../../../support/restored.js';
import { SilentEnvironment } from '../../../support/silent-media.js';

const call_id = 'call_1';

function bench(direction: CallDirection, isMuted = false) {
  const env = new SilentEnvironment();
  const sent: ClientMessage[] = [];
  const reported: PhoneError[] = [];
  const events: string[] = [];
  const call = new LiveCall(
    call_id,
    { direction, from: '101', fromName: null, to: '102' },
    new CallAudio(env, [], isMuted),
    {
      timers: systemTimers,
      session: () => ({ send: (message) => sent.push(message) }),
      report: (error) => reported.push(error),
      calls: new Map(),
      floor: { talks: () => {}, giveBack: () => {} },
      consult: () => Promise.reject(new Error('nobody consults')),
    },
  );
  const { media } = env;
  const [first] = media;
  if (!first) throw new Error('no media');
  for (const name of ['answered', 'held', 'resumed', 'ended'] as const) call.on(name, () => events.push(name));
  const end = () => call.receive({ type: 'call.ended', call_id, reason: 'hangup', duration_seconds: null });
  /** Whether each microphone that was opened is still on. */
  const microphones = () => env.microphones.map(({ readyState, enabled }) => readyState === 'live' && enabled);
  return { call, env, media, first, sent, reported, events, end, microphones };
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
  const { call, sent, end } = bench('inbound');
  call.reject('busy');
  sent.length = 0;
  call.restore(restored({ state: 'ringing', direction: 'inbound' }));
  expect(sent).toEqual([{ type: 'call.reject', call_id, reason: 'busy' }]);
  end();
});

it('a repair that is begun anew while it is under way is offered once', async () => {
  const { call, sent, end } = bench('outbound');
  call.receive({ type: 'call.answered', call_id });
  call.audio.networkChanged();
  call.restore(restored({ state: 'active' }));
  await flush();
  expect(sent.map(({ type }) => type)).toEqual(['sdp.offer']);
  end();
});

it('a call that a listener hangs up while it is restored says nothing more', () => {
  const { call, sent, end } = bench('outbound');
  call.mute();
  call.on('answered', () => call.hangup());
  sent.length = 0;
  call.restore(restored({ state: 'active', muted: false }));
  expect(sent).toEqual([{ type: 'call.hangup', call_id }]);
  end();
});

it('the service is told where the microphone is otherwise than it thinks', () => {
  const { call, sent } = bench('outbound');
  call.mute();
  sent.length = 0;
  call.restore(restored({ muted: false }));
  expect(sent).toEqual([{ type: 'call.mute', call_id }]);
});

it('a call that still rings here gets new media, muted as before', async () => {
  const { call, env, media, microphones } = bench('inbound');
  call.mute();
  call.restore(restored({ state: 'ringing', direction: 'inbound' }));
  call.answer();
  await flush();
  expect([media.map(({ isClosed }) => isClosed), call.isMuted, microphones()]).toEqual([[true, false], true, [false]]);
  expect(media[1]?.sender.track).toBe(env.microphones[0]);
});

it('an answer that was under way is given on the new media, and nothing of the old is told', async () => {
  const { call, first, sent, reported } = bench('inbound');
  first.onAnswer = () => new Promise((_, reject) => setImmediate(() => reject(new Error('closed'))));
  call.answer();
  call.restore(restored({ state: 'ringing', direction: 'inbound' }));
  await flush();
  await flush();
  expect([reported, sent.map(({ type }) => type)]).toEqual([[], ['call.answer', 'sdp.answer']]);
});

it('an answer that fails lets the microphone go, and may be given again', async () => {
  const { call, first, reported, microphones } = bench('inbound');
  first.onAnswer = () => Promise.reject(new PhoneError('call_failed', 'no relay'));
  call.answer();
  await flush();
  expect([reported.length, microphones()]).toEqual([1, [false]]);
  call.answer();
  await flush();
  expect(first.asked).toEqual(['answer', 'answer']);
});

it('an answer that the service refuses lets the microphone go, and may be given again', async () => {
  const { call, sent, microphones } = bench('inbound');
  call.answer();
  await flush();
  call.onServerError();
  expect([call.state, microphones()]).toEqual(['ringing', [false]]);
  call.answer();
  await flush();
  expect(sent.filter(({ type }) => type === 'call.answer')).toHaveLength(2);
  expect(microphones()).toEqual([false, true]);
});

it('an error about something before does not undo an answer that waits for the microphone', async () => {
  const { call, env, sent, microphones } = bench('inbound');
  let allow = () => {};
  env.onMicrophone = () =>
    new Promise((resolve) => {
      allow = resolve;
    });
  call.answer();
  await flush();
  call.onServerError();
  allow();
  await flush();
  expect([sent.map(({ type }) => type), microphones()]).toEqual([['call.answer', 'sdp.answer'], [true]]);
});

it('a call that comes up although an error seemed to refuse the answer has its microphone', async () => {
  const { call, microphones } = bench('inbound');
  call.answer();
  await flush();
  call.onServerError();
  call.receive({ type: 'call.answered', call_id });
  await flush();
  expect([call.state, microphones()]).toEqual(['active', [false, true]]);
});

it('a call that the service says is answered, and the user did not answer, opens no microphone', async () => {
  const { call, env } = bench('inbound');
  call.receive({ type: 'call.answered', call_id });
  call.unmute();
  await flush();
  expect([call.state, env.microphones]).toEqual(['active', []]);
});

it('a refusal of something else leaves an answered call alone', async () => {
  const { call, microphones } = bench('inbound');
  call.answer();
  await flush();
  call.receive({ type: 'call.answered', call_id });
  call.onServerError();
  expect(microphones()).toEqual([true]);
});

it('each command that the connection lost is carried out or told: a hold and a transfer after it', () => {
  const { call, sent, reported } = bench('outbound');
  call.receive({ type: 'call.answered', call_id });
  call.hold();
  call.transfer('102');
  sent.length = 0;
  call.restore(restored({ state: 'active' }));
  expect(sent).toEqual([{ type: 'call.hold', call_id }]);
  expect(reported.map(({ code, callId }) => [code, callId])).toEqual([['transport_closed', call_id]]);
});

it('candidates that are found during a drop reach the service after it, in order', () => {
  const { call, first, sent } = bench('outbound');
  call.receive({ type: 'call.answered', call_id });
  call.restore(restored({ state: 'active' }));
  first.sink({ candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0 } as RTCIceCandidate);
  expect(sent.map(({ type }) => type)).toEqual(['ice.candidate']);
});

describe('a call of a page before this one', () => {
  it('offers anew, speaks where the microphone was granted, and is where the service has it', async () => {
    const { call, media, sent, microphones } = bench('outbound');
    await call.rejoin(restored({ state: 'held', held_by: 'remote', duration_seconds: 7 }));
    expect([call.state, call.duration, call.isMuted]).toEqual(['held', 7, false]);
    expect([media.map(({ asked }) => asked), microphones()]).toEqual([[['offer']], [true]]);
    expect(sent.map(({ type }) => type)).toEqual(['sdp.offer']);
  });

  it('only listens where it was not granted, says that it is muted, and asks at unmute()', async () => {
    const { call, env, sent, microphones } = bench('inbound');
    env.isGranted = false;
    await call.rejoin(restored({ direction: 'inbound' }));
    expect([call.isMuted, microphones()]).toEqual([true, []]);
    expect(sent.map(({ type }) => type).sort()).toEqual(['call.mute', 'sdp.offer']);
    call.unmute();
    expect(call.isMuted).toBe(true);
    await flush();
    expect([call.isMuted, microphones()]).toEqual([false, [true]]);
    expect(sent.at(-1)?.type).toBe('call.unmute');
  });

  it('stays muted when the microphone is refused then, and says why', async () => {
    const { call, env, reported } = bench('outbound');
    env.isGranted = false;
    env.onMicrophone = () => Promise.reject(new PhoneError('mic_permission_denied', 'No.'));
    await call.rejoin(restored({}));
    call.unmute();
    await flush();
    expect([call.isMuted, reported.map(({ code, callId }) => [code, callId])]).toEqual([
      true,
      [['mic_permission_denied', call_id]],
    ]);
  });

  it('stays muted when the user mutes again while the question is open, and lets a late microphone go', async () => {
    const { call, env, microphones } = bench('outbound');
    env.isGranted = false;
    await call.rejoin(restored({}));
    let allow = () => {};
    env.onMicrophone = () =>
      new Promise((resolve) => {
        allow = resolve;
      });
    call.unmute();
    call.mute();
    await flush();
    allow();
    await flush();
    expect([call.isMuted, microphones()]).toEqual([true, [false]]);
    call.unmute();
    call.mute();
    call.unmute();
    await flush();
    allow();
    await flush();
    expect([call.isMuted, microphones()]).toEqual([false, [false, true]]);
  });

  it.each([true, false])(
    'stays muted when the user had muted it, also where the service says muted: %s',
    async (muted) => {
      const { call, sent, microphones } = bench('outbound', true);
      await call.rejoin(restored({ muted }));
      expect([call.isMuted, microphones()]).toEqual([true, [false]]);
      expect(sent.map(({ type }) => type)).toEqual([...(muted ? [] : ['call.mute']), 'sdp.offer']);
    },
  );

  it('stays on hold when the user had held it, also where the service says that it is active', async () => {
    const { call, sent, microphones } = bench('outbound');
    await call.rejoin(restored({ state: 'active' }), true);
    expect(sent.map(({ type }) => type)).toEqual(['call.hold', 'sdp.offer']);
    expect([call.isMuted, microphones()]).toEqual([false, [false]]);
    call.receive({ type: 'call.held', call_id, held_by: 'local' });
    expect(call.state).toBe('held');
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
    call.audio.offerAgain();
    await flush();
    expect(sent.map(({ type }) => type)).toEqual(['sdp.offer', 'sdp.offer']);
    expect(media).toHaveLength(1);
    call.receive({ type: 'sdp.answer', call_id, sdp: 'v=0' });
    call.restore(restored({}));
    call.audio.offerAgain();
    await flush();
    expect(sent).toHaveLength(2);
  });

  it('is not answered by what the service still had to say to the page before', async () => {
    const { call, first } = bench('outbound');
    const answer = { type: 'sdp.answer', call_id, sdp: 'v=0' } as const;
    await call.rejoin(restored({}));
    call.receive(answer); // It was due to the page before.
    expect(first.asked).toEqual(['offer']);
    call.audio.offerAgain();
    call.receive(answer);
    expect(first.asked).toEqual(['offer', 'accept answer']);
  });

  it('ends when its audio cannot be set up', async () => {
    const { call, first, reported, events } = bench('outbound');
    first.onOffer = () => Promise.reject(new Error('no'));
    await call.rejoin(restored({}));
    expect([call.state, events.at(-1), reported[0]?.code]).toEqual(['ended', 'ended', 'call_failed']);
  });

  it('that ends meanwhile sends nothing more', async () => {
    const { call, sent, end, microphones } = bench('outbound');
    const rejoining = call.rejoin(restored({}));
    end();
    await rejoining;
    await flush();
    expect([sent, microphones().filter(Boolean)]).toEqual([[], []]);
  });
});
