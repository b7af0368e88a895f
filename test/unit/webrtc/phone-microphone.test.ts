import { describe, expect, it } from 'vitest';
import { type FakePeerConnection, FakeTrack, remoteSdp } from '../../support/fake-media.js';
import { usePhoneBench } from '../../support/phone-bench.js';
import { restored } from '../../support/restored.js';

const bench = usePhoneBench();

/** What the other side can hear of a peer connection: a live track that is on. */
const isHeard = (connection: FakePeerConnection = bench.media.connection): boolean =>
  connection.signalingState !== 'closed' &&
  connection.getSenders().some(({ track }) => track?.readyState === 'live' && track.enabled);

const held = (call_id = 'call_1', held_by: 'local' | 'remote' = 'local') =>
  bench.socket.say({ type: 'call.held', call_id, held_by });
const resumed = (call_id = 'call_1') => bench.socket.say({ type: 'call.resumed', call_id });

const sender = () => {
  const [first] = bench.media.connection.getSenders();
  if (!first) throw new Error('there is no sender');
  return first;
};

/** The page puts a track of its own on the call. */
async function replaced(): Promise<FakeTrack> {
  const track = new FakeTrack();
  const done = sender().replaceTrack(track);
  await bench.pass(5);
  await done;
  return track;
}

describe('what leaves the page', () => {
  it('is the microphone, until it is muted', async () => {
    const { call } = await bench.active('call_1');
    expect(isHeard()).toBe(true);
    call.mute();
    expect(isHeard()).toBe(false);
    call.unmute();
    expect(isHeard()).toBe(true);
  });

  it('obeys mute also when the page replaced the track', async () => {
    const { call } = await bench.active('call_1');
    const track = await replaced();
    expect([isHeard(), sender().track]).toEqual([true, track]);
    call.mute();
    expect(isHeard()).toBe(false);
    call.unmute();
    expect(isHeard()).toBe(true);
  });

  it('obeys mute also when the page replaces the track while it is muted', async () => {
    const { call } = await bench.active('call_1');
    call.mute();
    await replaced();
    expect(isHeard()).toBe(false);
    call.unmute();
    expect(isHeard()).toBe(true);
  });

  it('leaves a track off that the page itself had switched off', async () => {
    const { call } = await bench.active('call_1');
    const track = await replaced();
    track.enabled = false;
    call.mute();
    call.unmute();
    expect(track.enabled).toBe(false);
  });

  it('is muted also when the microphone is switched while it is', async () => {
    const { call } = await bench.active('call_1');
    call.mute();
    bench.media.microphone.unplug();
    await bench.pass(20);
    expect([bench.media.microphones.length, isHeard(), call.isMuted]).toEqual([2, false, true]);
  });

  it('is not touched by the end of a device that the page replaced', async () => {
    const { call } = await bench.active('call_1');
    const told: string[] = [];
    call.on('microphone', (state) => told.push(state));
    const [first] = bench.media.microphones;
    const track = await replaced();
    first?.unplug();
    await bench.pass(20);
    expect([told, sender().track, bench.media.microphones.length, isHeard()]).toEqual([[], track, 1, true]);
  });

  it.each([false, true])(
    'is over with the call, the page’s own track too unless keepTracks is %s',
    async (keepTracks) => {
      const { call } = await bench.active('call_1', { keepTracks });
      const track = await replaced();
      const [microphone] = bench.media.microphones;
      call.hangup();
      expect([microphone?.readyState, track.readyState]).toEqual(['ended', keepTracks ? 'live' : 'ended']);
    },
  );
});

describe('a call that we hold', () => {
  it('sends nothing from hold() on, also before the service confirms it, until it is resumed', async () => {
    const { call } = await bench.active('call_1');
    call.hold();
    expect(isHeard()).toBe(false);
    held();
    expect([call.state, isHeard()]).toEqual(['held', false]);
    call.resume();
    expect(isHeard()).toBe(false);
    resumed();
    await bench.pass(5);
    expect([call.state, isHeard()]).toEqual(['active', true]);
  });

  it('is heard again when the service refuses the hold', async () => {
    const { call } = await bench.active('call_1');
    call.hold();
    bench.socket.say({ type: 'error', code: 'invalid_message', message: 'No.', call_id: 'call_1' });
    await bench.pass(5);
    expect([call.state, isHeard()]).toEqual(['active', true]);
  });

  it('is not opened by an error that comes once the hold was confirmed', async () => {
    const { call } = await bench.active('call_1');
    call.hold();
    held();
    bench.socket.say({ type: 'error', code: 'invalid_message', message: 'No.', call_id: 'call_1' });
    await bench.pass(5);
    expect([call.state, isHeard()]).toEqual(['held', false]);
  });

  it('sends nothing of a track that the page puts on it meanwhile', async () => {
    const { call } = await bench.active('call_1');
    call.hold();
    held();
    const track = await replaced();
    expect([track.enabled, sender().track]).toEqual([false, null]);
    call.resume();
    resumed();
    await bench.pass(5);
    expect([isHeard(), sender().track]).toEqual([true, track]);
  });

  it('stays silent while the other side resumes, and while it is unmuted', async () => {
    const { call } = await bench.active('call_1');
    call.mute();
    call.hold();
    held();
    held('call_1', 'remote');
    call.unmute();
    await bench.pass(5);
    expect([call.isMuted, isHeard()]).toEqual([false, false]);
  });

  it('is not opened by a service that says, unasked, that it is resumed', async () => {
    const { call } = await bench.active('call_1');
    call.hold();
    held();
    resumed();
    await bench.pass(5);
    expect([call.state, isHeard()]).toEqual(['held', false]);
    call.resume();
    resumed();
    await bench.pass(5);
    expect([call.state, isHeard()]).toEqual(['active', true]);
  });

  it('sends the digits that are asked for, and nothing of the microphone', async () => {
    const { call } = await bench.active('call_1');
    call.hold();
    held();
    call.sendDtmf('12');
    await bench.pass(5);
    expect([sender().dtmf.inserted.length, sender().track?.enabled]).toEqual([1, false]);
    sender().dtmf.play(2);
    await bench.pass(5);
    expect(sender().track).toBeNull();
  });

  it('is silent while its consultation is asked for, and heard again when that is refused', async () => {
    const { call } = await bench.active('call_1');
    const [first] = bench.media.connections;
    const consulted = bench.refusal(call.attendedTransfer('103'));
    await bench.pass(20);
    expect(isHeard(first)).toBe(false);
    const { req_id } = bench.socket.last('call.transfer.attended');
    bench.socket.say({ type: 'error', code: 'call_failed', message: 'No.', ...(req_id && { req_id }) });
    await consulted;
    await bench.pass(5);
    expect([call.state, isHeard(first)]).toEqual(['active', true]);
  });
});

