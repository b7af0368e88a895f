import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallEnded, ClientMessage } from '../../../../generated/v1/messages.js';
import { PhoneError } from '../../../../src/core/phone-error.js';
import { systemTimers } from '../../../../src/core/timing.js';
import type { CallDirection, EndReason } from '../../../../src/webrtc/calls/call.js';
import type { CallMessage } from '../../../../src/webrtc/calls/call-phase.js';
import { type CallPort, LiveCall } from '../../../../src/webrtc/calls/live-call.js';
import { CallAudio } from '../../../../src/webrtc/media/call-audio.js';
import { HOST, remoteSdp } from '../../../support/fake-media.js';
import { callEvents } from '../../../support/phone-bench.js';
import { SilentEnvironment, type SilentMedia } from '../../../support/silent-media.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const call_id = 'call_1';
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** One frame of every type that a call takes. */
const FRAMES = {
  'call.trying': { type: 'call.trying', call_id },
  'call.ringing': { type: 'call.ringing', call_id },
  'call.answered': { type: 'call.answered', call_id },
  'call.held': { type: 'call.held', call_id, held_by: 'remote' },
  'call.resumed': { type: 'call.resumed', call_id },
  'call.ended': { type: 'call.ended', call_id, reason: 'busy', duration_seconds: null },
  'call.incoming': { type: 'call.incoming', call_id, from: '101', from_name: null, to: '102' },
  'call.restored': {
    type: 'call.restored',
    call_id,
    state: 'active',
    direction: 'outbound',
    from: '101',
    from_name: null,
    to: '102',
    answered_at: null,
  },
  'sdp.offer': { type: 'sdp.offer', call_id, sdp: remoteSdp() },
  'sdp.answer': { type: 'sdp.answer', call_id, sdp: remoteSdp() },
  'sdp.pranswer': { type: 'sdp.pranswer', call_id, sdp: remoteSdp() },
  'ice.candidate': { type: 'ice.candidate', call_id, candidate: HOST, sdp_mid: '0', sdp_m_line_index: 0 },
  'ice.done': { type: 'ice.done', call_id },
} satisfies { [T in CallMessage['type']]: CallMessage };

interface Bench {
  call: LiveCall;
  env: SilentEnvironment;
  media: SilentMedia;
  /** What the call sent. */
  sent: ClientMessage[];
  /** What it told its phone. */
  reported: PhoneError[];
  events: string[];
  /** Whether the caller hears ringback. */
  ringsBack(): boolean;
  /** How often the phone was told that the call has ended. */
  ended: string[];
}

/** What a call needs of its phone that these tests are not about. */
const unasked = {
  floor: { talks: () => {}, giveBack: () => {} },
  consult: () => Promise.reject(new Error('nobody consults')),
} satisfies Partial<CallPort>;

function bench(direction: CallDirection = 'outbound', port: Partial<CallPort> = {}): Bench {
  const env = new SilentEnvironment();
  const sent: ClientMessage[] = [];
  const reported: PhoneError[] = [];
  const ended: string[] = [];
  const parties = { direction, from: '+14155550123', fromName: 'Bob', to: '101' };
  const call = new LiveCall(call_id, parties, new CallAudio(env, []), {
    timers: systemTimers,
    session: () => ({ send: (message) => sent.push(message) }),
    report: (error) => reported.push(error),
    calls: { delete: (id) => ended.push(id) },
    ...unasked,
    ...port,
  });
  const media = env.media[0] as SilentMedia;
  const ringsBack = () => env.ringing.size > 0;
  return { call, env, media, sent, reported, ended, events: callEvents(call), ringsBack };
}

/** Where a call can be, and how it gets there. */
const PLACES = {
  trying: () => bench(),
  'ringing out': () => told(bench(), 'call.ringing'),
  'ringing in': () => bench('inbound'),
  answering: () => doing(bench('inbound'), (call) => call.answer()),
  active: () => told(bench(), 'call.answered'),
  held: () => told(bench(), 'call.answered', 'call.held'),
  leaving: () => doing(told(bench(), 'call.answered'), (call) => call.hangup()),
  refusing: () => doing(bench('inbound'), (call) => call.reject()),
  ended: () => told(bench(), 'call.ended'),
} satisfies Record<string, () => Bench>;

type Place = keyof typeof PLACES;
const PLACE_NAMES = Object.keys(PLACES) as Place[];

function told(made: Bench, ...types: (keyof typeof FRAMES)[]): Bench {
  for (const type of types) made.call.receive(FRAMES[type]);
  return made;
}

