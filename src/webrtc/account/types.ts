import type { PresenceStatus } from '../../../generated/v1/messages.js';
import type { components } from '../../../generated/v1/rest.js';

// What the phone's methods take and give, apart from the code behind them: a user's compiler reads this and no more.

export type Schemas = components['schemas'];
export type OwnPresenceStatus = Schemas['OwnPresenceStatus'];

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

export interface DirectoryUser {
  userId: string;
  displayName: string;
}

export interface DirectoryPage {
  users: DirectoryUser[];
  /** What `listDirectory({ page })` takes for the next page; null on the last one. */
  nextPage: string | null;
}

export type EmergencyAddressRequest = Schemas['EmergencyAddressRequest'];

/** A validated address; `validatedAt` is RFC 3339. */
export type EmergencyAddress = Omit<Schemas['EmergencyAddress'], 'validated_at'> & { validatedAt: string };
