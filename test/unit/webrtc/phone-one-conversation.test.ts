import { describe, expect, it } from 'vitest';
import type { ServerMessage } from '../../../generated/v1/messages.js';
import type { Call, DialStackPhone } from '../../../src/webrtc/index.js';
import { remoteSdp } from '../../support/fake-media.js';
import { live, usePhoneBench } from '../../support/phone-bench.js';

const bench = usePhoneBench();

/** Holds and resumes that the phone asked for, as `call_1 hold`. */
const asked = () =>
  bench.socket.received.flatMap((frame) =>
    frame.type === 'call.hold' || frame.type === 'call.resume'
      ? [`${frame.call_id} ${frame.type.slice('call.'.length)}`]
      : [],
  );

const states = (phone: DialStackPhone) => phone.activeCalls.map(({ id, state }) => `${id} ${state}`);

/** The service carries out every hold and resume. */
function obliging(): void {
  bench.service.on('call.hold', ({ call_id }, socket) => socket.say({ type: 'call.held', call_id, held_by: 'local' }));
  bench.service.on('call.resume', ({ call_id }, socket) => socket.say({ type: 'call.resumed', call_id }));
}

async function says(...frames: ServerMessage[]): Promise<void> {
  bench.socket.say(...frames);
  await bench.pass(20);
}

const answered = (call_id: string) =>
  says({ type: 'sdp.answer', call_id, sdp: remoteSdp() }, { type: 'call.answered', call_id });

const ended = (call_id: string, reason: 'busy' | 'hangup' = 'busy') =>
  says({ type: 'call.ended', call_id, reason, duration_seconds: null });

/** A phone with one active call, the service obliging. */
async function inCall(options: { autoHold?: boolean } = {}): Promise<{ phone: DialStackPhone; first: Call }> {
  const { phone, call } = await bench.active('call_1', options);
  obliging();
  return { phone, first: call };
}

async function dial(phone: DialStackPhone, id: string): Promise<Call> {
  bench.acceptCalls(id);
  const call = await bench.settle(phone.call('102'));
  await bench.pass(20);
  return call;
}

async function incoming(phone: DialStackPhone, id: string): Promise<Call> {
  bench.ring(id);
  await bench.pass(20);
  return live(phone, id);
}

async function takes(phone: DialStackPhone, id: string): Promise<Call> {
  const call = await incoming(phone, id);
  call.answer();
  await bench.pass(20);
  await says({ type: 'call.answered', call_id: id });
  return call;
}

describe('at most one call is active', () => {
  it('when a call is placed beside it, the active one is held before the service is asked', async () => {
    const { phone } = await inCall();
    await dial(phone, 'call_2');
    expect(bench.socket.types.filter((type) => type === 'call.hold' || type === 'call.create')).toEqual([
      'call.create',
      'call.hold',
      'call.create',
    ]);
    await answered('call_2');
    expect(states(phone)).toEqual(['call_1 held', 'call_2 active']);
  });

  it('when an incoming call is answered, the active one is held', async () => {
    const { phone } = await inCall();
    await takes(phone, 'call_2');
    expect([states(phone), asked()]).toEqual([['call_1 held', 'call_2 active'], ['call_1 hold']]);
  });

  it('when a held call is resumed, the active one is held', async () => {
    const { phone, first } = await inCall();
    await takes(phone, 'call_2');
    first.resume();
    await bench.pass(20);
    expect(states(phone)).toEqual(['call_1 active', 'call_2 held']);
  });

  it('when an outbound call is answered after an incoming one was, the one before is held', async () => {
    const phone = await bench.connected();
    obliging();
    await dial(phone, 'call_1');
    await takes(phone, 'call_2');
    await answered('call_1');
    expect(states(phone)).toEqual(['call_1 active', 'call_2 held']);
  });

  it('when the other side resumes a call that only it held, another call keeps the floor', async () => {
    const { phone } = await inCall();
    await says({ type: 'call.held', call_id: 'call_1', held_by: 'remote' });
    await takes(phone, 'call_2');
    expect(asked()).toEqual(['call_1 hold']);
    await says({ type: 'call.held', call_id: 'call_1', held_by: 'local' });
    expect(states(phone)).toEqual(['call_1 held', 'call_2 active']);
  });

  it('also when the service says, unasked, that a call which we hold is resumed', async () => {
    const { phone } = await inCall();
    await dial(phone, 'call_2');
    await answered('call_2');
    await says({ type: 'call.resumed', call_id: 'call_1' });
    expect(states(phone)).toEqual(['call_1 held', 'call_2 active']);
  });

  it('unless the app says so: with autoHold false nothing is held', async () => {
    const { phone, first } = await inCall({ autoHold: false });
    await dial(phone, 'call_2');
    await answered('call_2');
    await takes(phone, 'call_3');
    first.resume();
    await bench.pass(20);
    expect([states(phone), asked()]).toEqual([['call_1 active', 'call_2 active', 'call_3 active'], []]);
  });
});

