import { FRAME_SAMPLES, type Frame } from './frame.js';
import { encodeOpus } from './opus.js';
import { framePacer } from './pacer.js';

/** Opus frames of 20 ms. */
export type Clip = readonly Buffer[];

export function encodeClip(pcm: Int16Array): Clip {
  return encodeOpus(pcm);
}

export interface Playback {
  readonly loop: boolean;
  /** After the last frame has had its time; never after a stop. */
  readonly onEnd?: (() => void) | undefined;
}

/** Plays in real time; returns the function that stops. */
export function playClip(clip: Clip, { loop, onEnd }: Playback, deliver: (frame: Frame) => void): () => void {
  let played = 0;
  const stop = framePacer.add(() => {
    const payload = loop ? clip[played % clip.length] : clip[played];
    if (payload === undefined) {
      stop();
      onEnd?.();
      return;
    }
    deliver({
      kind: 'audio',
      ssrc: 0,
      sequenceNumber: played & 0xffff,
      timestamp: (played * FRAME_SAMPLES) >>> 0,
      marker: false,
      payload,
    });
    played++;
  });
  return stop;
}
