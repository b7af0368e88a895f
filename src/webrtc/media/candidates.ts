import { PhoneError } from '../../core/phone-error.js';
import type { Timers } from '../../core/timing.js';

/** No new candidate for this long: the set is usable. */
const QUIET_MS = 50;
/** A silent STUN or TURN server costs a call no more than this. */
const CAP_MS = 200;
/** Without a relay candidate a relay-only description is useless; so long it may take. */
const RELAY_WITHIN_MS = 5_000;

/** A candidate, or null when there are no more. */
export type CandidateSink = (candidate: RTCIceCandidate | null) => void;

/** A description's candidates: those that go inside it, and those that are trickled after it. */
export interface Candidates {
  /** Resolves once the local description holds a usable set; rejects when the policy leaves none. At most 5 s. */
  readonly usable: Promise<void>;
  /** Hands on what came too late for the description, and what is still to come. */
  trickle(sink: CandidateSink): void;
  /** Another description takes over: what is found from here on is for that one. */
  stop(): void;
}

/** Watches one gathering; call it before `setLocalDescription`. */
export function watchCandidates(pc: RTCPeerConnection, policy: RTCIceTransportPolicy, timers: Timers): Candidates {
  const late: (RTCIceCandidate | null)[] = [];
  const watch = new AbortController();
  let hand: CandidateSink = (candidate) => late.push(candidate);
  const usable = new Promise<void>((resolve, reject) => {
    let collecting = true;
    let quiet: unknown;
    const stop = (settle: () => void) => () => {
      if (!collecting) return;
      collecting = false;
      timers.clearTimeout(quiet);
      timers.clearTimeout(cap);
      settle();
    };
    const done = stop(resolve);
    const none = stop(() =>
      reject(
        new PhoneError('call_failed', 'No TURN server gave a relay candidate; check the ICE servers, then call again.'),
      ),
    );
    const relayOnly = policy === 'relay';
    const cap = timers.setTimeout(relayOnly ? none : done, relayOnly ? RELAY_WITHIN_MS : CAP_MS);
    const found = ({ candidate }: RTCPeerConnectionIceEvent) => {
      if (candidate && !candidate.candidate) return; // The end of one generation; null ends them all.
      if (!candidate) (relayOnly ? none : done)();
      if (!collecting || !candidate) return hand(candidate);
      if (relayOnly) return done();
      timers.clearTimeout(quiet);
      quiet = timers.setTimeout(done, QUIET_MS);
    };
    pc.addEventListener('icecandidate', found, { signal: watch.signal });
  });
  usable.catch(() => {}); // Whoever awaits it gets the error; a call that is already over does not.
  return {
    usable,
    trickle(sink) {
      hand = sink;
      for (const candidate of late.splice(0)) sink(candidate);
    },
    stop: () => watch.abort(),
  };
}