describe('a microphone that opens', () => {
  it('does so by the user’s act alone: a service that restores a call of nobody opens none', async () => {
    const phone = await bench.connected();
    bench.socket.say(restored({ call_id: 'call_x' }));
    await bench.pass(2_000);
    expect([phone.activeCalls, bench.media.asked, bench.socket.last('call.hangup').call_id]).toEqual([
      [],
      [],
      'call_x',
    ]);
  });

  it('does so by the user’s act alone: a service that says a ringing call is answered opens none', async () => {
    const { call } = await bench.ringing('call_1');
    bench.socket.say({ type: 'call.answered', call_id: 'call_1' }, { type: 'call.resumed', call_id: 'call_1' });
    call.unmute();
    await bench.pass(2_000);
    expect([call.state, bench.media.asked]).toEqual(['active', []]);
  });

  it('is live again when an error only seemed to refuse the answer', async () => {
    const { call } = await bench.ringing('call_1');
    call.answer();
    await bench.pass(20);
    bench.socket.say({ type: 'error', code: 'internal_error', message: 'No.', call_id: 'call_1' });
    expect(bench.media.open.microphones).toBe(0);
    bench.socket.say({ type: 'call.answered', call_id: 'call_1' });
    await bench.pass(20);
    expect([call.state, isHeard()]).toEqual(['active', true]);
  });

  it('speaks on the media of a call that was renewed during a drop', async () => {
    const { phone, call } = await bench.ringing('call_1', { autoReconnect: true });
    bench.media.answer = 'later';
    call.answer();
    await bench.pass(20);
    bench.service.on('authenticate', ({ req_id }, socket) =>
      socket.say(
        {
          type: 'authenticated',
          user_id: 'user_1',
          account_id: 'acct_1',
          reconnected: true,
          ...(req_id && { req_id }),
        },
        restored({ direction: 'inbound', state: 'ringing' }),
        { type: 'sdp.offer', call_id: 'call_1', sdp: remoteSdp('fresh') },
      ),
    );
    bench.socket.close(1006);
    await bench.pass(3_000);
    bench.media.prompts[0]?.allow();
    await bench.pass(20);
    bench.socket.say({ type: 'call.answered', call_id: 'call_1' });
    expect([phone.isConnected, bench.media.prompts.length, bench.media.microphones.length]).toEqual([true, 1, 1]);
    expect([bench.media.connections.length, isHeard()]).toEqual([2, true]);
  });
});

describe('a new offer of the service for a call that is up', () => {
  const FINGERPRINT = (name: string) => `a=fingerprint:sha-256 ${name}\r\n`;
  const offer = (name: string) =>
    bench.socket.say({ type: 'sdp.offer', call_id: 'call_1', sdp: remoteSdp(name) + FINGERPRINT(name) });

  it('is answered, and the call goes on as it was', async () => {
    const { call } = await bench.active('call_1');
    call.mute();
    bench.socket.say({ type: 'sdp.offer', call_id: 'call_1', sdp: remoteSdp('anew') });
    await bench.pass(100);
    expect(bench.socket.last('sdp.answer').sdp).toContain('candidate:');
    expect([bench.media.connections.length, call.state, isHeard()]).toEqual([1, 'active', false]);
    call.unmute();
    expect(isHeard()).toBe(true);
  });

  it('from another endpoint is answered on another connection, with the same microphone', async () => {
    const { call } = await bench.active('call_1');
    const [before] = bench.media.connections;
    offer('elsewhere');
    await bench.pass(100);
    expect(bench.socket.all('sdp.answer')).toHaveLength(1);
    expect([before?.signalingState, bench.media.connections.length, bench.media.microphones.length]).toEqual([
      'closed',
      2,
      1,
    ]);
    expect([call.peerConnection, isHeard()]).toEqual([bench.media.connection, true]);
  });

  it('from another endpoint leaves a call that we hold silent', async () => {
    const { call } = await bench.active('call_1');
    call.hold();
    held();
    offer('elsewhere');
    await bench.pass(100);
    expect([bench.socket.all('sdp.answer').length, isHeard()]).toEqual([1, false]);
    call.resume();
    resumed();
    await bench.pass(5);
    expect(isHeard()).toBe(true);
  });

  it('that is nonsense is reported, and the call goes on', async () => {
    const { phone, call } = await bench.active('call_1');
    const told: string[] = [];
    phone.on('error', ({ code, callId }) => told.push(`${code} ${callId}`));
    bench.socket.say({ type: 'sdp.offer', call_id: 'call_1', sdp: 'nonsense' });
    await bench.pass(100);
    expect([told, call.state, isHeard()]).toEqual([['call_failed call_1'], 'active', true]);
  });
});
