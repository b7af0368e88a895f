import { PhoneError } from '../../core/phone-error.js';

export interface DtmfQueuePort {
  readonly peerConnection: RTCPeerConnection;
  /** Whether digits would be heard now: the path is up. */
  canSend(): boolean;
  /** Digits that had to wait cannot be sent after all. */
  onRefused(error: PhoneError): void;
}

type Digits = readonly [digits: string, durationMs: number, gapMs: number];

/** Sends digits with the audio (RFC 4733), in order; what cannot be heard yet waits. */
export class DtmfQueue {
  readonly #port: DtmfQueuePort;
  readonly #waiting: Digits[] = [];

  constructor(port: DtmfQueuePort) {
    this.#port = port;
  }

  /** @throws PhoneError `call_failed` when the other side takes no digits. */
  send(...[digits, durationMs, gapMs]: Digits): void {
    const { peerConnection } = this.#port;
    // A call is answered a moment before its path is up, and a path may be lost.
    if (!this.#port.canSend() && peerConnection.connectionState !== 'closed') {
      this.#waiting.push([digits, durationMs, gapMs]);
      return;
    }
    const sender = peerConnection.getSenders().find(({ dtmf }) => dtmf?.canInsertDTMF)?.dtmf;
    if (!sender) throw new PhoneError('call_failed', 'This call cannot send digits: it has no telephone-event.');
    // insertDTMF replaces what is still to be sent.
    sender.insertDTMF(sender.toneBuffer + digits, durationMs, gapMs);
  }

  /** They may be heard now. */
  flush(): void {
    for (const digits of this.#waiting.splice(0)) {
      try {
        this.send(...digits);
      } catch (error) {
        this.#port.onRefused(error as PhoneError);
      }
    }
  }
}