describe('a call that was held for another', () => {
  it.each<[string, (call: Call) => void | Promise<void>]>([
    ['is busy', () => ended('call_2')],
    ['is hung up before it is answered', (call) => call.hangup()],
  ])('comes back when that %s', async (_, over) => {
    const { phone, first } = await inCall();
    const call = await dial(phone, 'call_2');
    expect(first.state).toBe('held');
    await over(call);
    await bench.pass(20);
    expect([first.state, asked()]).toEqual(['active', ['call_1 hold', 'call_1 resume']]);
  });

  it('comes back when the service refuses that call', async () => {
    const { phone, first } = await inCall();
    bench.service.on('call.create', ({ req_id }, socket) =>
      socket.say({ type: 'error', code: 'rate_limited', message: 'No.', ...(req_id && { req_id }) }),
    );
    await bench.refusal(phone.call('102'));
    await bench.pass(20);
    expect([first.state, asked()]).toEqual(['active', ['call_1 hold', 'call_1 resume']]);
  });

  it('comes back when the service refuses the answer', async () => {
    const { phone, first } = await inCall();
    const second = await incoming(phone, 'call_2');
    second.answer();
    await bench.pass(20);
    await says({ type: 'error', code: 'invalid_message', message: 'No.', call_id: 'call_2' });
    expect([first.state, second.state]).toEqual(['active', 'ringing']);
  });

  it('is not touched when the microphone for that call is refused', async () => {
    const { phone, first } = await inCall();
    bench.media.answer = 'NotAllowedError';
    await bench.refusal(phone.call('102'));
    expect([first.state, asked()]).toEqual(['active', []]);
  });

  it('stays held when that call was up', async () => {
    const { phone, first } = await inCall();
    await dial(phone, 'call_2');
    await answered('call_2');
    await ended('call_2', 'hangup');
    expect([first.state, asked()]).toEqual(['held', ['call_1 hold']]);
  });

  it('stays held when another call has the floor by then', async () => {
    const { phone, first } = await inCall();
    await dial(phone, 'call_2');
    await takes(phone, 'call_3');
    await ended('call_2');
    expect([first.state, states(phone)]).toEqual(['held', ['call_1 held', 'call_3 active']]);
  });

  it('is left alone when the user has decided about it meanwhile', async () => {
    const { phone, first } = await inCall();
    await dial(phone, 'call_2');
    first.resume();
    await bench.pass(20);
    first.hold();
    await bench.pass(20);
    await ended('call_2');
    expect([first.state, asked()]).toEqual(['held', ['call_1 hold', 'call_1 resume', 'call_1 hold']]);
  });

  it('comes back when its consultation fails before it is up', async () => {
    const { first } = await inCall();
    bench.service.on('call.transfer.attended', ({ req_id, call_id }, socket) =>
      socket.say(
        { type: 'call.held', call_id, held_by: 'local' },
        { type: 'call.trying', call_id: 'call_2', ...(req_id && { req_id }) },
      ),
    );
    await bench.settle(first.attendedTransfer('103'));
    await bench.pass(20);
    expect([first.state, asked()]).toEqual(['held', []]);
    await ended('call_2');
    expect([first.state, asked()]).toEqual(['active', ['call_1 resume']]);
  });
});