function doing(made: Bench, act: (call: LiveCall) => void): Bench {
  made.media.onAnswer = () => new Promise(() => {});
  act(made.call);
  return made;
}

/** A bench at a place, with everything that led there forgotten. */
function at(place: Place): Bench {
  const made = PLACES[place]();
  for (const list of [made.sent, made.reported, made.events, made.ended, made.media.asked]) list.length = 0;
  return made;
}

/** The cells of a table: its first column names the row, its first line the places. */
function cells(table: string): [row: string, place: Place, cell: string][] {
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(head.slice(1)).toEqual(PLACE_NAMES);
  return rows.flatMap(([row = '', ...line]) =>
    PLACE_NAMES.map((place, index): [string, Place, string] => [row, place, line[index] ?? '']),
  );
}

/** The state after each frame in each place, and the event that it brings (`?`: left open); `.` changes nothing. */
const ON_FRAME = cells(`
              | trying           | ringing out      | ringing in       | answering        | active       | held         | leaving      | refusing     | ended
call.trying   | trying, trying   | .                | .                | .                | .            | .            | .            | .            | .
call.ringing  | ringing, ringing | .                | .                | .                | .            | .            | .            | .            | .
call.answered | active, answered | active, answered | active, answered | active, answered | .            | .            | .            | .            | .
call.held     | trying, ?        | ringing, ?       | ringing, ?       | ringing, ?       | held, ?      | held, ?      | active, ?    | ringing, ?   | .
call.resumed  | trying, ?        | ringing, ?       | ringing, ?       | ringing, ?       | active, ?    | active, ?    | active, ?    | ringing, ?   | .
call.ended    | ended, ended     | ended, ended     | ended, ended     | ended, ended     | ended, ended | ended, ended | ended, ended | ended, ended | .
call.incoming | .                | .                | .                | .                | .            | .            | .            | .            | .
call.restored | .                | .                | .                | .                | .            | .            | .            | .            | .
sdp.offer     | .                | .                | .                | .                | .            | .            | .            | .            | .
sdp.answer    | .                | .                | .                | .                | .            | .            | .            | .            | .
sdp.pranswer  | .                | .                | .                | .                | .            | .            | .            | .            | .
ice.candidate | .                | .                | .                | .                | .            | .            | .            | .            | .
ice.done      | .                | .                | .                | .                | .            | .            | .            | .            | .
`);

