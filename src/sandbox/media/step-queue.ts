import { systemTimers, withDeadline } from '../../core/timing.js';
import { MediaError } from './media-error.js';

/** A step is a matter of milliseconds; one that takes longer will not end. */
const STEP_DEADLINE_MS = 5000;

/** The steps of a negotiation, one after the other. Each ends within the deadline, and fails with a MediaError. */
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

  /** No further step begins; resolves when the one under way is over. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
  }
}
