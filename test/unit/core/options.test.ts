import { describe, expect, it } from 'vitest';
import { demandOptions } from '../../../src/core/options.js';
import { SERVER_OPTIONS } from '../../../src/server/dialstack.js';
import { DialStack } from '../../../src/server/index.js';
import { DialStackPhone } from '../../../src/webrtc/index.js';

describe('options', () => {
  it.each([undefined, {}, { signal: new AbortController().signal }, { signal: undefined }])(
    '%j have no fault',
    (options) => {
      expect(() => demandOptions(options)).not.toThrow();
    },
  );

  it.each([7, 'signal', true])('%j are refused: they are not an object', (options) => {
    expect(() => demandOptions(options as unknown as object)).toThrow(
      expect.objectContaining({ code: 'invalid_message' }),
    );
  });

  it('with an unknown name are refused, and the error names what there is', () => {
    expect(() => demandOptions({ signel: undefined })).toThrow('There is no option signel. Known: signal.');
  });
});

describe('a misspelt option', () => {
  it.each(['apiBaseURL', 'apiBaseurl', 'tokn', 'constructor'])(
    '%s of a phone is refused before anything is sent',
    (name) => {
      const make = () => new DialStackPhone({ token: 't', [name]: 'https://example.com' });
      expect(make).toThrow(expect.objectContaining({ name: 'PhoneError', code: 'invalid_message' }));
      expect(make).toThrow(`There is no option ${name}. Known: token `);
      expect(make).toThrow(/ apiBaseUrl /);
    },
  );

  it('of call() rejects it', async () => {
    const phone = new DialStackPhone({ token: 't' });
    const placed = phone.call('101', { callerID: '+14155550101' } as object);
    await expect(placed).rejects.toMatchObject({ code: 'invalid_message', message: /no option callerID.*callerId/ });
  });

  it('of connect() rejects it', async () => {
    const connecting = new DialStackPhone({ token: 't' }).connect({ timeout: 5 } as object);
    await expect(connecting).rejects.toMatchObject({ code: 'invalid_message' });
  });

  it('of the server client is refused, so that no API key goes to the wrong address', () => {
    const make = () => new DialStack(`sk_test_${'x'.repeat(24)}`, { apiBaseURL: 'https://example.com' } as object);
    expect(make).toThrow(`There is no option apiBaseURL. Known: ${SERVER_OPTIONS}.`);
  });
});
