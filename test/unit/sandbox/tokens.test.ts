import { expect, it } from 'vitest';
import { TokenFault, Tokens } from '../../../src/sandbox/world/tokens.js';
import { World } from '../../../src/sandbox/world/world.js';

async function granted(ttlSeconds?: number) {
  const world = new World();
  const platform = world.addPlatform();
  const user = world.addUser(world.addAccount(platform), { name: 'Alice' });
  const tokens = new Tokens(world, platform.apiKey);
  const grant = await tokens.verify((await tokens.mint(user, ttlSeconds)).token);
  const fault = (of = grant) => {
    try {
      tokens.demandValid(of);
      return undefined;
    } catch (error) {
      return error instanceof TokenFault ? error.code : error;
    }
  };
  return { user, tokens, grant, fault };
}

it('a token that was valid once is asked again: it may have been revoked, or have expired, since', async () => {
  const { user, tokens, grant, fault } = await granted();
  expect(fault()).toBeUndefined();
  expect(fault({ ...grant, expiresAt: Date.now() })).toBe('auth_expired');
  tokens.expire(user);
  expect(fault()).toBe('auth_expired');
  tokens.revoke(user);
  expect(fault(), 'the graver of the two').toBe('session_revoked');
});
