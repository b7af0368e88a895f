import { AudioPeer } from './audio-peer.js';
import { playClip } from './clip.js';
import { silence } from './clips.js';
import { DigitDecoder } from './dtmf.js';
import type { Frame } from './frame.js';
import { MediaError } from './media-error.js';
import { OutgoingStream } from './outgoing-stream.js';
import { MAX_CANDIDATES, readCandidate, readSdp } from './sdp.js';
import type { Sound } from './sound.js';

export interface MediaLegOptions {
  /** The one IP address to bind and to offer. */
  readonly address: string;
  readonly onDigit?: (digit: string) => void;
  /** The media path is up; again after each ICE restart. */
  readonly onConnected?: () => void;
  /** The path is lost. Only an ICE restart by the phone can bring it back. */
  readonly onFailed?: (reason: string) => void;
  /** The phone's first audio packet arrived. */
  readonly onAudio?: () => void;
  readonly log?: (text: string) => void;
}

/** A step is a matter of milliseconds; one that takes longer will not end. */
const STEP_DEADLINE_MS = 5000;

/** One phone's leg: its peer connection, what it says and what it hears. Knows nothing of calls, users or signalling. */
export class MediaLeg {
  readonly #options: MediaLegOptions;
  readonly #peer: AudioPeer;
  readonly #outgoing: OutgoingStream;
  readonly #digits = new DigitDecoder();
  /** The legs that hear this phone; an echo is its own. */
  readonly #listeners = new Set<MediaLeg>();
  readonly #earlyCandidates: string[] = [];
  #hasSpoken = false;
  #stopHearing = (): void => {};
  #lastStep: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | undefined;

  constructor(options: MediaLegOptions) {
    this.#options = options;
    this.#peer = new AudioPeer(options.address, {
      onFrame: (frame) => this.#onFrame(frame),
      onConnected: () => {
        options.log?.('media connected');
        options.onConnected?.();
      },
      onFailed: (reason) => {
        options.log?.(`media failed: ${reason}`);
        options.onFailed?.(reason);
      },
    });
    this.#outgoing = new OutgoingStream((frame) => this.#peer.send(frame));
  }

  /** An offer for a phone that is called, with the candidates inside. */
  offer(): Promise<string> {
    return this.#step(() => this.#peer.offer());
  }

  acceptAnswer(sdp: string): Promise<void> {
    return this.#step(async () => {
      await this.#peer.acceptAnswer(readSdp('answer', sdp));
      this.#addEarlyCandidates();
    });
  }

  /** Answers the phone's first offer, and each later one of the same peer connection (renegotiation, ICE restart). */
  answer(offerSdp: string): Promise<string> {
    return this.#step(async () => {
      const answer = await this.#peer.answer(readSdp('offer', offerSdp));
      this.#addEarlyCandidates();
      return answer;
    });
  }

  /** Never fails: a candidate that cannot be used is no error of the call. There is one media section, so it needs no mid. */
  addCandidate(candidate: string): void {
    if (this.#closing) return;
    const usable = readCandidate(candidate);
    if (usable === undefined) return;
    if (this.#peer.hasPhone) this.#peer.addCandidate(usable);
    else if (this.#earlyCandidates.length < MAX_CANDIDATES) this.#earlyCandidates.push(usable);
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
    const forward = (frame: Frame): void => this.#outgoing.forward(frame);
    switch (sound.kind) {
      case 'silence':
        return playClip(silence(), { loop: false }, forward);
      case 'leg':
        return sound.leg.#addListener(this);
      case 'echo':
        return this.#addListener(this);
      case 'clip':
        return playClip(sound.clip, sound, forward);
    }
  }

  #addListener(leg: MediaLeg): () => void {
    this.#listeners.add(leg);
    return () => this.#listeners.delete(leg);
  }

  #onFrame(frame: Frame): void {
    if (this.#closing) return;
    for (const listener of this.#listeners) listener.#outgoing.forward(frame);
    if (frame.kind === 'event') {
      const digit = this.#digits.push(frame);
      if (digit !== undefined) this.#options.onDigit?.(digit);
    } else if (!this.#hasSpoken) {
      this.#hasSpoken = true;
      this.#options.onAudio?.();
    }
  }

  #addEarlyCandidates(): void {
    for (const candidate of this.#earlyCandidates.splice(0)) this.#peer.addCandidate(candidate);
  }

  /** Steps of a negotiation must not overlap; each fails with a MediaError or ends within the deadline. */
  #step<T>(run: () => Promise<T>): Promise<T> {
    const step = this.#lastStep.then(async () => {
      if (this.#closing) throw new MediaError('the leg is closed');
      try {
        return await withinDeadline(run());
      } catch (cause) {
        throw cause instanceof MediaError
          ? cause
          : new MediaError(`media negotiation failed: ${String(cause)}`, { cause });
      }
    });
    this.#lastStep = step.catch(() => {});
    return step;
  }

  async #shutDown(): Promise<void> {
    this.#stopHearing();
    this.#listeners.clear();
    await this.#lastStep; // a socket opened by a step under way would be left behind
    await this.#peer.close();
  }
}

async function withinDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new MediaError('media negotiation took too long')), STEP_DEADLINE_MS);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
