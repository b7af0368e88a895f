import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RawData } from 'ws';
import type { SandboxLog } from '../log.js';
import type { RateWindow } from '../rate-window.js';
import { later } from '../timers.js';

/** How long to handle frames before other work, such as the audio of calls, gets a turn. */
const SLICE_MS = 5;
/** How many frames may wait before the socket is paused. */
const WAITING_MAX = 32;

export interface FrameIntakePort {
  readonly log: SandboxLog;
  /** The rate limit for frames of this socket. */
  readonly window: RateWindow;
  /** Handles one frame. The next one waits until it is done. */
  onFrame(data: RawData, isBinary: boolean): void | Promise<void>;
  /** Called with true when too many frames wait: pause the socket until it is called with false. */
  onFull(isFull: boolean): void;
  /** Handling a frame failed. Must not throw. */
  onFault(error: unknown): void;
}

interface Waiting {
  readonly run: () => void | Promise<void>;
  /** Whether the rate limits count it. */
  readonly isCounted: boolean;
}

/**
 * Handles the frames of one socket one at a time, and at most as fast as the rate limits allow. No frame is lost:
 * excess ones wait here, at most those of one read, and the rest waits in the paused socket.
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

  /** Adds a rate limit that this socket shares with others. */
  share(window: RateWindow): void {
    this.#windows.push(window);
  }

  receive(data: RawData, isBinary: boolean): void {
    this.#add({ run: () => this.#port.onFrame(data, isBinary), isCounted: true });
  }

  /** Calls `act` when all frames received so far are done. */
  after(act: () => void): void {
    this.#add({ run: act, isCounted: false });
  }

  /** Stops handling frames. Later ones are read and dropped, so that a close frame behind them gets through. */
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
