import { describe, expect, expectTypeOf, it } from 'vitest';
import * as protocol from '../../generated/v1/protocol.js';
import { signalling } from './support/documents.js';
import { own } from './support/subjects.js';
import { closeCodes, sdkErrors, serverErrors } from './tables/errors.js';

const endings = Object.entries(serverErrors).flatMap(([code, { ends }]) => (ends ? [{ code, ...ends }] : []));

describe('the error codes', () => {
  it('are 16 of the server and 6 of the SDK', () => {
    expect(Object.keys(serverErrors)).toHaveLength(16);
    expect(Object.keys(sdkErrors)).toHaveLength(6);
  });

  it('are all of the documents and of the generated code', () => {
    const all = [...Object.keys(serverErrors), ...Object.keys(sdkErrors)].sort();
    expect(Object.keys(signalling.errorCodes).sort()).toEqual(all);
    expect([...protocol.knownErrorCodes].sort()).toEqual(all);
    expect(Object.keys(protocol.errorFacts).sort()).toEqual(all);
    expectTypeOf<(typeof protocol.knownErrorCodes)[number]>().toEqualTypeOf<protocol.ErrorCode>();
  });

  it.each(Object.entries(serverErrors))('%s is the server’s', (code, { answers, ends }) => {
    expect(own(signalling.errorCodes, code)).toMatchObject({
      raisedBy: 'server',
      role: answers && ends ? 'both' : ends ? 'ending' : 'answer',
    });
    expect(own<{ reconnect?: string }>(signalling.errorCodes, code).reconnect).toBe(ends?.reconnect);
  });

  it.each(Object.keys(sdkErrors))('%s is the SDK’s alone', (code) => {
    expect(own(signalling.errorCodes, code)).toMatchObject({ raisedBy: 'sdk', role: 'answer' });
    expect(own(signalling.errorCodes, code)).not.toHaveProperty('reconnect');
  });

  it('say whether to reconnect, when they end a connection', () => {
    expect(protocol.reconnectRules).toEqual(
      Object.fromEntries(endings.map(({ code, reconnect }) => [code, reconnect])),
    );
    expectTypeOf<keyof typeof protocol.reconnectRules>().toEqualTypeOf<protocol.EndingErrorCode>();
  });

  it.each(protocol.knownErrorCodes)('what a phone does about %s follows from the documents', (code) => {
    const { retry, reconnect } = own<{ retry?: boolean; reconnect?: string }>(signalling.errorCodes, code);
    const closeCode = endings.find((ending) => ending.code === code)?.closeCode;
    const rule = reconnect === undefined || reconnect === 'backoff' ? '' : reconnect;
    expect(protocol.errorFacts[code]).toEqual([rule, closeCode ?? 0, ...(retry ? [true] : [])]);
  });

  it.each(protocol.knownErrorCodes)('%s says what it means and what to do', (code) => {
    const { meaning, advice } = own<{ meaning: string; advice: string }>(signalling.errorCodes, code);
    expect(meaning).toMatch(/^[A-Z].+\.$/);
    expect(advice).toMatch(/^[A-Z].+\.$/);
  });
});

describe('the close codes', () => {
  it('are those of the contract, with the errors that precede them', () => {
    expect(Object.fromEntries(signalling.closeCodes.map(({ code, errors }) => [code, [...errors].sort()]))).toEqual(
      closeCodes,
    );
    expect(signalling.closeCodes).toHaveLength(10);
  });

  it('follow a fatal error in every case but the client’s own leaving and a frame too large', () => {
    for (const { code, errors } of signalling.closeCodes)
      expect(errors.length > 0, `${code}`).toBe(![1000, 1009].includes(code));
  });

  it('are the same in the generated code', () => {
    expect(Object.values(protocol.closeCodes).sort()).toEqual(Object.keys(closeCodes).map(Number).sort());
    expect({ ...protocol.closeCodes }).toEqual(
      Object.fromEntries(signalling.closeCodes.map(({ name, code }) => [name, code])),
    );
    expect(protocol.closeCodeOf).toEqual(Object.fromEntries(endings.map(({ code, closeCode }) => [code, closeCode])));
  });
});
