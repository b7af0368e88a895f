import { callsPerPhone } from '../../../generated/v1/limits.js';
import type { CallIncoming, CallRestored, RejectReason } from '../../../generated/v1/messages.js';
import type { Logger } from '../../core/logger.js';
import { PhoneError } from '../../core/phone-error.js';
import type { Timers } from '../../core/timing.js';
import type { AudioEnvironment } from '../media/audio-ports.js';
import { CallAudio } from '../media/call-audio.js';
import { callOver, mediaError } from '../media/media-error.js';
import type { Call } from './call.js';
import type { CallDirection, CallMessage, EndReason } from './call-phase.js';
import { Floor } from './floor.js';
import { type CallParties, LiveCall } from './live-call.js';
import { placeCall, type SharedByCalls } from './place-call.js';
import type { Signalling } from './signalling.js';

export interface CallsPort {
  readonly timers: Timers;
  readonly logger?: Logger | undefined;
  readonly audio: AudioEnvironment;
  /** Whether a call that becomes active puts the others on hold. */
  readonly autoHold: boolean;
  /** @throws PhoneError `transport_closed` when the phone is not connected. */
  session(): Signalling;
  report(error: PhoneError): void;
  onIncoming(call: Call): void;
  /** A call that a page before this one had goes on in this one. */
  onRestored(call: Call): void;
}

/** A call that a page had when it went away, and whether its user had muted or held it. */
export interface KeptCall {
  readonly id: string;
  readonly muted: boolean;
  readonly held?: boolean;
}

/** The phone's calls: brings each frame to its own, and answers for those that nobody here knows. */
export class Calls {
  readonly #port: CallsPort;
  readonly #calls = new Map<string, LiveCall>();
  readonly #floor: Floor;
  readonly #shared: SharedByCalls;
  /** The calls of a page before this one that the service has not restored yet. */
  readonly #inherited = new Map<string, KeptCall>();
  /** The calls of this page that it has not restored yet. */
  #missing = new Set<LiveCall>();

