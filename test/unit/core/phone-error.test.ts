import { describe, expect, it } from 'vitest';
import { PhoneError } from '../../../src/core/phone-error.js';

describe('a PhoneError', () => {
  it('is an Error with a name, a code, a message and a stack', () => {
    const error = new PhoneError('call_failed', 'It failed.');
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(PhoneError);
    expect(error).toMatchObject({ name: 'PhoneError', code: 'call_failed', message: 'It failed.' });
    expect(String(error)).toBe('PhoneError: It failed.');
    expect(error.stack).toContain('phone-error.test');
  });

  it('has undefined, never null, for what it does not know, and is not fatal', () => {
    const { callId, fatal, rawCode, context, retryAfterMs, cause } = new PhoneError('call_failed', 'It failed.');
    expect([callId, rawCode, context, retryAfterMs, cause]).toEqual(Array(5).fill(undefined));
    expect(fatal).toBe(false);
  });

  it('has no cause of its own unless it is given one', () => {
    expect(Object.hasOwn(new PhoneError('call_failed', 'It failed.'), 'cause')).toBe(false);
  });

  it('carries what it is told', () => {
    const details = {
      callId: 'call_1',
      fatal: true,
      cause: new TypeError('why'),
      rawCode: 'quota_exceeded',
      context: { users: ['user_1'] },
      retryAfterMs: 2_000,
    };
    expect(new PhoneError('internal_error', 'It failed.', details)).toMatchObject(details);
  });
});

it('a PhoneError shows nothing of a text from outside that moves a cursor or hides', () => {
  const { message } = new PhoneError('internal_error', `\u001b[2K\rNew key: ${'x'.repeat(400)}\u202e`);
  expect(message).toMatch(/^\\u\{1b\}\[2K\\u\{d\}New key: x+$/);
});

it('keeps its message and its code in JSON', () => {
  const error = new PhoneError('call_failed', 'The call failed.', { callId: 'call_1' });
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'PhoneError',
    message: 'The call failed.',
    code: 'call_failed',
    callId: 'call_1',
    fatal: false,
    shouldRetry: false,
  });
});
