import { expect, it } from 'vitest';
import { RestError } from '../../../../src/rest/rest-error.js';
import { fromRestFault } from '../../../../src/webrtc/account/rest-fault.js';

it.each([
  ['token_expired', 'auth_expired'],
  ['session_revoked', 'session_revoked'],
  ['constructor', 'auth_failed'],
  [undefined, 'auth_failed'],
])('a refused token of code %s is %s', (code, expected) => {
  expect(fromRestFault(new RestError('No.', { status: 401, ...(code && { code }) }), 'What failed').code).toBe(
    expected,
  );
});
