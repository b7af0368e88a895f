import { fixedId } from './ids.js';
import type { Platform, World } from './world.js';

export interface SandboxUser {
  /** The same at every start. */
  readonly id: string;
  readonly name: string;
  readonly extension: string;
  /** E.164. */
  readonly number: string;
}

export interface SandboxAccount {
  /** The same at every start. */
  readonly id: string;
  readonly users: readonly SandboxUser[];
}

const withId = (name: string, extension: string, number: string): SandboxUser => ({
  id: fixedId('user', number),
  name,
  extension,
  number,
});

export const ACCOUNT: SandboxAccount = {
  id: fixedId('acct', 'first'),
  users: [
    withId('Alice Example', '101', '+14155550101'),
    withId('Bob Example', '102', '+14155550102'),
    withId('Carol Example', '103', '+14155550103'),
  ],
};

export const OTHER_ACCOUNT: SandboxAccount = {
  id: fixedId('acct', 'other'),
  users: [withId('Olga Other', '101', '+13125550101'), withId('Omar Other', '102', '+13125550102')],
};

/** Adds the accounts and users that every sandbox starts with. */
export function populate(world: World, platform: Platform): void {
  for (const { id, users } of [ACCOUNT, OTHER_ACCOUNT]) {
    const account = world.addAccount(platform, id);
    for (const user of users) world.addUser(account, user, user.id);
  }
}
