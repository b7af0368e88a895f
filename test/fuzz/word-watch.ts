import type { Call } from '../../src/webrtc/calls/call.js';
import type { DialStackPhone } from '../../src/webrtc/index.js';
import { type FakePeerConnection, FakeTrack } from '../support/fake-media.js';
import type { Surroundings } from './surroundings.js';

/** What the user does that may open a microphone, and how often it may: an answer that was refused may turn out to be taken. */
const OPENS: Readonly<Record<string, number>> = { call: 1, attendedTransfer: 1, answer: 2, unmute: 1, unplug: 1 };

/** Holds the phone to its word about microphones and conversations: nothing is heard that the user believes is not. */
export class WordWatch {
  readonly faults: string[] = [];
  readonly #phone: DialStackPhone;
  readonly #around: Surroundings;
  readonly #autoHold: boolean;
  /** How often a microphone may have been opened by what the user did. */
  #mayOpen: number;
  /** The calls that were said to be held by us last. */
  readonly #held = new Set<Call>();
  readonly #followed = new Set<Call>();
  readonly #pageTracks: FakeTrack[] = [];

  /** `kept`: how many calls of the page before may take a microphone that was granted. */
  constructor(phone: DialStackPhone, around: Surroundings, { autoHold, kept }: { autoHold: boolean; kept: number }) {
    this.#phone = phone;
    this.#around = around;
    this.#autoHold = autoHold;
    this.#mayOpen = kept;
  }

  /** The user did something, and it was not refused. */
  did(what: string, call?: Call): void {
    this.#mayOpen += OPENS[what] ?? 0;
    if (what === 'hold' && call && isHeard(call)) this.faults.push(`${call.id} is heard right after hold()`);
    if (what === 'mute' && call && isHeard(call)) this.faults.push(`${call.id} is heard right after mute()`);
  }

  /** The page puts a track of its own on a call. */
  putsTrack(call: Call): void {
    const [sender] = senders(call);
    // On a connection that is closed nobody stops it.
    if (!sender || call.state === 'ended' || call.peerConnection.signalingState === 'closed') return;
    const track = new FakeTrack();
    this.#pageTracks.push(track);
    void sender.replaceTrack(track).catch(() => {});
  }

  check(): void {
    const calls = this.#phone.activeCalls;
    for (const call of calls) this.#follow(call);
    const heard = calls.filter(isHeard);
    for (const { id, isMuted } of heard) if (isMuted) this.faults.push(`${id} is heard and isMuted`);
    for (const call of heard) if (this.#held.has(call)) this.faults.push(`${call.id} is heard and held by us`);
    const talking = heard.filter(({ state }) => state === 'active');
    if (this.#autoHold && talking.length > 1) this.faults.push(`${talking.length} calls are talked on at once`);
    const opened = this.#around.media.asked.length;
    if (opened > this.#mayOpen) this.faults.push(`a microphone opens by itself: ${opened} for ${this.#mayOpen} acts`);
  }

  checkOver(): void {
    const live = this.#pageTracks.filter(({ readyState }) => readyState === 'live');
    if (live.length > 0) this.faults.push(`in the end ${live.length} tracks of the page are live`);
  }

  #follow(call: Call): void {
    if (this.#followed.has(call)) return;
    this.#followed.add(call);
    const heldBy = (by?: 'local' | 'remote') => (by === 'local' ? this.#held.add(call) : this.#held.delete(call));
    call.on('held', heldBy);
    call.on('resumed', () => heldBy());
    call.on('ended', () => heldBy());
  }
}

const senders = (call: Call) => (call.peerConnection as unknown as FakePeerConnection).getSenders();

/** Whether a live track of a call is on. */
const isHeard = (call: Call): boolean =>
  senders(call).some(({ track }) => track?.readyState === 'live' && track.enabled);
