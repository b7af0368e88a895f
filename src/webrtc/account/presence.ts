import * as limits from '../../../generated/v1/limits.js';
import type {
  PresenceList,
  PresenceEntry as WireEntry,
  PresenceUpdate as WireUpdate,
} from '../../../generated/v1/messages.js';
import { PhoneError } from '../../core/phone-error.js';
import type { UserApi } from '../../rest/user-api.js';
import type {
  DirectoryPage,
  DirectoryQuery,
  OwnPresence,
  OwnPresenceStatus,
  PresenceEntry,
  PresenceUpdate,
} from './types.js';

/** What presence needs of a session of the phone. */
export interface PresenceSession {
  readonly isOver: boolean;
  request<Value>(
    type: 'presence.subscribe',
    watched: { readonly users?: string[] },
    accept: (list: PresenceList) => Value,
  ): Promise<Value>;
}

/** How presence tells the page something. */
export interface PresenceTeller {
  emit(event: 'presenceList', entries: PresenceEntry[]): void;
  emit(event: 'presenceUpdate', update: PresenceUpdate): void;
  emit(event: 'error', error: PhoneError): void;
}

/** Whose presence is watched, kept over reconnects; and the user's own. */
export class Presence {
  readonly #ask: UserApi;
  readonly #tell: PresenceTeller;
  #watched: { readonly users?: string[] } | undefined;

  constructor(ask: UserApi, tell: PresenceTeller) {
    this.#ask = ask;
    this.#tell = tell;
  }

  /** @throws PhoneError for a list that the service would refuse. */
  watch(users: readonly string[] | undefined, session: PresenceSession | undefined): void {
    const isList =
      Array.isArray(users) &&
      users.length > 0 &&
      users.length <= limits.presenceUsersMax &&
      users.every((id) => typeof id === 'string' && id);
    if (users !== undefined && !isList) {
      throw new PhoneError('invalid_message', `Pass 1 to ${limits.presenceUsersMax} user ids, or none for all.`);
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
      if (this.#watched === watched && !session.isOver) this.#tell.emit('error', error as PhoneError);
    }
  }

  /** The phone leaves: nothing is watched any more. */
  forget(): void {
    this.#watched = undefined;
  }

  updated(update: WireUpdate): void {
    this.#tell.emit('presenceUpdate', toUpdate(update));
  }

  async get(): Promise<OwnPresence> {
    return toPresence(await this.#ask('getPresence'));
  }

  async set(status: OwnPresenceStatus, statusText?: string): Promise<void> {
    const body = { status, ...(statusText !== undefined && { status_text: statusText }) };
    await this.#ask('setPresence', { body });
  }

  async directory(query: DirectoryQuery): Promise<DirectoryPage> {
    const { data, next_page_url } = await this.#ask('listDirectory', { query });
    const next = next_page_url && new URLSearchParams(next_page_url.split('?')[1]).get('page');
    return {
      users: data.map(({ user, display_name }) => ({ userId: user, displayName: display_name })),
      nextPage: next || null,
    };
  }

  #subscribe(session: PresenceSession, watched: { readonly users?: string[] }): Promise<void> {
    return session.request('presence.subscribe', watched, ({ users }: PresenceList) =>
      this.#tell.emit(
        'presenceList',
        users.map((entry) => ({ ...toUpdate(entry), name: entry.name })),
      ),
    );
  }
}

const toUpdate = (wire: WireEntry | WireUpdate): PresenceUpdate => ({ userId: wire.user_id, ...toPresence(wire) });

const toPresence = <Status>(wire: { status: Status; status_text?: string | null; updated_at: string }) => ({
  status: wire.status,
  statusText: wire.status_text ?? null,
  updatedAt: wire.updated_at,
});
