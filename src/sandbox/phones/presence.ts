import type { PresenceEntry, PresenceStatus } from '../../../generated/v1/messages.js';
import { numberOf, type OwnPresenceStatus, type User } from '../world/world.js';
import type { PhoneSession } from './phone-session.js';
import { Refusal } from './refusal.js';
import type { Sessions } from './sessions.js';

/** The presence of users, and who watches it. */
export class Presence {
  readonly #sessions: Sessions;
  /** The presence of each user as watchers know it. */
  readonly #told = new Map<User, PresenceEntry>();

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  /**
   * Replaces a phone's watch list. @throws Refusal `presence_unavailable` with the users that the account does not
   * have.
   */
  watch(session: PhoneSession, users: readonly string[] | undefined): PresenceEntry[] {
    const { account } = session.user;
    const unknown = users?.filter((id) => !account.users.has(id)) ?? [];
    if (unknown.length > 0) {
      throw new Refusal('presence_unavailable', 'These users are not in the account. The watch list is unchanged.', {
        users: unknown,
      });
    }
    session.watch = users ? new Set(users) : 'everybody';
    return [...account.users.values()].filter((user) => watches(session, user)).map((user) => this.#entry(user));
  }

  set(user: User, status: OwnPresenceStatus, text: string | null): void {
    user.status = status;
    user.statusText = text;
    user.statusAt = new Date();
    this.refresh(user);
  }

  /** Sends the user's presence to those who watch it, if it has changed. */
  refresh(user: User): void {
    const before = this.#told.get(user);
    const now = { ...this.#seen(user), updated_at: new Date().toISOString() };
    if (before && sameButForTime(before, now)) return;
    this.#told.set(user, now);
    for (const session of this.#sessions.all) {
      if (watches(session, user) && this.#sessions.isCurrent(session))
        session.send({ type: 'presence.update', ...now });
    }
  }

  #entry(user: User): PresenceEntry {
    const entry = this.#told.get(user) ?? { ...this.#seen(user), updated_at: user.statusAt.toISOString() };
    this.#told.set(user, entry);
    return entry;
  }

  #seen(user: User): Omit<PresenceEntry, 'updated_at'> {
    return {
      user_id: user.id,
      name: user.name ?? numberOf(user),
      status: this.#status(user),
      status_text: user.statusText,
      do_not_disturb: user.status === 'dnd',
    };
  }

  #status(user: User): PresenceStatus {
    const phones = this.#sessions.all.filter((session) => session.user === user);
    if (!phones.some(({ socket }) => socket)) return 'offline';
    return phones.some(({ calls }) => [...calls].some(({ isBusy }) => isBusy)) ? 'on_call' : user.status;
  }
}

function watches({ watch, user }: PhoneSession, other: User): boolean {
  if (watch === 'nobody' || user.account !== other.account) return false;
  return watch === 'everybody' || watch.has(other.id);
}

function sameButForTime(a: PresenceEntry, b: PresenceEntry): boolean {
  return (['name', 'status', 'status_text', 'do_not_disturb'] as const).every((field) => a[field] === b[field]);
}
