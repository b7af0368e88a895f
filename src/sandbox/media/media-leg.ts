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
  /** The one IP address to bind, and to offer as candidate. */
  readonly address: string;
  /** How many candidates of each description of the phone are used. Defaults to the contract's limit. */
  readonly candidatesMax?: number;
  readonly onDigit?: (digit: string) => void;
  /** The media path is up. Called again after each ICE restart. */
  readonly onConnected?: () => void;
  /** The path is lost. Only an ICE restart can bring it back. */
  readonly onFailed?: (reason: string) => void;
  /** The audio cannot be encrypted (DTLS failed). Close this leg. */
  readonly onBroken?: (reason: string) => void;
  /** The phone's first audio packet arrived. */
  readonly onAudio?: () => void;
  readonly log?: (text: string) => void;
  /** An error in a packet or timer callback, where no caller can catch it. Without this handler it is thrown. */
  readonly onFault?: (error: unknown) => void;
}

/** The media of one phone: its peer connection, what it says and what it hears. Independent of calls and signalling. */
export class MediaLeg implements SoundSource {
  readonly #options: MediaLegOptions;
  readonly #peer: AudioPeer;
  readonly #outgoing: OutgoingStream;
  readonly #digits = new DigitDecoder();
  readonly #steps = new StepQueue();
  /** Those who hear this phone. During an echo, the phone itself is one of them. */
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

  /**
   * Makes an offer that contains our candidates: the first one for a phone that is called, or a later one for an ICE
   * restart. This and the other steps settle within 5 s. @throws MediaError
   */
  offer(options: OfferOptions = {}): Promise<string> {
    return this.#steps.run(() => this.#peer.offer(options));
  }

  acceptAnswer(sdp: string): Promise<void> {
    return this.#steps.run(async () => this.#peer.acceptAnswer(readSdp('answer', sdp)));
  }

  /** Answers the phone's first offer, or a later one of the same peer connection (a renegotiation or ICE restart). */
  answer(offerSdp: string): Promise<string> {
    return this.#steps.run(async () => this.#peer.answer(readSdp('offer', offerSdp)));
  }

  /** Ignores a candidate that it cannot use. It needs no mid, because there is only one media section. */
  addCandidate(candidate: string): void {
    const usable = readCandidate(candidate);
    if (usable !== undefined && !this.#closing) this.#peer.addCandidate(usable);
  }

  listen(listener: (frame: Frame) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Switches what this phone hears. Takes effect at once, without new SDP. */
  hear(sound: Sound): void {
    if (this.#closing) return;
    this.#stopHearing();
    this.#outgoing.rebase();
    this.#stopHearing = this.#begin(sound);
  }

  /** Frees the sockets. Calling it again returns the same promise. */
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
    await this.#steps.close(); // A step under way may still open a socket.
    await this.#peer.close();
  }
}
