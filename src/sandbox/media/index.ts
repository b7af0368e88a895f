export type { Clip } from './clip.js';
export { busyTone, digitClip, holdMusic, ringback, silence, toneClip } from './clips.js';
export { MediaError } from './media-error.js';
export { MediaLeg, type MediaLegOptions } from './media-leg.js';
export { fingerprintOf, readSdp } from './sdp.js';
export { SILENCE, type Sound } from './sound.js';
