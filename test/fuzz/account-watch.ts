import type { SandboxAccount } from '../../src/sandbox/index.js';

/** Holds the service to what it may tell whom: nothing of another account, and of a call only whose it is. */
export class AccountWatch {
  readonly faults: string[] = [];
  readonly #accounts: readonly SandboxAccount[];
  /** Whose each call is. */
  readonly #owners = new Map<string, string>();

  constructor(...accounts: readonly SandboxAccount[]) {
    this.#accounts = accounts;
  }

  /** A phone was greeted as this user, of this account; `expected`: whose token it gave, where that is known. */
  greeted({ user_id, account_id }: { user_id: string; account_id: string }, expected = user_id): void {
    if (expected !== user_id) this.faults.push(`${expected} is taken for ${user_id}`);
    const account = this.#accounts.find(({ users }) => users.some(({ id }) => id === user_id));
    if (account?.id !== account_id) this.faults.push(`${user_id} is told to be of ${account_id}`);
  }

  /** A phone of this user was sent this frame. */
  heard(userId: string, text: string): void {
    const { type, call_id } = JSON.parse(text) as { type: string; call_id?: string | null };
    // An error repeats what the phone itself said: ids, and no names.
    this.told(userId, text, type === 'error' ? ['name'] : ['id', 'name']);
    if (type === 'error' || !call_id) return;
    const owner = this.#owners.get(call_id) ?? userId;
    this.#owners.set(call_id, owner);
    if (owner !== userId) this.faults.push(`${userId} is told of a call of ${owner}: ${text.slice(0, 300)}`);
  }

  /** The user was told this in some way. */
  told(userId: string, text: string, kinds: readonly ('id' | 'name')[] = ['id', 'name']): void {
    const others = this.#accounts.filter(({ users }) => !users.some(({ id }) => id === userId));
    const secrets = others.flatMap(({ id, users }) => [
      ...(kinds.includes('id') ? [id] : []),
      ...users.flatMap((user) => kinds.map((kind) => user[kind])),
    ]);
    const secret = secrets.find((each) => text.includes(each));
    if (secret) this.faults.push(`${userId} is told ${secret} of another account: ${text.slice(0, 300)}`);
  }

  /** Calls that any phone was told of. */
  get calls(): string[] {
    return [...this.#owners.keys()];
  }

  /** What was said of calls before is not looked for any more. */
  forget(): void {
    this.#owners.clear();
  }
}
