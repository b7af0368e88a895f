import type { Clip } from './clip.js';
import type { MediaLeg } from './media-leg.js';

/** What a phone hears. */
export type Sound =
  | { readonly kind: 'silence' }
  /** What the other phone says, its digits included. */
  | { readonly kind: 'leg'; readonly leg: MediaLeg }
  /** What this phone says. */
  | { readonly kind: 'echo' }
  | { readonly kind: 'clip'; readonly clip: Clip; readonly loop: boolean; readonly onEnd?: () => void };