  constructor(port: CallsPort) {
    this.#port = port;
    this.#floor = new Floor(this.#calls, !port.autoHold);
    this.#shared = {
      ...port,
      calls: this.#calls,
      floor: this.#floor,
      consult: (call, destination) => this.#consult(call, destination),
    };
  }

  get live(): LiveCall[] {
    return [...this.#calls.values()];
  }

  get(id: string): Call | undefined {
    return this.#calls.get(id);
  }

  dial(destination: string, callerId: string | undefined, signal?: AbortSignal): Promise<Call> {
    return placeCall(
      this.#shared,
      outbound(destination, callerId),
      (session, sdp, accept, audio) => {
        this.#floor.take(audio);
        return session.request('call.create', { destination, sdp, ...(callerId && { caller_id: callerId }) }, accept);
      },
      signal,
    );
  }

  incoming(message: CallIncoming): void {
    const { call_id } = message;
    if (this.#calls.has(call_id)) return;
    // Each call needs a peer connection, and browsers allow no more than 500.
    if (this.#calls.size >= callsPerPhone) return this.#refuse(call_id, 'busy');
    try {
      this.#port.onIncoming(this.#admit(message));
    } catch (cause) {
      // For example, no peer connection could be created. Reject the call so that the caller is not left waiting.
      this.#refuse(call_id);
      this.#port.report(mediaError(cause, call_id));
    }
  }

  restored(message: CallRestored): void {
    const { call_id } = message;
    const call = this.#calls.get(call_id);
    const kept = this.#inherited.get(call_id);
    if (call) this.#missing.delete(call);
    try {
      if (call) call.restore(message);
      else if (kept) this.#rejoin(message, kept);
      else this.#hangUpUnknown(call_id);
    } catch (cause) {
      this.#cannotTalk(call_id, cause);
    }
  }

  deliver(message: CallMessage): void {
    const call = this.#calls.get(message.call_id);
    if (call) call.receive(message);
    // The reply to a request that we gave up: nobody here would ever hang that call up.
    else if (message.type === 'call.trying') this.#hangUpUnknown(message.call_id);
  }

  /** The service reports an error. False when it is about a call that is over: then nobody could do anything about it. */
  onServerError({ code, callId }: PhoneError): boolean {
    if (callId === undefined) return true;
    const call = this.#calls.get(callId);
    call?.onServerError();
    // The service no longer knows it: a microphone must not stay on.
    if (code === 'call_not_found') call?.end('failed');
    return call !== undefined;
  }

  end(id: string, reason: EndReason): void {
    this.#calls.get(id)?.end(reason);
  }

  /**
   * A session begins. What it does not restore is over. `kept` are the calls of a page before this one: only those are
   * taken part in again, and only when the service kept the session.
   */
  connected(session: Signalling, wasKept: boolean, kept: readonly KeptCall[] = []): void {
    for (const call of kept) this.#inherited.set(call.id, call);
    if (!wasKept) this.#forgetInherited();
    if (this.#calls.size === 0 && this.#inherited.size === 0) return;
    this.#missing = new Set(this.live);
    // What the service restores comes before the answer to a ping that is sent now.
    const restored = () => {
      for (const call of this.#missing) call.end('failed');
      for (const call of this.live) call.audio.offerAgain();
      this.#forgetInherited();
    };
    // Dropped again, or dead, the next connection sees to it.
    void session.request('ping', {}).then(restored, () => session.lose());
  }

  /**
   * The page goes away: hangs up what rings for a caller who is no longer there, and gives the calls that the page after
   * this one may take part in again.
   */
  leavePage(): KeptCall[] {
    for (const call of this.live) if (call.direction === 'outbound' && !call.isUp) call.hangup();
    const live = this.live.filter(({ isOver }) => !isOver);
    return [
      ...this.#inherited.values(),
      ...live.map(({ id, isMuted, isHeldByUs }) => ({ id, muted: isMuted, held: isHeldByUs })),
    ];
  }

  /** The network changed. */
  networkChanged(): void {
    for (const call of this.live) call.audio.networkChanged();
  }

  hangUpAll(): void {
    for (const call of this.live) call.hangup();
    this.#endAll('hangup');
  }

  /** They are over, because the connection is. */
  failAll(): void {
    this.#endAll('failed');
  }

  #rejoin(message: CallRestored, { muted, held }: KeptCall): void {
    const { call_id } = message;
    this.#inherited.delete(call_id);
    const call = this.#admit(message, message.direction, muted);
    call.rejoin(message, held).then(
      () => call.state !== 'ended' && this.#port.onRestored(call),
      (cause) => this.#cannotTalk(call_id, cause),
    );
  }

  #admit(
    { call_id, from, from_name: fromName, to }: CallIncoming | CallRestored,
    direction: CallDirection = 'inbound',
    isMuted?: boolean,
  ): LiveCall {
    const audio = new CallAudio(this.#port.audio, this.#port.audio.currentIceServers(), isMuted);
    const call = new LiveCall(call_id, { direction, from, fromName, to }, audio, this.#shared);
    this.#calls.set(call_id, call);
    return call;
  }

  #consult(call: LiveCall, destination: string): Promise<LiveCall> {
    return placeCall(this.#shared, outbound(destination), (session, sdp, accept, audio) => {
      if (!call.isUp) throw callOver();
      if (!call.isHeldByUs) call.heldFor = audio;
      call.expectHold(true);
      this.#floor.take(audio);
      const body = { call_id: call.id, step: 'consult' as const, destination, sdp };
      return session.request('call.transfer.attended', body, accept).catch((error) => {
        call.heldFor = undefined;
        call.expectHold(false); // It stays as it was.
        throw error;
      });
    });
  }

  #endAll(reason: EndReason): void {
    for (const call of this.live) call.end(reason);
  }

  #forgetInherited(): void {
    const lost = [...this.#inherited.keys()];
    this.#inherited.clear();
    for (const callId of lost) {
      this.#port.report(new PhoneError('call_not_found', 'A call from before the reload is over.', { callId }));
    }
  }

  #refuse(callId: string, reason?: RejectReason): void {
    this.#port.session().send({ type: 'call.reject', call_id: callId, ...(reason && { reason }) });
  }

  /** For example, no peer connection could be created. End the call so that the other side is not left waiting. */
  #cannotTalk(callId: string, cause: unknown): void {
    this.#port.report(mediaError(cause, callId));
    this.#hangUpUnknown(callId);
    this.end(callId, 'failed');
  }

  #hangUpUnknown(callId: string): void {
    this.#port.session().send({ type: 'call.hangup', call_id: callId });
  }
}

const outbound = (to: string, from = ''): CallParties => ({ direction: 'outbound', from, fromName: null, to });
