import { PhoneError } from '../../core/phone-error.js';
import type { Platform } from '../platform.js';
import type { CallMedia, MediaEvents } from './call-media.js';
import { type MediaConfiguration, Negotiation } from './negotiation.js';
import { Speaker } from './speaker.js';

/** How long until a sender that takes no digits yet is looked at again. */
const RETRY_MS = 50;

export interface BrowserMediaOptions {
  readonly configuration: MediaConfiguration;
  readonly playRemoteAudio: boolean;
}

/** A call's media on RTCPeerConnection: what is negotiated, and what then goes over it. */
export class BrowserMedia extends Negotiation implements CallMedia {
  readonly peerConnection: RTCPeerConnection;
  readonly remoteStream: MediaStream;
  /** Digits that cannot be heard yet. */
  readonly #digits: Parameters<CallMedia['sendDigits']>[] = [];
  readonly #speaker: Speaker | undefined;
  readonly #events: MediaEvents;
  /** The path was lost, and is not up again. */
  #isLost = false;

  constructor(platform: Platform, { configuration, playRemoteAudio }: BrowserMediaOptions, events: MediaEvents) {
    const pc = new platform.RTCPeerConnection(configuration);
    super(pc, configuration, platform.timers);
    this.peerConnection = pc;
    this.#events = events;
    this.remoteStream = new platform.MediaStream();
    this.#speaker = playRemoteAudio ? new Speaker(this.remoteStream, platform.timers) : undefined;
    pc.addEventListener('track', ({ track }) => {
      this.remoteStream.addTrack(track);
      events.onTrack();
    });
    pc.addEventListener('connectionstatechange', () => this.#pathChanged());
  }

  get isUp(): boolean {
    // Until a restart is answered, our checks alone may succeed: nothing comes back over such a path.
    return this.peerConnection.connectionState === 'connected' && !(this.#isLost && this.isOffering);
  }

  override async accept(type: 'pranswer' | 'answer', sdp: string): Promise<void> {
    await super.accept(type, sdp);
    if (this.#isLost && this.isUp) this.#pathChanged();
  }

  sendDigits(...[digits, durationMs, gapMs]: Parameters<CallMedia['sendDigits']>): void {
    const { isUp, peerConnection } = this;
    const sender = peerConnection.getSenders().find(({ dtmf }) => dtmf?.canInsertDTMF)?.dtmf;
    if (isUp && sender && this.#digits.length === 0) {
      // insertDTMF replaces what is still to be sent.
      return sender.insertDTMF(sender.toneBuffer + digits, durationMs, gapMs);
    }
    const takesDigits = !isUp || peerConnection.remoteDescription?.sdp.includes('telephone-event');
    if (peerConnection.connectionState === 'closed' || !takesDigits)
      throw new PhoneError('call_failed', 'This call takes no digits.');
    this.#digits.push([digits, durationMs, gapMs]);
    // A call is answered a moment before its path is up, and in Chromium only some time after that it takes digits.
    if (isUp && this.#digits.length === 1) this.timers.setTimeout(() => this.#flushDigits(), RETRY_MS);
  }

  async play(): Promise<void> {
    await this.#speaker?.play();
  }

  override close(): void {
    super.close();
    this.#speaker?.close();
    this.peerConnection.close();
  }

  #pathChanged(): void {
    const { isUp } = this;
    if (!isUp && !/^(disconnected|failed)$/.test(this.peerConnection.connectionState)) return;
    this.#isLost = !isUp;
    if (isUp) this.#flushDigits();
    this.#events.onPath(isUp);
  }

  #flushDigits(): void {
    for (const digits of this.#digits.splice(0)) {
      try {
        this.sendDigits(...digits);
      } catch (error) {
        this.#events.onDigitsRefused(error as PhoneError);
      }
    }
  }
}