describe('a frame', () => {
  it.each(ON_FRAME)('%s while %s: %s', async (type, place, cell) => {
    const made = at(place);
    const [state, event] = cell === '.' ? [made.call.state] : cell.split(', ');
    const frame = Object.values(FRAMES).find((each) => each.type === type);
    if (!frame) throw new Error(`there is no frame ${type}`);
    made.call.receive(frame);
    await pass(0);
    expect(made.call.state).toBe(state);
    if (event !== '?') expect(made.events.map((told) => told.split(' ')[0])).toEqual(event ? [event] : []);
    expect(made.reported).toEqual([]);
    // A new offer of a call that is up is answered.
    const isAnswered = type === 'sdp.offer' && (state === 'active' || state === 'held') && place !== 'leaving';
    expect(made.sent.map((frame) => frame.type)).toEqual(isAnswered ? ['sdp.answer'] : []);
  });

  it('of every type is in this table', () => {
    expect(new Set(ON_FRAME.map(([type]) => type))).toEqual(new Set(Object.keys(FRAMES)));
  });

  it.each(['call.ringing', 'call.answered'] as const)('%s tells its event once a call', (type) => {
    const { call, events } = at('trying');
    call.receive(FRAMES[type]);
    call.receive(FRAMES[type]);
    expect(events).toHaveLength(1);
  });

  it.each(['hangup', 'no-answer', 'busy', 'failed', 'transferred', 'rejected'] as EndReason[])(
    'call.ended tells its reason %s, once',
    (reason) => {
      const { call, events, ended } = at('active');
      const frame: CallEnded = { ...FRAMES['call.ended'], reason };
      call.receive(frame);
      call.receive(frame);
      expect(events).toEqual([`ended ${reason}`]);
      expect(ended).toEqual([call_id]);
    },
  );

  it.each([
    [undefined, false],
    [null, false],
    [false, false],
    [true, true],
  ])('call.ended with answered_elsewhere %s leaves answeredElsewhere %s', (answered_elsewhere, expected) => {
    const { call } = at('ringing in');
    expect(call.answeredElsewhere).toBe(false);
    let seen: boolean | undefined;
    call.on('ended', () => {
      seen = call.answeredElsewhere;
    });
    call.receive({ ...FRAMES['call.ended'], ...(answered_elsewhere !== undefined && { answered_elsewhere }) });
    expect(seen).toBe(expected);
  });

  it.each(PLACE_NAMES.filter((place) => place !== 'ended'))('call.ended lets go of the media while %s', (place) => {
    const { call, media } = at(place);
    call.receive(FRAMES['call.ended']);
    expect(media.isClosed).toBe(true);
  });

  it.each([
    ['sdp.answer', 'trying', ['accept answer']],
    ['sdp.answer', 'ringing out', ['accept answer']],
    ['sdp.answer', 'active', ['accept answer']],
    ['sdp.pranswer', 'trying', ['accept pranswer']],
    ['sdp.offer', 'ringing in', ['prepareAnswer']],
    ['sdp.offer', 'answering', ['prepareAnswer']],
    ['sdp.offer', 'trying', []],
    ['sdp.offer', 'active', ['answerOffer']],
    ['sdp.offer', 'held', ['answerOffer']],
    ['ice.candidate', 'trying', ['addRemoteCandidate']],
    ['ice.candidate', 'active', ['addRemoteCandidate']],
    ['ice.candidate', 'leaving', []],
    ['sdp.answer', 'leaving', []],
    ['sdp.answer', 'ended', []],
  ] as const)('%s while %s asks the media for %j', (type, place, asked) => {
    const { call, media } = at(place);
    call.receive(FRAMES[type]);
    expect(media.asked).toEqual(asked);
  });

  it('ice.candidate hands the candidate on in the names of the browser', () => {
    const { call, media } = at('trying');
    call.receive(FRAMES['ice.candidate']);
    call.receive({ ...FRAMES['ice.candidate'], sdp_mid: null, sdp_m_line_index: null });
    expect(media.remoteCandidates).toEqual([
      { candidate: HOST, sdpMid: '0', sdpMLineIndex: 0 },
      { candidate: HOST, sdpMid: null, sdpMLineIndex: null },
    ]);
  });
});

const METHODS: Record<string, (call: LiveCall) => void> = {
  'answer()': (call) => call.answer(),
  'reject()': (call) => call.reject(),
  'reject(busy)': (call) => call.reject('busy'),
  'hangup()': (call) => call.hangup(),
  'mute()': (call) => call.mute(),
  'unmute()': (call) => call.unmute(),
  'sendDtmf(1)': (call) => call.sendDtmf('1'),
};

/** The frame that each method sends at once in each place; `!`: it throws invalid_message, `.`: it sends nothing. */
const ON_METHOD = cells(`
             | trying      | ringing out | ringing in          | answering           | active      | held        | leaving | refusing | ended
answer()     | !           | !           | .                   | .                   | !           | !           | !       | !        | !
reject()     | !           | !           | call.reject decline | call.reject decline | !           | !           | !       | .        | !
reject(busy) | !           | !           | call.reject busy    | call.reject busy    | !           | !           | !       | .        | !
hangup()     | call.hangup | call.hangup | call.hangup         | call.hangup         | call.hangup | call.hangup | .       | .        | .
mute()       | call.mute   | call.mute   | call.mute           | call.mute           | call.mute   | call.mute   | !       | !        | !
unmute()     | .           | .           | .                   | .                   | .           | .           | !       | !        | !
sendDtmf(1)  | !           | !           | !                   | !                   | .           | .           | !       | !        | !
`);

describe('a method', () => {
  it.each(ON_METHOD)('%s while %s: %s', (method, place, result) => {
    const { call, sent, reported } = at(place);
    const does = METHODS[method];
    if (!does) throw new Error(`there is no method ${method}`);
    const act = () => does(call);
    if (result === '!') {
      expect(act).toThrow(PhoneError);
      expect(act).toThrow(expect.objectContaining({ code: 'invalid_message', callId: call_id }));
    } else act();
    const said = sent.map(({ type, ...fields }) =>
      [type, (fields as { reason?: string }).reason].filter(Boolean).join(' '),
    );
    expect(said).toEqual(result === '!' || result === '.' ? [] : [result]);
    expect(sent.every((frame) => (frame as { call_id?: string }).call_id === call_id)).toBe(true);
    expect(reported).toEqual([]);
  });

  it.each(PLACE_NAMES)('playAudio() while %s settles as the browser’s play() does', async (place) => {
    const { call, media } = at(place);
    await expect(call.playAudio()).resolves.toBeUndefined();
    const refusal = new DOMException('a click first', 'NotAllowedError');
    media.onPlay = () => Promise.reject(refusal);
    await expect(call.playAudio()).rejects.toBe(refusal);
  });

  it.each(['', 'decline ', 'Busy', 7, null, {}])('reject(%j) throws and leaves the call ringing', (reason) => {
    const { call, sent, media } = at('ringing in');
    expect(() => call.reject(reason as 'busy')).toThrow(expect.objectContaining({ code: 'invalid_message' }));
    expect(sent).toEqual([]);
    expect(media.isClosed).toBe(false);
  });
});

