import { describe, expect, it } from 'vitest';
import { knownErrorCodes } from '../../../../generated/v1/protocol.js';
import { PhoneError } from '../../../../src/core/phone-error.js';
import { fromErrorFrame } from '../../../../src/webrtc/connection/server-error.js';

describe('an error frame', () => {
  it.each(knownErrorCodes)('%s keeps its code', (code) => {
    const error = fromErrorFrame({ type: 'error', code, message: 'Something.' });
    expect(error).toBeInstanceOf(PhoneError);
    expect(error).toMatchObject({ code, message: 'Something.', fatal: false, rawCode: undefined });
  });

  it.each(['moon_phase', '', 'Auth_Failed', 'constructor', '__proto__'])(
    'with the unknown code “%s” is internal_error',
    (code) => {
      expect(fromErrorFrame({ type: 'error', code, message: 'Something.' })).toMatchObject({
        code: 'internal_error',
        rawCode: code,
      });
    },
  );

  it.each([
    [undefined, undefined],
    [null, undefined],
    ['call_1', 'call_1'],
  ])('with the call %s has the callId %s', (call_id, callId) => {
    const frame = {
      type: 'error',
      code: 'call_failed',
      message: 'x',
      ...(call_id !== undefined && { call_id }),
    } as const;
    expect(fromErrorFrame(frame).callId).toBe(callId);
  });

  it.each([
    [undefined, false],
    [null, false],
    [false, false],
    [true, true],
  ])('with fatal %s is fatal: %s', (fatal, expected) => {
    const frame = { type: 'error', code: 'going_away', message: 'x', ...(fatal !== undefined && { fatal }) } as const;
    expect(fromErrorFrame(frame).fatal).toBe(expected);
  });

  it.each([
    [undefined, undefined],
    [null, undefined],
    [2, 2_000],
    [0.5, 500],
  ])('with retry_after_seconds %s asks to wait %s ms', (seconds, retryAfterMs) => {
    const frame = {
      type: 'error',
      code: 'going_away',
      message: 'x',
      ...(seconds !== undefined && { retry_after_seconds: seconds }),
    } as const;
    expect(fromErrorFrame(frame).retryAfterMs).toBe(retryAfterMs);
  });

  it.each([
    [undefined, undefined],
    [null, undefined],
    [{}, undefined],
    [{ users: null }, undefined],
    [{ users: ['user_1'] }, { users: ['user_1'] }],
  ])('with the context %j has the context %j', (context, expected) => {
    const frame = {
      type: 'error',
      code: 'presence_unavailable',
      message: 'x',
      ...(context !== undefined && { context }),
    } as const;
    expect(fromErrorFrame(frame).context).toEqual(expected);
  });
});
