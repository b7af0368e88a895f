import type { Call } from '../../src/webrtc/index.js';

/** So many of the calls that ended last are looked for: to hold on to all of them would itself fill the heap. */
const REMEMBERED = 100;

/** Watches what calls open, without keeping any of it alive longer than it is open. */
export class Remains {
  readonly #tracks = new Set<Pick<MediaStreamTrack, 'readyState'>>();
  readonly #connections = new Set<RTCPeerConnection>();
  readonly #calls: WeakRef<Call>[] = [];

  /** A call that has just ended. */
  ended(call: Call): void {
    for (const track of call.remoteStream.getTracks()) this.opened(track);
    this.#forgetClosed();
    this.#calls.push(new WeakRef(call));
    if (this.#calls.length > REMEMBERED) this.#calls.shift();
  }

  opened(track: Pick<MediaStreamTrack, 'readyState'>): void {
    if (track.readyState === 'live') this.#tracks.add(track);
  }

  connected(connection: RTCPeerConnection): void {
    this.#connections.add(connection);
  }

  get openConnections(): number {
    return [...this.#connections].filter(({ signalingState }) => signalingState !== 'closed').length;
  }

  get liveTracks(): number {
    return [...this.#tracks].filter(({ readyState }) => readyState === 'live').length;
  }

  /** Ended calls that something still holds; to be asked after a collection. */
  get heldCalls(): number {
    return this.#calls.filter((call) => call.deref()).length;
  }

  #forgetClosed(): void {
    for (const track of this.#tracks) if (track.readyState === 'ended') this.#tracks.delete(track);
    for (const one of this.#connections) if (one.signalingState === 'closed') this.#connections.delete(one);
  }
}