describe('a call', () => {
  it.each(['outbound', 'inbound'] as const)('that is %s says who it is between', (direction) => {
    const { call } = bench(direction);
    expect(call).toMatchObject({
      id: call_id,
      direction,
      from: '+14155550123',
      fromName: 'Bob',
      to: '101',
      state: direction === 'outbound' ? 'trying' : 'ringing',
      isMuted: false,
      isHeld: false,
      duration: 0,
      answeredElsewhere: false,
    });
  });

  it('gives the connection and the stream of its media', () => {
    const { call, media } = bench();
    expect(call.peerConnection).toBe(media.peerConnection);
    expect(call.remoteStream).toBe(media.remoteStream);
  });

  it('is held in the state held alone', () => {
    expect(PLACE_NAMES.filter((place) => at(place).call.isHeld)).toEqual(['held']);
  });

  it('has left its phone when ended is told', () => {
    const { call, ended } = at('active');
    let gone = false;
    call.on('ended', () => {
      gone = ended.includes(call_id) && call.state === 'ended';
    });
    call.receive(FRAMES['call.ended']);
    expect(gone).toBe(true);
  });

  it('goes on when a listener throws', () => {
    const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { call, events } = at('trying');
    call.on('ringing', () => {
      throw new Error('a mistake of the application');
    });
    call.receive(FRAMES['call.ringing']);
    call.receive(FRAMES['call.answered']);
    expect(events).toEqual(['ringing', 'answered']);
    expect(shown).toHaveBeenCalledTimes(1);
  });
});

describe('the duration', () => {
  it('counts whole seconds from the answer, not from the ringing, hold included', async () => {
    const { call } = at('ringing out');
    await pass(20_000);
    expect(call.duration).toBe(0);
    call.receive(FRAMES['call.answered']);
    await pass(3_500);
    expect(call.duration).toBe(3);
    call.receive(FRAMES['call.held']);
    await pass(3_500);
    expect(call.duration).toBe(7);
  });

  it.each([
    [12, 12],
    [0, 0],
    [-5, 0],
    [null, 7],
  ])('is, after the end, what the service counted: %s is %i', async (duration_seconds, expected) => {
    const { call } = at('active');
    await pass(7_500);
    call.receive({ ...FRAMES['call.ended'], duration_seconds });
    await pass(5_000);
    expect(call.duration).toBe(expected);
  });

  it('never counts below 0 when the clock is set back', () => {
    const { call } = at('active');
    vi.setSystemTime(Date.now() - 60_000);
    expect(call.duration).toBe(0);
  });

  it('is 0 of a call that was never answered', async () => {
    const { call } = at('ringing out');
    await pass(7_500);
    call.receive(FRAMES['call.ended']);
    expect(call.duration).toBe(0);
  });

  it('is known when ended is told', async () => {
    const { call } = at('active');
    let seen = -1;
    call.on('ended', () => {
      seen = call.duration;
    });
    call.receive({ ...FRAMES['call.ended'], duration_seconds: 42 });
    expect(seen).toBe(42);
  });
});

