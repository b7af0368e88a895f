import * as limits from '../../../generated/v1/limits.js';
import type {
  PresenceList,
  PresenceEntry as WireEntry,
  PresenceUpdate as WireUpdate,
} from '../../../generated/v1/messages.js';
import { PhoneError } from '../../core/phone-error.js';
import type { Rest } from '../../rest/client.js';
import { fromRestFault } from './rest-fault.js';
import type { DirectoryPage, OwnPresence, OwnPresenceStatus, PresenceEntry, PresenceUpdate, Schemas } from './types.js';

/** What presence needs of a session of the phone. */
export interface PresenceSession {
  readonly isOver: boolean;
  request<Value>(
    type: 'presence.subscribe',
    watched: { readonly users?: string[] },
    accept: (list: PresenceList) => Value,
  ): Promise<Value>;
}

export interface PresencePort {
  readonly rest: Rest;
  onList(entries: PresenceEntry[]): void;
  onUpdate(update: PresenceUpdate): void;
  report(error: PhoneError): void;
}

/** Whose presence is watched, kept over reconnects; and the user's own. */
export class Presence {
  readonly #port: PresencePort;
  #watched: { readonly users?: string[] } | undefined;

  constructor(port: PresencePort) {
    this.#port = port;
  }

  /** @throws PhoneError for a list that the service would refuse. */
  watch(users: readonly string[] | undefined, session: PresenceSession | undefined): void {
    const isList =
      Array.isArray(users) &&
      users.length > 0 &&
      users.length <= limits.presenceUsersMax &&
      users.every((id) => typeof id === 'string' && id);
    if (users !== undefined && !isList) {
      throw new PhoneError(
        'invalid_message',
        `Name 1 to ${limits.presenceUsersMax} users, or none at all to watch everybody.`,
      );
    }
    this.#watched = users ? { users: [...users] } : {};
    if (session) void this.restore(session);
  }

  /** Watches on a new connection what was watched on the one before. */
  async restore(session: PresenceSession): Promise<void> {
    const watched = this.#watched;
    if (!watched) return;
    try {
      await this.#subscribe(session, watched).catch(async (error: PhoneError) => {
        if (watched.users || error.code !== 'presence_unavailable') throw error;
        const { users } = await this.directory({ limit: limits.presenceUsersMax });
        if (this.#watched !== watched || users.length === 0) return;
        return this.#subscribe(session, { users: users.map(({ userId }) => userId) });
      });
    } catch (error) {
      if (this.#watched === watched && !session.isOver) this.#port.report(error as PhoneError);
    }
  }

  /** The phone leaves: nothing is watched any more. */
  forget(): void {
    this.#watched = undefined;
  }

  updated(update: WireUpdate): void {
    this.#port.onUpdate(toUpdate(update));
  }

  async get(): Promise<OwnPresence> {
    return toOwn(
      await this.#run('The presence could not be read', (client, init) => client.GET('/v1/me/presence', init)),
    );
  }

  async set(status: OwnPresenceStatus, statusText?: string): Promise<void> {
    const body = { status, ...(statusText !== undefined && { status_text: statusText }) };
    await this.#run('The presence could not be set', (client, init) =>
      client.PUT('/v1/me/presence', { ...init, body }),
    );
  }

  async directory(query: { limit?: number; page?: string }): Promise<DirectoryPage> {
    const page = await this.#run('The directory could not be read', (client, init) =>
      client.GET('/v1/me/directory', { ...init, params: { query } }),
    );
    if (!Array.isArray(page.data)) {
      throw new PhoneError('internal_error', 'The service sent no list of users; check apiBaseUrl.');
    }
    const next = page.next_page_url && new URLSearchParams(page.next_page_url.split('?')[1]).get('page');
    return {
      users: page.data.map(({ user, display_name }) => ({ userId: user, displayName: display_name })),
      nextPage: next || null,
    };
  }

  #subscribe(session: PresenceSession, watched: { readonly users?: string[] }): Promise<void> {
    return session.request('presence.subscribe', watched, ({ users }: PresenceList) =>
      this.#port.onList(users.map(toEntry)),
    );
  }

  #run<Data>(what: string, operation: Parameters<typeof Rest.prototype.run<Data>>[0]): Promise<Data> {
    return this.#port.rest.run(operation).catch((cause) => Promise.reject(fromRestFault(cause, what)));
  }
}

const toUpdate = ({ user_id, status, status_text, updated_at }: WireEntry | WireUpdate): PresenceUpdate => ({
  userId: user_id,
  status,
  statusText: status_text ?? null,
  updatedAt: updated_at,
});

const toEntry = (entry: WireEntry): PresenceEntry => ({ ...toUpdate(entry), name: entry.name });

const toOwn = ({ status, status_text, updated_at }: Schemas['OwnPresence']): OwnPresence => ({
  status,
  statusText: status_text,
  updatedAt: updated_at,
});
