import type { Clip } from './clip.js';
import type { Frame } from './frame.js';

/** Something that speaks, a phone's leg for one. */
export interface SoundSource {
  /** Hands each of its frames to the listener; returns the function that ends this. */
  listen(listener: (frame: Frame) => void): () => void;
}

/** What a phone hears. */
export type Sound =
  | { readonly kind: 'silence' }
  /** What the other phone says, its digits included. */
  | { readonly kind: 'source'; readonly source: SoundSource }
  /** What this phone says. */
  | { readonly kind: 'echo' }
  | { readonly kind: 'clip'; readonly clip: Clip; readonly loop: boolean; readonly onEnd?: () => void };

export const SILENCE: Sound = { kind: 'silence' };
