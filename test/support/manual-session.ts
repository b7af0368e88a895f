import type { PhoneError } from '../../src/core/phone-error.js';

/** A session that a test ends by hand. */
export class ManualSession {
  isClosed = false;
  readonly #end = new AbortController();
  readonly over = this.#end.signal;

  get isOver(): boolean {
    return this.over.aborted;
  }

  end(error?: PhoneError): void {
    this.#end.abort(error);
  }

  close(): void {
    this.isClosed = true;
    this.end();
  }
}
