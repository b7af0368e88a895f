import type { PhoneError } from '../../src/core/phone-error.js';

/** A session that ends when a test says so. */
export class ManualSession {
  isClosed = false;
  isOver = false;
  end: (error?: PhoneError) => void = () => {};
  readonly closed = new Promise<PhoneError | undefined>((resolve) => {
    this.end = (error) => {
      this.isOver = true;
      resolve(error);
    };
  });

  close(): void {
    this.isClosed = true;
    this.end();
  }
}
