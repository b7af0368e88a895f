import type { CallTrying } from '../../../generated/v1/messages.js';
import { PhoneError } from '../../core/phone-error.js';
import { abortable, nextTask } from '../../core/timing.js';
import type { AudioEnvironment } from '../media/audio-ports.js';
import { CallAudio } from '../media/call-audio.js';
import { mediaError } from '../media/media-error.js';
import type { Floor } from './floor.js';
import { type CallParties, type CallPort, LiveCall } from './live-call.js';
import type { Signalling } from './signalling.js';

/** What the calls of a phone share. */
export interface SharedByCalls extends CallPort {
  readonly audio: AudioEnvironment;
  readonly calls: Map<string, LiveCall>;
  readonly floor: Floor;
  session(): Signalling;
}

/**
 * Gives the call the floor and asks the service for it, once our offer is ready; `accept` makes the call of the reply.
 * Throws when the call is to be placed no more.
 */
export type RequestCall = (
  session: Signalling,
  sdp: string,
  accept: (trying: CallTrying) => LiveCall,
  audio: CallAudio,
) => Promise<LiveCall>;

/** Places an outbound call: the offer, the request, and the call of its reply. */
export async function placeCall(
  shared: SharedByCalls,
  parties: CallParties,
  request: RequestCall,
  signal?: AbortSignal,
): Promise<LiveCall> {
  signal?.throwIfAborted();
  const { calls, floor } = shared;
  const session = shared.session();
  let audio: CallAudio | undefined;
  let accepted: LiveCall | undefined;
  try {
    const made = new CallAudio(shared.audio, await abortable(signal, session.whileOpen(shared.audio.iceServers())));
    audio = made;
    const sdp = await abortable(signal, session.whileOpen(made.offer()));
    /** Runs before the frame after the reply is read. */
    const accept = (trying: CallTrying) => {
      const { call_id } = trying;
      if (signal?.aborted) {
        session.send({ type: 'call.hangup', call_id });
        throw signal.reason;
      }
      if (calls.has(call_id)) throw new PhoneError('call_failed', 'The service gave two calls one id.');
      accepted = new LiveCall(call_id, parties, made, shared);
      calls.set(call_id, accepted);
      accepted.holdBack();
      accepted.receive(trying);
      return accepted;
    };
    const call = await abortable(signal, request(session, sdp, accept, made));
    made.trickle();
    void nextTask().then(() => call.release());
    return call;
  } catch (error) {
    accepted?.hangup(); // Given up between the reply and its reader.
    accepted?.release();
    audio?.close();
    if (audio) floor.giveBack(audio);
    throw signal?.aborted || error instanceof PhoneError ? error : mediaError(error);
  }
}
