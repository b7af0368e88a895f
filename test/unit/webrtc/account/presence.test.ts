import { describe, expect, it } from 'vitest';
import { usePhoneBench } from '../../../support/phone-bench.js';

const bench = usePhoneBench();

describe('listDirectory()', () => {
  it.each(['"a page of a proxy"', '{}', '{"data":null}', '{"data":{"length":1}}', '7'])(
    'rejects when the service answers %s, which is no list',
    async (body) => {
      const phone = bench.phone();
      bench.api.answerWith(() => new Response(body));
      const error = await bench.refusal(phone.listDirectory());
      expect(error).toMatchObject({ code: 'internal_error', message: expect.stringContaining('apiBaseUrl') });
    },
  );
});