describe('leaving a call', () => {
  it.each(['trying', 'ringing out', 'ringing in', 'answering', 'active', 'held'] as Place[])(
    'while %s lets go of the media at once; ended is the service’s word',
    async (place) => {
      const { call, media, events, sent } = at(place);
      call.hangup();
      expect(media.isClosed).toBe(true);
      expect(events).toEqual([]);
      expect(sent).toEqual([{ type: 'call.hangup', call_id }]);
      await pass(4_999);
      call.receive({ ...FRAMES['call.ended'], reason: 'rejected' });
      expect(vi.getTimerCount()).toBe(0);
      await pass(10_000);
      expect(events).toEqual(['ended rejected']);
    },
  );

  it.each([
    ['hangup()', 'hangup', (call: LiveCall) => call.hangup()],
    ['reject()', 'rejected', (call: LiveCall) => call.reject()],
    ["reject('busy')", 'rejected', (call: LiveCall) => call.reject('busy')],
  ])('with %s ends %s after 5 s without that word, not before', async (_, reason, leave) => {
    const { call, events, ended } = at('ringing in');
    leave(call);
    await pass(4_999);
    expect(events).toEqual([]);
    expect(ended).toEqual([]);
    await pass(1);
    expect(events).toEqual([`ended ${reason}`]);
    call.receive(FRAMES['call.ended']);
    expect(events).toHaveLength(1);
  });

  it('works without a connection', async () => {
    const send = () => {
      throw new PhoneError('transport_closed', 'not connected');
    };
    const { call, media, events } = bench('outbound', { session: () => ({ send }) });
    expect(() => call.hangup()).not.toThrow();
    expect(media.isClosed).toBe(true);
    await pass(5_000);
    expect(events).toEqual(['ended hangup']);
  });

  it('keeps its state until it has ended', () => {
    const { call } = at('active');
    call.hangup();
    expect(call.state).toBe('active');
  });
});

describe('answering', () => {
  it('says call.answer and then sdp.answer, once the media is ready', async () => {
    const { call, sent, media } = at('ringing in');
    let ready = (_: string) => {};
    media.onAnswer = () =>
      new Promise((resolve) => {
        ready = resolve;
      });
    call.answer();
    await pass(1_000);
    expect(sent).toEqual([]);
    ready(remoteSdp('ours'));
    await pass(0);
    expect(sent).toEqual([
      { type: 'call.answer', call_id },
      { type: 'sdp.answer', call_id, sdp: remoteSdp('ours') },
    ]);
  });

  it('does it once when it is asked for twice', async () => {
    const { call, sent, media } = at('ringing in');
    call.answer();
    call.answer();
    await pass(0);
    call.answer();
    await pass(0);
    expect(media.asked).toEqual(['answer']);
    expect(sent.map(({ type }) => type)).toEqual(['call.answer', 'sdp.answer']);
  });

  it('is reported when it fails, with the call’s id and the cause; the call rings on and can be answered again', async () => {
    const { call, sent, media, reported, events } = at('ringing in');
    const cause = new PhoneError('mic_permission_denied', 'The microphone was refused.');
    media.onAnswer = () => Promise.reject(cause);
    call.answer();
    await pass(0);
    expect(reported).toHaveLength(1);
    expect(reported[0]).toMatchObject({
      code: 'mic_permission_denied',
      callId: call_id,
      message: cause.message,
      cause,
    });
    expect([call.state, media.isClosed, sent, events]).toEqual(['ringing', false, [], []]);
    media.onAnswer = async () => remoteSdp('ours');
    call.answer();
    await pass(0);
    expect(sent.map(({ type }) => type)).toEqual(['call.answer', 'sdp.answer']);
  });

  it('is call_failed when the platform fails', async () => {
    const { call, media, reported } = at('ringing in');
    const cause = new DOMException('no', 'OperationError');
    media.onAnswer = () => Promise.reject(cause);
    call.answer();
    await pass(0);
    expect(reported).toMatchObject([{ code: 'call_failed', callId: call_id, cause }]);
  });

  it.each<[string, (call: LiveCall) => void, string[]]>([
    ['rejected', (call) => call.reject(), ['call.reject']],
    ['hung up', (call) => call.hangup(), ['call.hangup']],
    ['ended', (call) => call.receive(FRAMES['call.ended']), []],
  ])('says nothing more when the call is %s meanwhile', async (_, over, expected) => {
    const { call, sent, media, reported } = at('ringing in');
    let [ready, refuse] = [(_: string) => {}, (_: Error) => {}];
    media.onAnswer = () =>
      new Promise((resolve, reject) => {
        [ready, refuse] = [resolve, reject];
      });
    call.answer();
    over(call);
    ready(remoteSdp());
    refuse(new Error('late'));
    await pass(0);
    expect(sent.map(({ type }) => type)).toEqual(expected);
    expect(reported).toEqual([]);
  });

  it('says nothing of a failure that comes after the call was left', async () => {
    const { call, media, reported } = at('ringing in');
    let refuse = (_: Error) => {};
    media.onAnswer = () =>
      new Promise((_, reject) => {
        refuse = reject;
      });
    call.answer();
    call.hangup();
    refuse(new PhoneError('call_failed', 'over'));
    await pass(0);
    expect(reported).toEqual([]);
  });
});

