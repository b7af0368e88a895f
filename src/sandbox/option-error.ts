import { printable } from '../core/printable.js';

/** `startSandbox()` cannot use an option. The message names the option and says what it accepts. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
  constructor(message: string) {
    super(printable(message, 1000));
  }
}
