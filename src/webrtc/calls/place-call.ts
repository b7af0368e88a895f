import type { CallTrying } from '../../../generated/v1/messages.js';
import { PhoneError } from '../../core/phone-error.js';
import { abortable, afterContinuations } from '../../core/timing.js';
import type { IceServers } from '../account/ice-servers.js';
import type { Session } from '../connection/session.js';
import type { CallMedia, MediaFactory } from '../media/call-media.js';
import { mediaError } from '../media/media-error.js';
import type { Call, CallParties } from './call.js';
import type { CallRegistry } from './call-registry.js';

export interface DialerPort {
  readonly ice: IceServers;
  readonly newMedia: MediaFactory;
  readonly calls: CallRegistry;
  /** @throws PhoneError `transport_closed` when the phone is not connected. */
  session(): Session;
  newCall(id: string, parties: CallParties, media: CallMedia): Call;
}

/** Asks the service for a call with our offer; `accept` makes the call of the reply. */
export type DialRequest = (session: Session, sdp: string, accept: (trying: CallTrying) => Call) => Promise<Call>;

/** Places outbound calls: the offer, the request, and the call of its reply. */
export class Dialer {
  readonly #port: DialerPort;

  constructor(port: DialerPort) {
    this.#port = port;
  }

  async dial(parties: CallParties, request: DialRequest, signal?: AbortSignal): Promise<Call> {
    signal?.throwIfAborted();
    const { ice, newMedia } = this.#port;
    const session = this.#port.session();
    let media: CallMedia | undefined;
    let accepted: Call | undefined;
    try {
      const made = newMedia(await abortable(signal, session.whileOpen(ice.get())));
      media = made;
      const sdp = await abortable(signal, session.whileOpen(made.offer()));
      const accept = (trying: CallTrying) => {
        accepted = this.#accept(session, parties, made, trying, signal);
        return accepted;
      };
      const call = await abortable(signal, request(session, sdp, accept));
      call.trickle();
      void afterContinuations().then(() => this.#port.calls.release(call));
      return call;
    } catch (error) {
      accepted?.hangup(); // Given up between the reply and its reader.
      if (accepted) this.#port.calls.release(accepted);
      media?.close();
      throw signal?.aborted || error instanceof PhoneError ? error : mediaError(error);
    }
  }

  /** Runs before the frame after the reply is read. */
  #accept(session: Session, parties: CallParties, media: CallMedia, trying: CallTrying, signal?: AbortSignal): Call {
    if (signal?.aborted) {
      session.send({ type: 'call.hangup', call_id: trying.call_id });
      throw signal.reason;
    }
    if (this.#port.calls.get(trying.call_id)) throw new PhoneError('call_failed', 'The service gave two calls one id.');
    const call = this.#port.newCall(trying.call_id, parties, media);
    this.#port.calls.add(call);
    this.#port.calls.holdBack(call, trying);
    return call;
  }
}