describe('the candidates of a call', () => {
  const found = { candidate: HOST, sdpMid: '0', sdpMLineIndex: 0 } as RTCIceCandidate;

  it('are sent as they come, and their end with ice.done', () => {
    const { call, media, sent } = at('trying');
    call.audio.trickle();
    media.sink(found);
    media.sink({ candidate: HOST, sdpMid: null, sdpMLineIndex: null } as RTCIceCandidate);
    media.sink(null);
    expect(sent).toEqual([
      { type: 'ice.candidate', call_id, candidate: HOST, sdp_mid: '0', sdp_m_line_index: 0 },
      { type: 'ice.candidate', call_id, candidate: HOST, sdp_mid: null, sdp_m_line_index: null },
      { type: 'ice.done', call_id },
    ]);
  });

  it('of an answer are sent after it', async () => {
    const { call, media, sent } = at('ringing in');
    call.answer();
    await pass(0);
    media.sink(null);
    expect(sent.map(({ type }) => type)).toEqual(['call.answer', 'sdp.answer', 'ice.done']);
  });

  it('are not sent once the call has ended', () => {
    const { call, media, sent } = at('trying');
    call.audio.trickle();
    call.receive(FRAMES['call.ended']);
    media.sink(found);
    expect(sent).toEqual([]);
  });
});

describe('muting', () => {
  it.each(['trying', 'ringing in', 'active', 'held'] as Place[])(
    'while %s switches the microphone off and on',
    (place) => {
      const { call, sent } = at(place);
      call.mute();
      expect(call.isMuted).toBe(true);
      call.unmute();
      expect(call.isMuted).toBe(false);
      expect(sent).toEqual([
        { type: 'call.mute', call_id },
        { type: 'call.unmute', call_id },
      ]);
    },
  );

  it('twice is said once', () => {
    const { call, sent } = at('active');
    call.mute();
    call.mute();
    expect(sent).toHaveLength(1);
  });

  it('stays as it was when the call has ended', () => {
    const { call } = at('active');
    call.mute();
    call.receive(FRAMES['call.ended']);
    expect(call.isMuted).toBe(true);
  });
});

describe('digits', () => {
  it.each([
    [['0123456789*#'], 'digits 0123456789*# 100 70'],
    [['abcd'], 'digits ABCD 100 70'],
    [['1,,2'], 'digits 1,,2 100 70'],
    [['5', 40, 30], 'digits 5 40 30'],
    [['5', 6000, 6000], 'digits 5 6000 6000'],
  ] as [Parameters<LiveCall['sendDtmf']>, string][])('%j are sent as %s', (digits, asked) => {
    const { call, media } = at('active');
    call.sendDtmf(...digits);
    expect(media.asked).toEqual([asked]);
  });

  it.each([
    [['']],
    [['E']],
    [['1 2']],
    [['+1']],
    [['1\n']],
    [['１']],
    [[5]],
    [[['5']]],
    [[null]],
    [[undefined]],
    [['5', 39]],
    [['5', 6001]],
    [['5', 100, 29]],
    [['5', 100, 6001]],
    [['5', Number.NaN]],
    [['5', 100, Number.NaN]],
    [['5', 100, Infinity]],
  ])('%j are refused', (digits) => {
    const { call, media } = at('active');
    expect(() => call.sendDtmf(...(digits as Parameters<LiveCall['sendDtmf']>))).toThrow(PhoneError);
    expect(() => call.sendDtmf(...(digits as Parameters<LiveCall['sendDtmf']>))).toThrow(
      expect.objectContaining({ code: 'invalid_message', callId: call_id }),
    );
    expect(media.asked).toEqual([]);
  });

  it('say when the audio cannot carry them', () => {
    const { call, media } = at('active');
    media.onDigits = () => {
      throw new PhoneError('call_failed', 'no telephone-event');
    };
    expect(() => call.sendDtmf('1')).toThrow(expect.objectContaining({ code: 'call_failed' }));
  });
});

