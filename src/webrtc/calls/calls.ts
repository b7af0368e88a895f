import type { CallIncoming, CallRestored, RejectReason } from '../../../generated/v1/messages.js';
import { PhoneError } from '../../core/phone-error.js';
import type { Timers } from '../../core/timing.js';
import type { IceServers } from '../account/ice-servers.js';
import type { Session } from '../connection/session.js';
import type { MediaFactory } from '../media/call-media.js';
import { mediaError } from '../media/media-error.js';
import type { Ringback } from '../media/ringback.js';
import { Call, type CallParties, type CallPort, type EndReason } from './call.js';
import { CallRegistry } from './call-registry.js';
import type { CallMessage } from './call-state.js';
import { Dialer } from './place-call.js';

/** More calls than anybody has; a browser has no more than 500 peer connections. */
const MOST_CALLS = 50;

export interface SwitchboardPort {
  readonly timers: Timers;
  readonly ringback: Ringback | undefined;
  readonly ice: IceServers;
  readonly newMedia: MediaFactory;
  /** @throws PhoneError `transport_closed` when the phone is not connected. */
  session(): Session;
  report(error: PhoneError): void;
  /** Asks the service for a sign of life; without one the session has ended. */
  proveConnection(): Promise<void>;
  onIncoming(call: Call): void;
  /** A call that a page before this one had goes on in this one. */
  onRestored(call: Call): void;
}

/** A call that a page had when it went away, and what its user had done with the microphone. */
export interface KeptCall {
  readonly id: string;
  readonly muted: boolean;
}

/** The phone's calls: places them, brings each frame to its own, and answers for those that nobody here knows. */
export class Switchboard {
  readonly #port: SwitchboardPort;
  readonly #calls = new CallRegistry();
  readonly #callPort: CallPort;
  readonly #dialer: Dialer;
  /** The calls of a page before this one that the service has not restored yet; undefined once it has had its say. */
  #inherited: Map<string, KeptCall> | undefined;

