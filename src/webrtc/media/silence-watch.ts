import type { Timers } from '../../core/timing.js';

/** Nothing for so long is a silence. */
const LOOK_MS = 5_000;

/** Whose voice is missing: ours, from the microphone on, or that of the other side, on its way to us. */
export type SilentSide = 'local' | 'remote';

export interface SilenceWatchPort {
  readonly timers: Timers;
  getStats(): Promise<RTCStatsReport>;
  /** Whether this side should be heard now. */
  isExpected(side: SilentSide): boolean;
  onSilence(side: SilentSide): void;
}

/** What was counted of each side; a count that stands still is a silence. */
const COUNTS: readonly (readonly [side: SilentSide, type: string, count: string])[] = [
  ['local', 'media-source', 'totalAudioEnergy'],
  ['remote', 'inbound-rtp', 'packetsReceived'],
];

/** Notices audio that is one-way or dead although the path is up, within 10 s; tells each silence once. */
export class SilenceWatch {
  readonly #port: SilenceWatchPort;
  readonly #counted = new Map<SilentSide, number>();
  readonly #told = new Set<SilentSide>();
  #timer: unknown;

  constructor(port: SilenceWatchPort) {
    this.#port = port;
  }

  start(): void {
    this.#timer ??= this.#wait();
  }

  stop(): void {
    this.#port.timers.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(): unknown {
    return this.#port.timers.setTimeout(() => void this.#look(), LOOK_MS);
  }

  async #look(): Promise<void> {
    const report = await this.#port.getStats().catch(() => undefined);
    const stats = [...(report?.values() ?? [])];
    if (!this.#timer) return;
    for (const [side, type, count] of COUNTS) {
      const now = stats.find((one) => one.type === type)?.[count];
      const isSilent = now !== undefined && now === this.#counted.get(side) && this.#port.isExpected(side);
      this.#counted.set(side, now);
      if (isSilent && !this.#told.has(side)) this.#port.onSilence(side);
      if (isSilent) this.#told.add(side);
      else this.#told.delete(side);
    }
    this.#timer = this.#wait();
  }
}
