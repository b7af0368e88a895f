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
  /** Where it does not follow from the code. */
  shouldRetry?: boolean;
}

/**
 * Everything that this SDK throws, rejects with, or emits as `error`. Its message never holds a token, and nothing that
 * moves a cursor or hides: what cannot be seen is escaped, and it is at most 300 characters long.
 */
export class PhoneError extends Error {
  override readonly name = 'PhoneError';
  /**
   * What happened; the closed set of the contract. A code that this version does not know is `internal_error`.
   * docs/errors.md explains each code and says what to do.
   */
  readonly code!: PhoneErrorCode;
  /** The call that it concerns; never null. */
  readonly callId?: string;
  /** Whether the connection ended with it. */
  readonly fatal!: boolean;
  /** The service's own code, where it differs from `code`. */
  readonly rawCode: string | undefined;
  /** What it is about, where the service says so. */
  readonly context: PhoneErrorContext | undefined;
  /** The least time to wait before trying again, in milliseconds, when the service named one. */
  readonly retryAfterMs: number | undefined;
  /** Whether the same thing may succeed when it is done again unchanged. */
  readonly shouldRetry!: boolean;

  constructor(code: PhoneErrorCode, message: string, details: PhoneErrorDetails = {}) {
    super(printable(message), details);
    const [, , shouldRetry = false] = errorFacts[code];
    Object.assign(this, { fatal: false, shouldRetry, ...details, code });
  }

  /** `JSON.stringify(error)` keeps what `Error` leaves out: the message. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** The same error, as one that ended the connection, or that did not. */
export const withFatal = (cause: PhoneError, fatal: boolean): PhoneError =>
  new PhoneError(cause.code, cause.message, { ...cause, cause, fatal });
