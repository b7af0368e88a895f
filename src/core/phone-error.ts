import { errorFacts, type SdkErrorCode, type ServerErrorCode } from '../../generated/v1/protocol.js';
import { printable } from './printable.js';

export type PhoneErrorCode = ServerErrorCode | SdkErrorCode;

/** A civic address that may have been meant. */
export interface AddressSuggestion {
  /** Street address. */
  street: string;
  /** Suite, floor, apartment or room. */
  street2?: string | null;
  city: string;
  /** Two-letter code of the state or province. */
  state: string;
  /** ZIP or postal code. */
  zip: string;
  /** Two-letter country code (ISO 3166-1). */
  country: string;
}

export interface PhoneErrorContext {
  /** The users that a presence error concerns. */
  readonly users?: readonly string[];
  /** Addresses that may have been meant by one that was refused. */
  readonly suggestions?: readonly AddressSuggestion[];
}

export interface PhoneErrorDetails {
  callId?: string | undefined;
  fatal?: boolean;
  cause?: unknown;
  rawCode?: string | undefined;
  context?: PhoneErrorContext | undefined;
  retryAfterMs?: number | undefined;
  /** Overrides what follows from the code. */
  shouldRetry?: boolean;
}

/**
 * Everything that this SDK throws, rejects with, or emits as `error`. The message never contains a token. Control and
 * invisible characters in it are escaped, and it has at most 300 characters of text.
 */
export class PhoneError extends Error {
  override readonly name = 'PhoneError';
  /**
   * What happened; the closed set of the contract. A code that this version does not know is `internal_error`.
   * docs/errors.md explains each code and says what to do.
   */
  readonly code!: PhoneErrorCode;
  /** The id of the call that the error is about. */
  readonly callId?: string;
  /** Whether the error ended the connection. */
  readonly fatal!: boolean;
  /** The service's own code, where it differs from `code`. */
  readonly rawCode: string | undefined;
  /** Details, if the service sent some. */
  readonly context: PhoneErrorContext | undefined;
  /** How long to wait before you try again, in milliseconds, if the service named a time. */
  readonly retryAfterMs: number | undefined;
  /** Whether the same request may succeed later without a change. */
  readonly shouldRetry!: boolean;

  constructor(code: PhoneErrorCode, message: string, details: PhoneErrorDetails = {}) {
    super(printable(message), details);
    const [, , shouldRetry = false] = errorFacts[code];
    Object.assign(this, { fatal: false, shouldRetry, ...details, code });
  }

  /** Adds the message, which `JSON.stringify` leaves out of an Error. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** A copy of the error with another `fatal`. */
export const withFatal = (cause: PhoneError, fatal: boolean): PhoneError =>
  new PhoneError(cause.code, cause.message, { ...cause, cause, fatal });
