import type { PresenceStatus } from '../../../generated/v1/messages.js';
import type { AddressSuggestion } from '../../core/phone-error.js';

// What the phone's methods take and return, in the page's own spelling; test/types compares it with the REST document.

/** What users set for themselves. `dnd` is do not disturb: callers hear that the line is busy. */
export type OwnPresenceStatus = 'available' | 'dnd' | 'away';

export interface PresenceUpdate {
  userId: string;
  status: PresenceStatus;
  statusText: string | null;
  /** RFC 3339. */
  updatedAt: string;
}

export interface PresenceEntry extends PresenceUpdate {
  name: string;
}

export interface OwnPresence {
  status: OwnPresenceStatus;
  statusText: string | null;
  /** RFC 3339. */
  updatedAt: string;
}

export interface DirectoryQuery {
  /** The most users on a page: 1 to 100. Default 10. */
  limit?: number | undefined;
  /** The `nextPage` of the page before; the first page when absent. */
  page?: string | undefined;
}

export interface DirectoryUser {
  userId: string;
  displayName: string;
}

export interface DirectoryPage {
  users: DirectoryUser[];
  /** What `listDirectory({ page })` takes for the next page; null on the last one. */
  nextPage: string | null;
}

/** A civic address, as the user types it. */
export interface EmergencyAddressRequest {
  /** Street address. */
  street: string;
  /** Suite, floor, apartment or room. */
  street2?: string | null | undefined;
  city: string;
  /** Two-letter code of the state or province. */
  state: string;
  /** ZIP or postal code. */
  zip: string;
  /** Two-letter country code (ISO 3166-1). */
  country: string;
}

/** A validated address. */
export interface EmergencyAddress extends Required<AddressSuggestion> {
  /** `emerg_` and 26 characters. */
  id: string;
  /** RFC 3339. */
  validatedAt: string;
}
