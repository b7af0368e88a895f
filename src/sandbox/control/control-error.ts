import { printable } from '../../core/printable.js';

/**
 * A control command was not carried out, and nothing changed. The message says why. `status` is 400 for a wrong
 * parameter, 404 for an unknown user, call or command, and 409 if the command does not fit the present state.
 */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  constructor(
    readonly status: 400 | 404 | 409,
    message: string,
  ) {
    super(printable(message, 2000));
  }
}
