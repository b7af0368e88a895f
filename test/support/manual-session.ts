import type { PhoneError } from '../../src/core/phone-error.js';

/** A session that ends when a test says so. */
export class ManualSession {
  isClosed = false;
  readonly #end = new AbortController();
  readonly over = this.#end.signal;
  end: (error?: PhoneError) => void = () => {};
  readonly closed = new Promise<PhoneError | undefined>((resolve) => {
    this.end = (error) => {
      this.#end.abort(error);
      resolve(error);
    };
  });

  get isOver(): boolean {
    return this.over.aborted;
  }

  close(): void {
    this.isClosed = true;
    this.end();
  }
}
