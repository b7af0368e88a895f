import { describe, expect, it } from 'vitest';
import { operations as generated } from '../../generated/v1/operations.js';
import * as closed from '../../generated/v1/validators/closed.js';
import * as open from '../../generated/v1/validators/open.js';
import { rest } from './support/documents.js';
import { build, fieldsOf } from './support/fields.js';
import { operationOf, own, requestSubjects, responseSubjects } from './support/subjects.js';
import { errorBody, operations } from './tables/operations.js';

const rows = Object.entries(operations);
const ids = rows.map(([title]) => operationOf(title).id).sort();

describe('the operations', () => {
  it('are nine', () => {
    expect(rows).toHaveLength(9);
    expect(rest.operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      Object.keys(operations).sort(),
    );
    expect(Object.keys(generated).sort()).toEqual(ids);
    expect(new Set(ids)).toHaveProperty('size', 9);
  });

  it('have a validator for every body', () => {
    const withBody = rows.filter(([, row]) => row.request).map(([title]) => operationOf(title).id);
    expect(Object.keys(closed.restRequests).sort()).toEqual(withBody.sort());
    expect(Object.keys(open.restRequests).sort()).toEqual(withBody);
    expect(Object.keys(closed.restResponses).sort()).toEqual(ids);
    for (const { id, responses } of rest.operations) {
      expect(Object.keys(own(closed.restResponses, id)), id).toEqual(Object.keys(responses));
    }
  });

  it('know two credentials, both as Bearer', () => {
    expect(rest.credentials).toEqual({
      apiKey: expect.objectContaining({ type: 'http', scheme: 'bearer' }),
      userToken: expect.objectContaining({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }),
    });
  });

  it('are told to the client in full by the query of the directory', () => {
    const query = operationOf('GET /v1/me/directory').parameters.map(({ name, in: place, required }) => [
      name,
      place,
      required ?? false,
    ]);
    expect(query).toEqual([
      ['limit', 'query', false],
      ['page', 'query', false],
    ]);
  });
});

for (const [title, row] of rows) {
  const { id, method, path, credentials, idempotent, parameters, responses } = operationOf(title);
  // A POST with an API key may be repeated under an Idempotency-Key.
  const repeatable = method === 'POST' && row.credential === 'apiKey';

  describe(title, () => {
    it('takes one credential and has one success', () => {
      expect(credentials).toEqual([row.credential]);
      expect(Object.keys(responses).filter((status) => status.startsWith('2'))).toEqual([String(row.success)]);
    });

    it('documents its refusals', () => {
      const refusals = ['401', '429', '500', ...(row.refusals ?? []).map(String)];
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(refusals));
    });

    it('names its requests, and says when to try again', () => {
      for (const [status, { headers }] of Object.entries(responses)) {
        expect(headers.sort(), status).toEqual(status === '429' ? ['Retry-After', 'X-Request-Id'] : ['X-Request-Id']);
      }
    });

    it('takes the headers and path parameters of the contract', () => {
      const taken = parameters.filter((parameter) => parameter.in !== 'query');
      expect(taken.map(({ name, in: place, required }) => [name, place, required ?? false]).sort()).toEqual([
        ...(title === 'POST /v1/users' ? [['DialStack-Account', 'header', true]] : []),
        ...(repeatable ? [['Idempotency-Key', 'header', false]] : []),
        ...(path.includes('{user}') ? [['user', 'path', true]] : []),
      ]);
    });

    it('is the same in the generated code', () => {
      expect(own(generated, id)).toEqual({
        method,
        path,
        credential: row.credential,
        idempotent: repeatable,
        successStatus: row.success,
      });
      expect(idempotent).toBe(repeatable);
    });
  });
}

describe('the bodies', () => {
  it('are five requests and as many responses as there are statuses', () => {
    expect(requestSubjects).toHaveLength(5);
    expect(responseSubjects).toHaveLength(rest.operations.flatMap(({ responses }) => Object.keys(responses)).length);
  });

  it.each([...requestSubjects, ...responseSubjects])('$title', ({ fields, hasMore, schema, checks }) => {
    // Codes of errors are open: the documents list today's, the contract does not.
    const found = { ...fieldsOf(schema), ...(fields === errorBody && { 'code?': 'string' }) };
    if (hasMore) expect(found).toMatchObject(fields);
    else expect(found).toEqual(fields);

    for (const check of Object.values(checks)) {
      const known = { ...fields, ...(fields === errorBody && { 'code?': 'not_found' }) };
      for (const which of hasMore ? [] : (['required', 'all'] as const)) {
        expect(check(build(known, which)), `${which}: ${JSON.stringify(check.errors)}`).toBe(true);
      }
    }
  });
});
