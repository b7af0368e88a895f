import { randomBytes } from 'node:crypto';
import type { components } from '../../../generated/v1/rest.js';
import { printable } from '../../core/printable.js';
import { newId } from './ids.js';

type Schemas = components['schemas'];
export type OwnPresenceStatus = Schemas['OwnPresenceStatus'];

/** A customer of the service: it holds an API key and owns accounts. */
export interface Platform {
  readonly apiKey: string;
}

export interface Account {
  readonly id: string;
  readonly platform: Platform;
  readonly users: Map<string, User>;
}

export interface User {
  readonly id: string;
  readonly account: Account;
  readonly name: string | null;
  readonly email: string | null;
  readonly extension: string | null;
  /** E.164, when the user has a number of their own. */
  readonly number: string | null;
  readonly createdAt: Date;
  status: OwnPresenceStatus;
  statusText: string | null;
  statusAt: Date;
  /** Where emergency services are sent, and the network that was used when it was said. */
  emergency: { readonly address: Schemas['EmergencyAddress']; readonly network: string } | undefined;
  /** Tokens minted before this moment (ms since the epoch) are refused. */
  sessionsRevokedAt: number;
  /** Those minted before this one have expired, whatever they say. */
  tokensExpiredAt: number;
  lastMintedAt: number;
  /** Where the user's phones are taken to be, instead of where they come from. */
  network: string | undefined;
}

export interface UserSeed {
  name?: string | null;
  email?: string | null;
  extension?: string | null;
  number?: string | null;
}

/** How many users an error lists. */
const USERS_NAMED = 10;

/** Who exists: platforms, their accounts, and the accounts' users. */
export class World {
  readonly #platforms = new Map<string, Platform>();
  readonly #accounts = new Map<string, Account>();
  readonly #users = new Map<string, User>();

  addPlatform(apiKey = `sk_test_${randomBytes(18).toString('base64url')}`): Platform {
    const platform = { apiKey };
    this.#platforms.set(apiKey, platform);
    return platform;
  }

  addAccount(platform: Platform, id = newId('acct')): Account {
    const account: Account = { id, platform, users: new Map() };
    this.#accounts.set(account.id, account);
    return account;
  }

  addUser(account: Account, seed: UserSeed, id = newId('user')): User {
    const now = new Date();
    const user: User = {
      id,
      account,
      name: seed.name ?? null,
      email: seed.email ?? null,
      extension: seed.extension ?? null,
      number: seed.number ?? null,
      createdAt: now,
      status: 'available',
      statusText: null,
      statusAt: now,
      emergency: undefined,
      sessionsRevokedAt: 0,
      tokensExpiredAt: 0,
      lastMintedAt: 0,
      network: undefined,
    };
    account.users.set(user.id, user);
    this.#users.set(user.id, user);
    return user;
  }

  platform(apiKey: string): Platform | undefined {
    return this.#platforms.get(apiKey);
  }

  account(id: string): Account | undefined {
    return this.#accounts.get(id);
  }

  get users(): Iterable<User> {
    return this.#users.values();
  }

  user(id: string): User | undefined {
    return this.#users.get(id);
  }

  /** A user by id, or by extension or number; of several accounts that have it, the first. */
  find(reference: string): User | undefined {
    const accounts = [...this.#accounts.values()];
    return this.#users.get(reference) ?? accounts.flatMap((account) => this.userAt(account, reference) ?? [])[0];
  }

  /** Says that `find` found nobody, and lists the users that it finds. */
  unknownUser(reference: string): string {
    const users = [...this.#users.values()];
    const named = users.slice(0, USERS_NAMED).map((user) => {
      const { id, name, extension, number } = user;
      const shortest = [extension, number].find((known) => known && this.find(known) === user) ?? id;
      return name ? `${shortest} (${name})` : shortest;
    });
    const more = users.length > named.length ? ` and ${users.length - named.length} more` : '';
    return `There is no user ${printable(reference, 64)}. Use an id, an extension or a number. There are ${named.join(', ')}${more}.`;
  }

  /** The user of an account that an extension or a number reaches. Another account's extension reaches nobody. */
  userAt(account: Account, dialled: string): User | undefined {
    return [...account.users.values()].find((user) => user.extension === dialled || user.number === dialled);
  }

  /** The first extension that is free in an account. */
  freeExtension(account: Account): string {
    for (let extension = 101; ; extension++) {
      if (!this.userAt(account, String(extension))) return String(extension);
    }
  }
}

/** How others see a user: the number where there is one, else the extension. */
export const numberOf = (user: User): string => user.number ?? user.extension ?? '';
