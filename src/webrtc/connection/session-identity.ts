import * as limits from '../../../generated/v1/limits.js';

/**
 * Names this phone to the service, which knows its calls by that name. It outlives a reload: written when the page hides,
 * removed when it is read, so that a duplicated tab is a phone of its own (contract, §6).
 */
export class SessionIdentity {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
  readonly #key: string;
  #id: string | undefined;
  #inherited: readonly string[] | undefined;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined, user: string) {
    this.#storage = storage;
    this.#key = `dialstack.session.${user}`;
  }

  /** Taken from the page before this one when it is first asked for, else made. */
  get id(): string {
    if (this.#id === undefined) {
      const [kept, ...callIds] = this.#access((storage) => storage.getItem(this.#key))?.split(' ') ?? [];
      this.forget();
      const isName = kept && kept.length <= limits.sessionIdMaxChars;
      if (isName) this.#inherited = callIds;
      this.#id = isName ? kept : newId();
    }
    return this.#id;
  }

  /** The calls of the page before this one, if there was one with this name: said once, those that come back are that page's. */
  takeInherited(): readonly string[] | undefined {
    const inherited = this.#inherited;
    this.#inherited = undefined;
    return inherited;
  }

  /** The page hides in these calls, and may come back as another one. */
  keep(callIds: readonly string[]): void {
    const ids = new Set([...callIds, ...(this.#inherited ?? [])]);
    this.#access((storage) => storage.setItem(this.#key, [this.id, ...ids].join(' ')));
  }

  forget(): void {
    this.#access((storage) => storage.removeItem(this.#key));
  }

  /** A storage may be blocked or full; then a reload makes a new phone. */
  #access<T>(act: (storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) => T): T | undefined {
    try {
      return this.#storage && act(this.#storage);
    } catch {
      return undefined;
    }
  }
}

/** Not crypto.randomUUID(): that is missing where a page is not secure. */
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