  constructor(port: SwitchboardPort) {
    this.#port = port;
    this.#callPort = {
      timers: port.timers,
      ringback: port.ringback,
      send: (message) => port.session().send(message),
      demandConnection: () => void port.session(),
      report: port.report,
      onAnswer: (answered) => this.#holdOthers(answered),
      onEnded: (call) => this.#calls.remove(call),
      proveConnection: async () => {
        await port.proveConnection();
        port.session();
      },
      consult: (call, destination) => this.#consult(call, destination),
      newMedia: () => port.newMedia(port.ice.current),
      iceServers: () => port.ice.get(),
    };
    this.#dialer = new Dialer({
      ice: port.ice,
      calls: this.#calls,
      newMedia: port.newMedia,
      session: port.session,
      newCall: (id, parties, media) => new Call(id, parties, media, this.#callPort),
    });
  }

  get live(): Call[] {
    return this.#calls.live;
  }

  get(id: string): Call | undefined {
    return this.#calls.get(id);
  }

  dial(destination: string, callerId: string | undefined, signal?: AbortSignal): Promise<Call> {
    return this.#dialer.dial(
      outbound(destination, callerId),
      (session, sdp, accept) =>
        session.request('call.create', { destination, sdp, ...(callerId && { caller_id: callerId }) }, accept),
      signal,
    );
  }

  incoming({ call_id, from, from_name, to }: CallIncoming): void {
    if (this.#calls.get(call_id)) return;
    if (this.#calls.live.length >= MOST_CALLS) return this.#refuse(call_id, 'busy');
    try {
      this.#port.onIncoming(this.#admit(call_id, { direction: 'inbound', from, fromName: from_name, to }));
    } catch (cause) {
      // Such as ICE servers that are none: a caller must not wait for a phone that cannot ring.
      this.#refuse(call_id);
      this.#port.report(mediaError(cause, call_id));
    }
  }

  restored(message: CallRestored): void {
    const { call_id } = message;
    try {
      if (this.#calls.restore(message)) return;
      if (this.#inherited) this.#rejoin(message);
      else this.#hangUpUnknown(call_id);
    } catch (cause) {
      this.#cannotTalk(call_id, cause);
    }
  }

  deliver(message: CallMessage): void {
    // The reply to a request that we gave up: nobody here would ever hang that call up.
    if (!this.#calls.deliver(message) && message.type === 'call.trying') this.#hangUpUnknown(message.call_id);
  }

  /** The service refused what was asked of a call. False when that call is over: then it is no fault that anybody could mend. */
  refused({ code, callId }: PhoneError): boolean {
    if (callId === undefined) return true;
    const call = this.#calls.get(callId);
    call?.answerRefused();
    // The service no longer knows it: a microphone must not stay on.
    if (code === 'call_not_found') this.#calls.end(callId, 'failed');
    return call !== undefined;
  }

  end(id: string, reason: EndReason): void {
    this.#calls.end(id, reason);
  }

  /**
   * A session begins. What it does not restore is over. `kept` are the calls of a page before this one: only those are
   * taken part in again, and only when the service kept the session.
   */
  connected(session: Session, wasKept: boolean, kept: readonly KeptCall[] | undefined): void {
    if (kept) this.#inherited = new Map(kept.map((call) => [call.id, call]));
    if (!wasKept && this.#calls.live.length === 0 && !this.#inherited) return;
    this.#calls.expectRestored();
    // What the service restores comes before the answer to a ping that is sent now.
    const restored = () => {
      this.#calls.endMissing();
      for (const call of this.#calls.live) call.caughtUp();
      for (const callId of this.#inherited?.keys() ?? []) {
        const text = 'The call of the page before the reload is over.';
        this.#port.report(new PhoneError('call_not_found', text, { callId }));
      }
      this.#inherited = undefined;
    };
    // Dropped again, or dead, the next connection sees to it.
    void session.request('ping', {}).then(restored, () => session.lose());
  }

  /**
   * The page goes away: hangs up what rings for a caller who is no longer there, and gives the calls that the page after
   * this one may take part in again.
   */
  leavePage(): KeptCall[] {
    for (const call of this.#calls.live) if (call.direction === 'outbound' && !call.isUp) call.hangup();
    return this.#calls.live.filter(({ isOver }) => !isOver).map(({ id, isMuted }) => ({ id, muted: isMuted }));
  }

  /** The network changed. */
  repairPaths(): void {
    for (const call of this.#calls.live) call.repairPath();
  }

  hangUpAll(): void {
    for (const call of this.#calls.live) call.hangup();
    this.#calls.endAll('hangup');
  }

  /** They are over, for want of a connection. */
  failAll(): void {
    this.#calls.endAll('failed');
  }

  #rejoin(message: CallRestored): void {
    const { call_id, direction, from, from_name, to } = message;
    this.#inherited?.delete(call_id);
    const call = this.#admit(call_id, { direction, from, fromName: from_name, to });
    call.rejoin(message).then(
      () => call.state !== 'ended' && this.#port.onRestored(call),
      (cause) => this.#cannotTalk(call_id, cause),
    );
  }

  #admit(id: string, parties: CallParties): Call {
    const call = new Call(id, parties, this.#callPort.newMedia(), this.#callPort);
    this.#calls.add(call);
    return call;
  }

  /** Answering one call puts the others on hold. */
  #holdOthers(answered: Call): void {
    for (const call of this.#calls.live) if (call !== answered && call.state === 'active' && call.isUp) call.hold();
  }

  #consult(call: Call, destination: string): Promise<Call> {
    return this.#dialer.dial(outbound(destination), (session, sdp, accept) => {
      if (!call.isUp) throw new PhoneError('call_failed', 'The call ended before its consultation was placed.');
      const body = { call_id: call.id, step: 'consult' as const, destination, sdp };
      return session.request('call.transfer.attended', body, accept);
    });
  }

  #refuse(callId: string, reason?: RejectReason): void {
    this.#port.session().send({ type: 'call.reject', call_id: callId, ...(reason && { reason }) });
  }

  /** Such as without a peer connection: the other side must not wait for us. */
  #cannotTalk(callId: string, cause: unknown): void {
    this.#port.report(mediaError(cause, callId));
    this.#hangUpUnknown(callId);
    this.#calls.end(callId, 'failed');
  }

  #hangUpUnknown(callId: string): void {
    this.#port.session().send({ type: 'call.hangup', call_id: callId });
  }
}

const outbound = (to: string, from = ''): CallParties => ({ direction: 'outbound', from, fromName: null, to });
