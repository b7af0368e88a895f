import { FRAME_SAMPLES, type Frame } from './frame.js';
import { encodeOpus } from './opus.js';
import { framePacer } from './pacer.js';

/** Encoded audio: Opus frames of 20 ms. */
export type Clip = readonly Buffer[];

export function encodeClip(pcm: Int16Array): Clip {
  return encodeOpus(pcm);
}

export interface Playback {
  readonly loop: boolean;
  /** Called when the last frame has been played. Not called after a stop. */
  readonly onEnd?: (() => void) | undefined;
}

/** Plays a clip in real time. Returns a function that stops it. */
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
