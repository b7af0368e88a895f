import { expect, it } from 'vitest';
import { RestError } from '../../../../src/rest/rest-error.js';
import { fromRestFault } from '../../../../src/webrtc/account/rest-fault.js';

it.each([
  ['token_expired', 'auth_expired'],
  ['session_revoked', 'session_revoked'],
  ['unauthorized', 'auth_failed'],
])('a refused token of code %s is %s', (code, expected) => {
  expect(fromRestFault(new RestError('No.', { status: 401, ...(code && { code }) }), 'What failed').code).toBe(
    expected,
  );
});

it.each([
  [401, 'constructor'],
  [401, undefined],
  [403, undefined],
])('an answer that is not the service’s own, %i %s, is no fault of the token', (status, code) => {
  const fault = fromRestFault(new RestError('No.', { status, ...(code && { code }) }), 'What failed');
  expect(fault).toMatchObject({ code: 'transport_closed', shouldRetry: true });
});