describe('ringback', () => {
  it('sounds while the other party is alerted, until the answer', () => {
    const { call, ringsBack } = at('trying');
    expect(ringsBack()).toBe(false);
    call.receive(FRAMES['call.ringing']);
    expect(ringsBack()).toBe(true);
    call.receive(FRAMES['sdp.answer']);
    expect(ringsBack()).toBe(true);
    call.receive(FRAMES['call.answered']);
    expect(ringsBack()).toBe(false);
  });

  it.each<[string, (call: LiveCall) => void]>([
    ['call.ended', (call) => call.receive(FRAMES['call.ended'])],
    ['hangup()', (call) => call.hangup()],
  ])('stops with %s', (_, over) => {
    const { call, ringsBack } = at('ringing out');
    expect(ringsBack()).toBe(true);
    over(call);
    expect(ringsBack()).toBe(false);
  });

  it('never sounds for a call that comes in', () => {
    const { call, ringsBack } = at('ringing in');
    call.receive(FRAMES['call.ringing']);
    expect(ringsBack()).toBe(false);
  });

  it.each([[['sdp.pranswer', 'call.ringing']], [['call.ringing', 'sdp.pranswer']]] as (keyof typeof FRAMES)[][][])(
    'gives way to early media: %j',
    async (order) => {
      const { call, ringsBack, events } = at('trying');
      for (const type of order) {
        call.receive(FRAMES[type]);
        await pass(0);
      }
      expect(ringsBack()).toBe(false);
      expect(events).toEqual(['ringing']);
      expect(call.state).toBe('ringing');
    },
  );

  it('sounds when early media cannot be played, and the call goes on', async () => {
    const { call, ringsBack, media, reported } = at('trying');
    media.onAccept = (type) =>
      type === 'pranswer' ? Promise.reject(new DOMException('no', 'NotSupportedError')) : Promise.resolve();
    call.receive(FRAMES['sdp.pranswer']);
    await pass(0);
    expect(ringsBack()).toBe(true);
    call.receive(FRAMES['call.ringing']);
    expect(ringsBack()).toBe(true);
    expect(reported).toEqual([]);
    call.receive(FRAMES['sdp.answer']);
    call.receive(FRAMES['call.answered']);
    await pass(0);
    expect(call.state).toBe('active');
    expect(ringsBack()).toBe(false);
  });

  it.each<[string, (call: LiveCall) => void]>([
    ['the answer', (call) => call.receive(FRAMES['call.answered'])],
    ['the end', (call) => call.receive(FRAMES['call.ended'])],
  ])('does not begin after %s, when only then early media is found not to play', async (_, over) => {
    const { call, ringsBack, media } = at('trying');
    media.onAccept = () => Promise.reject(new DOMException('no', 'NotSupportedError'));
    call.receive(FRAMES['sdp.pranswer']);
    over(call);
    await pass(0);
    expect(ringsBack()).toBe(false);
  });
});

/** A call that was answered by us, with its microphone, everything that led there forgotten. */
async function talking(): Promise<Bench> {
  const made = bench('inbound');
  made.call.answer();
  await pass(0);
  made.call.receive(FRAMES['call.answered']);
  for (const list of [made.sent, made.events]) list.length = 0;
  return made;
}

