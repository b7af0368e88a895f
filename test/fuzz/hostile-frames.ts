import { knownErrorCodes, limits } from '../../generated/v1/protocol.js';
import { inventedCandidate, inventedOffer } from '../support/invented-offer.js';
import type { Random } from './random.js';

/** What a hostile service has of a connection when it makes frames for it. */
export interface HostileTalk {
  readonly random: Random;
  /** The calls that the phone may have. */
  readonly calls: string[];
  /** An id that no frame had before. */
  newId(): string;
}

type Frames = (talk: HostileTalk, count: number) => unknown[];

const repeated = (count: number, make: (n: number) => unknown) => Array.from({ length: count }, (_, n) => make(n));

/** One of the phone's calls, most of the time. */
export function anyCall({ random, calls, newId }: HostileTalk): string {
  return calls.length > 0 && random.chance(0.9) ? random.pick(calls) : newId();
}

function incoming(talk: HostileTalk, call_id = talk.newId()) {
  talk.calls.push(call_id);
  return { type: 'call.incoming', call_id, from: '+14155550123', from_name: 'Mallory', to: '101' };
}

function restored({ random }: HostileTalk, call_id: string) {
  return {
    type: 'call.restored',
    call_id,
    state: random.pick(['ringing', 'active', 'held']),
    direction: random.pick(['inbound', 'outbound']),
    from: '+14155550123',
    from_name: null,
    to: '101',
    answered_at: random.pick([null, '2026-03-02T09:30:00.000Z']),
    held_by: random.pick([undefined, null, 'local', 'remote']),
    muted: random.chance(0.5),
  };
}

const offer = ({ random }: HostileTalk, call_id: string, candidates = random.pick([0, 0, 3, 200])) => ({
  type: 'sdp.offer',
  call_id,
  sdp: random.chance(0.9)
    ? inventedOffer(random.below(2 ** 31), candidates)
    : random.pick(['', 'v=0', 'x'.repeat(50_000), inventedOffer(1).replace('audio', 'video')]),
});

const CANDIDATES = ['', 'candidate:', 'x'.repeat(10_000), 'candidate:1 1 udp 1 nobody.local 9 typ host'];

const candidate = ({ random }: HostileTalk, call_id: string) => ({
  type: 'ice.candidate',
  call_id,
  candidate: random.chance(0.8) ? inventedCandidate(random.below(2 ** 20)) : random.pick(CANDIDATES),
  sdp_mid: random.pick([null, '0', 'x']),
  sdp_m_line_index: random.pick([null, 0, 7]),
});

const presence = ({ random, newId }: HostileTalk) => ({
  user_id: newId(),
  name: 'x'.repeat(random.below(50)),
  status: random.pick(['available', 'offline', 'on_call', 'away']),
  updated_at: '2026-03-02T09:30:00.000Z',
});

const ON_A_CALL = ['call.trying', 'call.ringing', 'call.answered', 'call.resumed', 'ice.done'];

/** What a hostile service says, and in what numbers: a frame is an object, or text that is sent as it is. */
const FLOODS: Readonly<Record<string, readonly [most: number, frames: Frames]>> = {
  'calls that come in': [300, (talk, count) => repeated(count, () => incoming(talk))],
  'calls that come in, with offers': [
    120,
    (talk, count) =>
      repeated(count, () => {
        const frame = incoming(talk);
        return [frame, offer(talk, frame.call_id)];
      }).flat(),
  ],
  'restored calls': [300, (talk, count) => repeated(count, () => restored(talk, anyCall(talk)))],
  'restored calls of nobody': [1000, (talk, count) => repeated(count, () => restored(talk, talk.newId()))],
  'candidates, then the description': [
    2000,
    (talk, count) => {
      const call_id = anyCall(talk);
      const some = () => repeated(count / 2, () => candidate(talk, call_id));
      return [...some(), offer(talk, call_id), ...some()];
    },
  ],
  'offers of one endpoint after the other': [
    100,
    (talk, count) => {
      const call_id = anyCall(talk);
      return repeated(count, () => offer(talk, call_id));
    },
  ],
  'calls that were answered elsewhere than here': [
    50,
    (talk, count) =>
      repeated(count, () => {
        const call_id = anyCall(talk);
        return [{ type: 'call.answered', call_id }, offer(talk, call_id), { type: 'call.resumed', call_id }];
      }).flat(),
  ],
  'what happens to calls': [
    500,
    (talk, count) => repeated(count, () => ({ type: talk.random.pick(ON_A_CALL), call_id: anyCall(talk) })),
  ],
  'holds and answers': [
    200,
    (talk, count) =>
      repeated(count, () => {
        const call_id = anyCall(talk);
        return talk.random.pick<unknown>([
          { type: 'call.held', call_id, held_by: talk.random.pick(['local', 'remote']) },
          { type: 'sdp.answer', call_id, sdp: inventedOffer(1) },
          { type: 'sdp.pranswer', call_id, sdp: inventedOffer(2) },
        ]);
      }),
  ],
  'ends of calls': [
    60,
    (talk, count) =>
      repeated(count, () => ({ type: 'call.ended', call_id: anyCall(talk), reason: 'hangup', duration_seconds: null })),
  ],
  errors: [
    1000,
    (talk, count) =>
      repeated(count, () => ({
        type: 'error',
        code: talk.random.pick([...knownErrorCodes, 'of_tomorrow', '']),
        message: 'x'.repeat(talk.random.below(1000)),
        call_id: talk.random.pick([undefined, null, anyCall(talk)]),
        fatal: false,
        retry_after_seconds: talk.random.pick([undefined, null, 0, 1e12]),
      })),
  ],
  'presence of many': [
    20,
    (talk, count) => repeated(count, () => ({ type: 'presence.list', users: repeated(2000, () => presence(talk)) })),
  ],
  'presence of one': [2000, (talk, count) => repeated(count, () => ({ type: 'presence.update', ...presence(talk) }))],
  'networks that change': [2000, (_, count) => repeated(count, () => ({ type: 'network.changed' }))],
  'unknown types': [2000, (talk, count) => repeated(count, () => ({ type: `of.${talk.newId()}`, users: [] }))],
  'frames that are none': [2000, (_, count) => repeated(count, () => '{"type":')],
  'oversized frames': [
    5,
    (_, count) => repeated(count, () => `{"type":"pong","req_id":"${'x'.repeat(4 * limits.serverFrameMaxBytes)}"}`),
  ],
  'frames of the largest size': [
    10,
    (_, count) => repeated(count, () => `[${'[],'.repeat(limits.serverFrameMaxBytes / 3 - 2)}[]]`),
  ],
  'another authentication': [
    20,
    (_, count) =>
      repeated(count, () => ({ type: 'authenticated', user_id: 'user_1', account_id: 'acct_1', reconnected: true })),
  ],
};

/** Makes one flood, or a trickle of the same. */
export function flood(talk: HostileTalk): { what: string; frames: unknown[] } {
  const [what, [most, frames]] = talk.random.pick(Object.entries(FLOODS));
  const count = talk.random.chance(0.3) ? most : 1 + talk.random.below(Math.min(most, 10));
  return { what: `${count} × ${what}`, frames: frames(talk, count) };
}
