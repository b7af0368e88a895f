/** A phone's SDP is unusable, or the leg cannot use it in its current state. The message explains why. */
export class MediaError extends Error {
  override readonly name = 'MediaError';
}
