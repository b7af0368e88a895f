import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RawData } from 'ws';
import type { SandboxLog } from '../log.js';
import type { RateWindow } from '../rate-window.js';
import { later } from '../timers.js';

/** How long frames are handled before other work gets a turn, such as the audio of other calls. */
const SLICE_MS = 5;
/** So many frames may wait before the socket is read no further. */
const WAITING_MAX = 32;

export interface FrameIntakePort {
  readonly log: SandboxLog;
  /** How many frames are taken in which time. */
  readonly window: RateWindow;
  /** Takes one frame; the next one waits until it is done. */
  onFrame(data: RawData, isBinary: boolean): void | Promise<void>;
  /** Whether enough frames wait: then the socket is not to be read until that changes. */
  onFull(isFull: boolean): void;
  /** Taking a frame failed. Must not throw. */
  onFault(error: unknown): void;
}

interface Waiting {
  readonly run: () => void | Promise<void>;
  /** Whether the windows count it. */
  readonly isCounted: boolean;
}

/**
 * Takes the frames of one socket one after the other, and no more of them in any time than the windows allow. None is
 * lost: those beyond wait here, which are at most what one read of the socket brought, and then in the socket.
 */
export class FrameIntake {
  readonly #port: FrameIntakePort;
  readonly #windows: RateWindow[];
  #waiting: Waiting[] = [];
  #isTaking = false;
  #sliceEnd = 0;
  #isFull = false;
  #isClosed = false;
  #goOn = (): void => {};

  constructor(port: FrameIntakePort) {
    this.#port = port;
    this.#windows = [port.window];
  }

  /** From now on this window counts the frames as well, beside those of others. */
  share(window: RateWindow): void {
    this.#windows.push(window);
  }

  receive(data: RawData, isBinary: boolean): void {
    this.#add({ run: () => this.#port.onFrame(data, isBinary), isCounted: true });
  }

  /** Runs once every frame that was received is done. */
  after(act: () => void): void {
    this.#add({ run: act, isCounted: false });
  }

  /** Takes no frame any more. What comes is read and forgotten, so that a close can come through. */
  close(): void {
    this.#isClosed = true;
    this.#goOn();
    this.#tellFull(false);
  }

  #add(waiting: Waiting): void {
    this.#waiting.push(waiting);
    if (this.#waiting.length > WAITING_MAX) this.#tellFull(true);
    if (!this.#isTaking) void this.#take();
  }

  async #take(): Promise<void> {
    this.#isTaking = true;
    this.#beginSlice();
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      if (next.isCounted) await this.#room();
      if (next.isCounted && this.#isClosed) continue;
      if (performance.now() > this.#sliceEnd) {
        await nextTurn();
        this.#beginSlice();
      }
      try {
        await next.run();
      } catch (error) {
        this.#port.onFault(error);
      }
    }
    this.#isTaking = false;
    this.#tellFull(false);
  }

  async #room(): Promise<void> {
    for (const window of this.#windows) {
      for (let ms = window.take(); ms > 0 && !this.#isClosed; ms = window.take()) {
        this.#tellFull(true);
        await this.#pause(ms);
      }
    }
  }

  async #pause(ms: number): Promise<void> {
    const resumed = new Promise<void>((resolve) => {
      this.#goOn = resolve;
    });
    const timer = later(this.#port.log, Math.ceil(ms), this.#goOn);
    await resumed;
    clearTimeout(timer);
    this.#beginSlice();
  }

  #beginSlice(): void {
    this.#sliceEnd = performance.now() + SLICE_MS;
  }

  #tellFull(isFull: boolean): void {
    const full = isFull && !this.#isClosed;
    if (full === this.#isFull) return;
    this.#isFull = full;
    this.#port.onFull(full);
  }
}
