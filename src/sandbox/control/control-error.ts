import { printable } from '../../core/printable.js';

/** A command that cannot be carried out: what is wrong with it, and the HTTP status that says so. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  constructor(
    readonly status: 400 | 404 | 409,
    message: string,
  ) {
    super(printable(message, 2000));
  }
}
