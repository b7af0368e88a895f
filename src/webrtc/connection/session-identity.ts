import * as limits from '../../../generated/v1/limits.js';
import { attempt } from '../../core/attempt.js';

/** A call that a page had when it went away, and whether its user had muted or held it. */
export interface KeptCall {
  readonly id: string;
  readonly muted: boolean;
  readonly held?: boolean;
}

interface Entry {
  readonly id: string;
  readonly calls: readonly KeptCall[];
}

type PageStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Names this phone to the service, which knows its calls by that name. It outlives a reload: written when the page hides,
 * removed when it is read, so that a duplicated tab is another phone.
 */
export class SessionIdentity {
  readonly #storage: PageStorage | undefined;
  readonly #key: string;
  #id: string | undefined;
  /** The calls of the page before this one, until a connection has come about that can ask for them. */
  #kept: readonly KeptCall[] | undefined;

  constructor(storage: PageStorage | undefined, user: string) {
    this.#storage = storage;
    this.#key = `dialstack.session.${user}`;
  }

  /** Taken from the page before this one, or made. */
  get id(): string {
    this.#id ??= newId();
    return this.#id;
  }

  /** A connection is to be made: takes over what the page before this one left, if this phone has no name yet. */
  claim(): void {
    if (this.#id !== undefined) return;
    const entry = parse(this.#access((storage) => storage.getItem(this.#key)));
    this.forget();
    this.#id = entry?.id;
    this.#kept = entry?.calls;
  }

  /** The connection came about: gives the calls of the page before this one, if there was one with this name, once. */
  takeKept(): readonly KeptCall[] | undefined {
    const kept = this.#kept;
    this.#kept = undefined;
    return kept;
  }

  /** No connection came about: what was taken over is there again for the next one, of this phone or another. */
  release(): void {
    if (!this.#kept) return;
    this.keep([]);
    this.#id = this.#kept = undefined;
  }

  /** The page hides in these calls, and may come back as another one. */
  keep(calls: readonly KeptCall[]): void {
    const entry: Entry = { id: this.id, calls: [...calls, ...(this.#kept ?? [])] };
    this.#access((storage) => storage.setItem(this.#key, JSON.stringify(entry)));
  }

  /** The page that hid is back itself. */
  forget(): void {
    this.#access((storage) => storage.removeItem(this.#key));
  }

  /** A storage may be blocked or full; then a reload makes a new phone. */
  #access<T>(act: (storage: PageStorage) => T): T | undefined {
    return attempt(() => this.#storage && act(this.#storage));
  }
}

/** Reads an entry. Anybody on this origin may have written it. */
function parse(text: string | null | undefined): Entry | undefined {
  const { id, calls } = Object(attempt(() => JSON.parse(text ?? '')));
  if (!isName(id) || !Array.isArray(calls)) return undefined;
  const isKept = (call: Partial<KeptCall> | null) => isName(call?.id) && typeof call?.muted === 'boolean';
  return { id, calls: calls.filter(isKept).slice(0, limits.callsPerPhone) };
}

const isName = (name: unknown): name is string =>
  typeof name === 'string' && name !== '' && name.length <= limits.sessionIdMaxChars;

/** Not crypto.randomUUID(): that is missing where a page is not secure. */
const newId = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');
