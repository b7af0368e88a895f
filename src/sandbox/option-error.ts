import { printable } from '../core/printable.js';

/** An option of `startSandbox` that cannot be used: which one, and what fits. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
  constructor(message: string) {
    super(printable(message, 1000));
  }
}
