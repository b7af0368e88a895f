import type { Clip } from './clip.js';
import type { Frame } from './frame.js';

/** A source of live audio: a phone's leg. */
export interface SoundSource {
  /** Passes each of its frames to the listener. Returns a function that stops this. */
  listen(listener: (frame: Frame) => void): () => void;
}

/** What a phone hears. */
export type Sound =
  | { readonly kind: 'silence' }
  /** What the other phone says, including its digits. */
  | { readonly kind: 'source'; readonly source: SoundSource }
  /** What this phone itself says. */
  | { readonly kind: 'echo' }
  | { readonly kind: 'clip'; readonly clip: Clip; readonly loop: boolean; readonly onEnd?: () => void };

export const SILENCE: Sound = { kind: 'silence' };
