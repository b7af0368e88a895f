import type { Timers } from '../../core/timing.js';

/** How long a repair may take before the next is tried. */
const ATTEMPT_MS = 5_000;
const ATTEMPTS = 4;
/** This one goes through a relay: what blocks the direct path may let that through. */
const RELAYED = 3;

export interface PathRepairPort {
  readonly timers: Timers;
  /** Whether audio can flow, as far as the browser knows. */
  isUp(): boolean;
  /** Offers new ICE credentials; rejects when that cannot be sent now. */
  restart(viaRelay: boolean): Promise<void>;
  onGivenUp(): void;
}

/** Repairs the media path of one call by ICE restarts; the one place that decides when. It gives up after 20 s. */
export class PathRepair {
  readonly #port: PathRepairPort;
  #attempts = 0;
  #isBusy = false;
  /** The network changed after the offer of the attempt that is under way went out. */
  #isOutdated = false;
  #timer: unknown;

  constructor(port: PathRepairPort) {
    this.#port = port;
  }

  /** The path is up. */
  settle(): void {
    this.#isBusy = this.#isOutdated = false;
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

  /** The path is lost, or may be. */
  repair(): void {
    if (!this.#isBusy) void this.#try();
  }

  /** The network changed, and with it perhaps the path; `isOffered`: after the offer of an attempt went out. */
  networkChanged(isOffered: boolean): void {
    if (this.#isBusy && isOffered) this.#isOutdated = true;
    else this.repair();
  }

  /** Our offer was answered. */
  answered(): void {
    if (!this.#isOutdated) return;
    this.#isOutdated = false;
    this.again();
  }

  /** Makes the attempt that is under way anew, and does not count it: it came to nothing through no fault of the path. */
  again(): boolean {
    if (!this.#isBusy) return false;
    this.#attempts--;
    void this.#try();
    return true;
  }

  async #try(): Promise<void> {
    const { timers } = this.#port;
    timers.clearTimeout(this.#timer);
    this.#isBusy = true;
    if (this.#attempts >= ATTEMPTS) return this.#port.onGivenUp();
    this.#attempts++;
    const look = () => (this.#port.isUp() && !this.#isOutdated ? this.settle() : void this.#try());
    this.#timer = timers.setTimeout(look, ATTEMPT_MS);
    await this.#port.restart(this.#attempts === RELAYED).catch((cause) => {
      // again() comes when the phone is back, or the call ends with the service's grace.
      if (cause?.code === 'transport_closed') timers.clearTimeout(this.#timer);
    });
  }
}
