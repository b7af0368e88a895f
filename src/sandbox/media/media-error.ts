/** A phone's SDP cannot be used, or the leg is in no state to use it. The message tells the phone's developer why. */
export class MediaError extends Error {
  override readonly name = 'MediaError';
}
