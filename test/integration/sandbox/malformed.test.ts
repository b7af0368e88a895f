import { expect, it } from 'vitest';
import { bombard, trickle } from '../../support/raw-http.js';
import { useTestbed } from '../../support/testbed.js';
import { WirePhone } from '../../support/wire-phone.js';

const bed = useTestbed();
const portOf = () => Number(new URL(bed.sandbox.apiBaseUrl).port);

/** REST, control API and signalling all answer. */
async function answers(): Promise<void> {
  const { apiBaseUrl, apiKey, createToken, users } = bed.sandbox;
  const ask = (path: string, credential: string, method = 'GET') =>
    fetch(`${apiBaseUrl}${path}`, { method, headers: { Authorization: `Bearer ${credential}` } });
  expect((await ask('/v1/me/presence', await createToken(users[0]?.id ?? ''))).status).toBe(200);
  expect((await ask('/sandbox/status', apiKey, 'POST')).status).toBe(200);
  await (await WirePhone.connect(bed)).close();
}

it.each(['/v1/me/presence', '/v1/user_sessions', '/sandbox/status', '/v1/webrtc'])(
  'malformed requests at %s are refused, and the sandbox still answers',
  async (path) => {
    for (const [what, answer] of await bombard(portOf(), path))
      expect(answer, what).toMatch(/^(HTTP\/1\.1 (4\d\d|204|101) .*)?$/);
    await answers();
  },
);

it('requests that never end are ended by the sandbox, which answers others meanwhile', {
  timeout: 40_000,
}, async () => {
  const trickled = ['/v1/user_sessions', '/sandbox/status'].map((path) => trickle(portOf(), path));
  await answers();
  await Promise.all(trickled);
  await answers();
});
