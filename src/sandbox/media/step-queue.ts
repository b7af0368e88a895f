import { systemTimers, withDeadline } from '../../core/timing.js';
import { MediaError } from './media-error.js';

/** A step takes milliseconds. One that takes longer than this will never finish. */
const STEP_DEADLINE_MS = 5000;

/** Runs the steps of a negotiation one at a time. Each settles within 5 s, and fails with a MediaError. */
export class StepQueue {
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  run<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#last.then(async () => {
      if (this.#closed) throw new MediaError('the leg is closed');
      const late = () => new MediaError('the media negotiation took too long');
      try {
        return await withDeadline(systemTimers, STEP_DEADLINE_MS, step(), late);
      } catch (cause) {
        if (cause instanceof MediaError) throw cause;
        throw new MediaError(`the media negotiation failed: ${String(cause)}`, { cause });
      }
    });
    this.#last = result.catch(() => {});
    return result;
  }

  /** Starts no further step. Resolves when the current one is over. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
  }
}
