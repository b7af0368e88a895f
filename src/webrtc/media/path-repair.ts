import type { Timers } from '../../core/timing.js';

/** How long a repair may take before the next is tried. */
const ATTEMPT_MS = 5_000;
const ATTEMPTS = 4;
/** This one goes through a relay: what blocks the direct path may let that through. */
const RELAYED = 3;

export interface PathKeeperPort {
  readonly timers: Timers;
  /** Whether audio can flow, as far as the browser knows. */
  isUp(): boolean;
  /** Offers new ICE credentials; rejects when that cannot be sent now. */
  restart(viaRelay: boolean): Promise<void>;
  onGivenUp(): void;
}

/** Repairs the media path of one call by ICE restarts; the one place that decides when. It gives up after 20 s. */
export class PathKeeper {
  readonly #port: PathKeeperPort;
  #attempts = 0;
  #isBusy = false;
  #timer: unknown;

  constructor(port: PathKeeperPort) {
    this.#port = port;
  }

  /** The path is up. */
  rest(): void {
    this.#isBusy = false;
    this.#attempts = 0;
    this.#port.timers.clearTimeout(this.#timer);
  }

  /** The path is to be up within this time. */
  expect(withinMs: number): void {
    if (this.#isBusy) return;
    const { timers } = this.#port;
    timers.clearTimeout(this.#timer);
    this.#timer = timers.setTimeout(() => this.#port.isUp() || this.repair(), withinMs);
  }

  /** The path is lost, or may be: the network changed. */
  repair(): void {
    if (!this.#isBusy) void this.#try();
  }

  /** The connection is back: what was offered before may be lost with the one before it. */
  again(): void {
    if (!this.#isBusy) return;
    this.#attempts--;
    void this.#try();
  }

  async #try(): Promise<void> {
    const { timers } = this.#port;
    timers.clearTimeout(this.#timer);
    this.#isBusy = true;
    if (this.#attempts >= ATTEMPTS) return this.#port.onGivenUp();
    this.#attempts++;
    this.#timer = timers.setTimeout(() => (this.#port.isUp() ? this.rest() : void this.#try()), ATTEMPT_MS);
    await this.#port.restart(this.#attempts === RELAYED).catch((cause) => {
      // again() comes when the phone is back, or the call ends with the service's grace.
      if (cause?.code === 'transport_closed') timers.clearTimeout(this.#timer);
    });
  }
}