describe('media that fails', () => {
  it.each<[string, Place, (bench: Bench, cause: Error) => void]>([
    [
      'an offer that cannot be taken',
      'ringing in',
      ({ call, media }, cause) => {
        media.onOffered = () => Promise.reject(cause);
        call.receive(FRAMES['sdp.offer']);
      },
    ],
    [
      'an answer that cannot be taken',
      'trying',
      ({ call, media }, cause) => {
        media.onAccept = () => Promise.reject(cause);
        call.receive(FRAMES['sdp.answer']);
      },
    ],
  ])('by %s is reported and ends the call on both sides', async (_, place, fail) => {
    const made = at(place);
    const cause = new DOMException('no', 'OperationError');
    fail(made, cause);
    await pass(0);
    expect(made.reported).toMatchObject([{ code: 'call_failed', callId: call_id, cause }]);
    expect(made.sent).toEqual([{ type: 'call.hangup', call_id }]);
    expect(made.events).toEqual(['ended failed']);
    expect(made.media.isClosed).toBe(true);
  });

  it.each(['trying', 'ringing out', 'active', 'held'] as Place[])(
    'on the way is repaired four times while %s, once through a relay, and then ends the call',
    async (place) => {
      const { media, reported, sent, events } = at(place);
      media.isUp = false;
      media.events.onPath(false);
      await pass(19_999);
      expect(media.asked).toEqual(['restart', 'restart', 'restart via relay', 'restart']);
      expect([reported, events]).toEqual([[], []]);
      await pass(1);
      expect(reported).toMatchObject([{ code: 'call_failed', callId: call_id }]);
      expect(sent.map(({ type }) => type)).toEqual([...Array(4).fill('sdp.offer'), 'call.hangup']);
      expect(events).toEqual(['ended failed']);
    },
  );

  it('on the way is repaired without a relay where there is none', async () => {
    const { env, media } = bench();
    env.servers = [{ urls: 'stun:one' }];
    media.isUp = false;
    media.events.onPath(false);
    await pass(19_999);
    expect(media.asked).toEqual(['restart', 'restart', 'restart', 'restart']);
  });

  it.each<[string, (call: LiveCall) => void]>([
    ['the call was hung up', (call) => call.hangup()],
    ['the call has ended', (call) => call.receive(FRAMES['call.ended'])],
  ])('after %s says nothing', async (_, over) => {
    const { call, media, reported, sent } = at('trying');
    let refuse = (_: Error) => {};
    media.onAccept = () =>
      new Promise((_, reject) => {
        refuse = reject;
      });
    call.receive(FRAMES['sdp.answer']);
    over(call);
    sent.length = 0;
    refuse(new Error('late'));
    await pass(0);
    expect([reported, sent]).toEqual([[], []]);
  });

  it.each(['leaving', 'refusing', 'ended'] as Place[])('says nothing while %s', async (place) => {
    const { call, media, reported, sent, events } = at(place);
    media.onAccept = () => Promise.reject(new Error('no'));
    media.events.onPath(false);
    call.receive(FRAMES['sdp.answer']);
    await pass(30_000);
    expect([reported, sent]).toEqual([[], []]);
    expect(events.filter((event) => !event.startsWith('ended'))).toEqual([]);
  });

  it('tells of a microphone that is lost and replaced', async () => {
    const { call, env, reported } = await talking();
    const told: string[] = [];
    call.on('microphone', (state) => told.push(state));
    env.microphones[0]?.unplug();
    await pass(0);
    call.receive(FRAMES['call.ended']);
    env.microphones[1]?.unplug();
    await pass(0);
    expect([told, reported, env.microphones.length]).toEqual([['lost', 'recovered'], [], 2]);
  });

  it('reports a microphone that nothing replaces, is muted, and asks for one at unmute()', async () => {
    const { call, env, reported } = await talking();
    env.onMicrophone = () => Promise.reject(new PhoneError('audio_device_unavailable', 'None.'));
    env.microphones[0]?.unplug();
    await pass(0);
    expect(reported).toMatchObject([{ code: 'audio_device_unavailable', callId: call_id }]);
    expect(call.isMuted).toBe(true);
    env.onMicrophone = async () => {};
    call.unmute();
    await pass(0);
    expect([call.isMuted, env.microphones.length]).toEqual([false, 2]);
  });

  it('tells audioBlocked while the call lives', async () => {
    const { call, media, events } = await talking();
    media.onPlay = () => Promise.reject(new DOMException('a click first', 'NotAllowedError'));
    media.events.onTrack();
    await pass(0);
    call.receive(FRAMES['call.ended']);
    media.events.onTrack();
    await pass(0);
    expect(events).toEqual(['audioBlocked', 'ended busy']);
  });

  it('plays again what the browser refused before there was a microphone, and tells audioBlocked only then', async () => {
    const { call, media, events } = at('ringing in');
    const plays = vi.fn(() => Promise.reject(new DOMException('a click first', 'NotAllowedError')));
    media.onPlay = plays;
    media.events.onTrack();
    await pass(0);
    expect([plays.mock.calls.length, events]).toEqual([1, []]);
    call.answer();
    await pass(0);
    expect([plays.mock.calls.length, events]).toEqual([2, ['audioBlocked']]);
  });
});

describe('a call that is held back', () => {
  const heldBack = (...types: (keyof typeof FRAMES)[]) => {
    const made = bench();
    made.call.holdBack();
    return told(made, ...types);
  };

  it('takes its frames once it is released, in order', () => {
    const { call, events, ended } = heldBack('call.trying', 'call.ringing', 'call.ended');
    expect([events, ended]).toEqual([[], []]);
    call.release();
    expect([events, ended]).toEqual([['trying', 'ringing', 'ended busy'], [call_id]]);
  });

  it('takes them at once after the release', () => {
    const made = heldBack('call.trying');
    made.call.release();
    expect(told(made, 'call.ringing').events).toEqual(['trying', 'ringing']);
  });

  it('ends once it is released, and takes nothing more', () => {
    const made = heldBack('call.trying');
    made.call.end('failed');
    told(made, 'call.ringing');
    expect(made.events).toEqual([]);
    made.call.release();
    expect(made.events).toEqual(['trying', 'ended failed']);
  });
});
