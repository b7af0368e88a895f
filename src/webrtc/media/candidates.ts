import { deferred } from '../../core/deferred.js';
import { PhoneError } from '../../core/phone-error.js';
import type { Timers } from '../../core/timing.js';

/** No new candidate for this long: the set is usable. */
const QUIET_MS = 50;
/** Once there is a candidate, a silent STUN or TURN server costs a call no more than this. */
const CAP_MS = 200;
/** The first candidate may take this long: the page may be busy, or the relay slow. */
const FIRST_WITHIN_MS = 5_000;

const NONE: Readonly<Record<RTCIceTransportPolicy, string>> = {
  all: 'The browser found no network address; check the network.',
  relay: 'No TURN server gave a relay; check the ICE servers.',
};

/** A candidate, or null when there are no more. Throws when it cannot be sent now. */
export type CandidateSink = (candidate: RTCIceCandidate | null) => void;

/** The candidates of one description: those inside it, and those that are trickled after it. */
export interface Candidates {
  /** Resolves once the local description holds a usable set, never an empty one. Rejects when there is none within 5 s. */
  readonly usable: Promise<void>;
  /** Hands on what came too late for the description, and what is still to come. What the sink refuses waits for the next. */
  trickle(sink: CandidateSink): void;
  /** Another description takes over: what is found from here on belongs to that one. */
  stop(): void;
}

/** Watches one gathering; call it before `setLocalDescription`. */
export function watchCandidates(pc: RTCPeerConnection, policy: RTCIceTransportPolicy, timers: Timers): Candidates {
  const waiting: (RTCIceCandidate | null)[] = [];
  const { promise: usable, resolve, reject } = deferred<void>();
  usable.catch(() => {}); // Whoever awaits it gets the error; a call that is already over does not.
  let sink: CandidateSink | undefined;
  let isCollecting = true;
  let quiet: unknown;
  let cap: unknown;
  const flush = () => {
    try {
      for (; sink && waiting.length > 0; waiting.shift()) sink(waiting[0] ?? null);
    } catch {
      sink = undefined; // Not connected: trickle() goes on when the phone is back.
    }
  };
  const done = () => {
    isCollecting = false;
    for (const timer of [quiet, cap, first]) timers.clearTimeout(timer);
    resolve();
  };
  const none = () => {
    reject(new PhoneError('call_failed', NONE[policy]));
    done();
  };
  const first = timers.setTimeout(none, FIRST_WITHIN_MS);
  const found = ({ candidate }: RTCPeerConnectionIceEvent) => {
    if (candidate && !candidate.candidate) return; // The end of one generation; null ends them all.
    if (isCollecting && candidate) {
      // Gathering goes on for a relay that is slow; the policy lets nothing but relays through.
      if (policy === 'relay') return done();
      cap ??= timers.setTimeout(done, CAP_MS);
      timers.clearTimeout(quiet);
      quiet = timers.setTimeout(done, QUIET_MS);
      return;
    }
    // The end may be that of a gathering before this one: without a candidate it settles nothing but the want of a relay.
    if (!candidate && (cap !== undefined || policy === 'relay')) (cap === undefined ? none : done)();
    waiting.push(candidate);
    flush();
  };
  pc.addEventListener('icecandidate', found);
  return {
    usable,
    trickle(next) {
      sink = next;
      flush();
    },
    stop: () => pc.removeEventListener('icecandidate', found),
  };
}
