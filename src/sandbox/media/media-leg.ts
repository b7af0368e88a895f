import { limits } from '../../../generated/v1/protocol.js';
import { AudioPeer, type OfferOptions } from './audio-peer.js';
import { playClip } from './clip.js';
import { silence } from './clips.js';
import { DigitDecoder } from './dtmf.js';
import type { Frame } from './frame.js';
import { OutgoingStream } from './outgoing-stream.js';
import { readCandidate, readSdp } from './sdp.js';
import type { Sound, SoundSource } from './sound.js';
import { StepQueue } from './step-queue.js';

export interface MediaLegOptions {
  /** The one IP address to bind and to offer. */
  readonly address: string;
  /** How many candidates of one description of the phone are used, further ones are ignored; the contract's number. */
  readonly candidatesMax?: number;
  readonly onDigit?: (digit: string) => void;
  /** The media path is up; again after each ICE restart. */
  readonly onConnected?: () => void;
  /** The path is lost. Only an ICE restart by the phone can bring it back. */
  readonly onFailed?: (reason: string) => void;
  /** The audio cannot be secured: this leg is of no use any more. */
  readonly onBroken?: (reason: string) => void;
  /** The phone's first audio packet arrived. */
  readonly onAudio?: () => void;
  readonly log?: (text: string) => void;
  /** Something failed where nobody waits for it, on a packet or in a timer; thrown there when this is absent. */
  readonly onFault?: (error: unknown) => void;
}

/** One phone's leg: its peer connection, what it says and what it hears. Knows nothing of calls, users or signalling. */
export class MediaLeg implements SoundSource {
  readonly #options: MediaLegOptions;
  readonly #peer: AudioPeer;
  readonly #outgoing: OutgoingStream;
  readonly #digits = new DigitDecoder();
  readonly #steps = new StepQueue();
  /** Who hears this phone; an echo, the phone itself. */
  readonly #listeners = new Set<(frame: Frame) => void>();
  #hasSpoken = false;
  #stopHearing = (): void => {};
  #closing: Promise<void> | undefined;

  constructor(options: MediaLegOptions) {
    this.#options = options;
    this.#peer = new AudioPeer(
      { candidatesMax: limits.candidatesPerDescription, ...options },
      {
        onFrame: this.#guarded((frame: Frame) => this.#onFrame(frame)),
        onConnected: this.#guarded(() => {
          if (this.#closing) return;
          options.log?.('media connected');
          options.onConnected?.();
        }),
        onFailed: this.#guarded((reason: string) => {
          if (this.#closing) return;
          options.log?.(`media failed: ${reason}`);
          options.onFailed?.(reason);
        }),
        onBroken: this.#guarded((reason: string) => {
          if (this.#closing) return;
          options.log?.(`media broken: ${reason}`);
          options.onBroken?.(reason);
        }),
      },
    );
    this.#outgoing = new OutgoingStream((frame) => this.#peer.send(frame));
  }

  /** An offer with the candidates inside: for a phone that is called, or later for one that is to look for a new path. */
  offer(options: OfferOptions = {}): Promise<string> {
    return this.#steps.run(() => this.#peer.offer(options));
  }

  acceptAnswer(sdp: string): Promise<void> {
    return this.#steps.run(async () => this.#peer.acceptAnswer(readSdp('answer', sdp)));
  }

  /** Answers the phone's first offer, and each later one of the same peer connection (renegotiation, ICE restart). */
  answer(offerSdp: string): Promise<string> {
    return this.#steps.run(async () => this.#peer.answer(readSdp('offer', offerSdp)));
  }

  /** Never fails: a candidate that cannot be used is no error of the call. There is one media section, so it needs no mid. */
  addCandidate(candidate: string): void {
    const usable = readCandidate(candidate);
    if (usable !== undefined && !this.#closing) this.#peer.addCandidate(usable);
  }

  listen(listener: (frame: Frame) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Switches what this phone hears, at once and without SDP. */
  hear(sound: Sound): void {
    if (this.#closing) return;
    this.#stopHearing();
    this.#outgoing.rebase();
    this.#stopHearing = this.#begin(sound);
  }

  /** Frees the sockets; a second call does nothing more. */
  close(): Promise<void> {
    this.#closing ??= this.#shutDown();
    return this.#closing;
  }

  #begin(sound: Sound): () => void {
    const forward = this.#guarded((frame: Frame) => this.#outgoing.forward(frame));
    switch (sound.kind) {
      case 'silence':
        return playClip(silence(), { loop: false }, forward);
      case 'source':
        return sound.source.listen(forward);
      case 'echo':
        return this.listen(forward);
      case 'clip':
        return playClip(sound.clip, { loop: sound.loop, onEnd: this.#guarded(() => sound.onEnd?.()) }, forward);
    }
  }

  #onFrame(frame: Frame): void {
    if (this.#closing) return;
    for (const hear of this.#listeners) hear(frame);
    if (frame.kind === 'event') {
      const digit = this.#digits.push(frame);
      if (digit !== undefined) this.#options.onDigit?.(digit);
    } else if (!this.#hasSpoken) {
      this.#hasSpoken = true;
      this.#options.onAudio?.();
    }
  }

  #guarded<A extends unknown[]>(act: (...given: A) => void): (...given: A) => void {
    return (...given) => {
      try {
        act(...given);
      } catch (error) {
        if (!this.#options.onFault) throw error;
        this.#options.onFault(error);
      }
    };
  }

  async #shutDown(): Promise<void> {
    this.#stopHearing();
    this.#listeners.clear();
    await this.#steps.close(); // a socket opened by a step under way would be left behind
    await this.#peer.close();
  }
}
