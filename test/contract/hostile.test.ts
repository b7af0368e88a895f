import { describe, expect, it } from 'vitest';
import * as closed from '../../generated/v1/validators/closed.js';
import * as open from '../../generated/v1/validators/open.js';
import { restQueries } from '../../generated/v1/validators/query.js';
import type { Schema } from './support/documents.js';
import { alternatives, fieldsOf, typesOf } from './support/fields.js';
import { type MutatedField, mutate } from './support/mutations.js';
import { get, set } from './support/paths.js';
import { serverMessageValidators } from './support/received.js';
import { type Check, subjects } from './support/subjects.js';

// Hostile data arrives as text, so that is where it starts from: JSON.parse can make `__proto__` a field of its own.
const parse = (text: string): unknown => JSON.parse(text);

const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then'];
const PROTOTYPES = PROTOTYPE_KEYS.map((key): [string, unknown] => [key, parse(`{"${key}": 1}`)]);
const INFINITIES = [parse('1e400'), parse('-1e400')];
const DEEP_LIST = parse('['.repeat(10_000) + ']'.repeat(10_000));
const DEEP_OBJECT = parse(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`);
const HUGE = 'x'.repeat(100_000);

/** Each validator once, with a right document; the bodies of errors have one in common. */
const checked = subjects.flatMap(({ title, schema, examples, checks }) =>
  Object.entries(checks).map(([module, check]) => ({
    title: `${title} (${module})`,
    schema,
    // The richest example: the one with the most fields.
    example: examples.map(({ value }) => value).sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0],
    module,
    check: check as Check,
  })),
);
const validators = checked.filter(({ check }, index) => checked.findIndex((other) => other.check === check) === index);

it('there is a validator for every message and body', () => {
  // 18 of the client, 20 of the server less the 4 of both, 5 requests; 9 successes, of which two pairs are alike; errors.
  const count = (module: string) => validators.filter((validator) => validator.module === module).length;
  expect({ closed: count('closed'), open: count('open'), received: count('received') }).toEqual({
    closed: 18 + 16 + 5 + 7 + 1,
    open: 18 + 5,
    received: 20,
  });
});

describe('the tables of validators', () => {
  const tables: [string, object][] = [
    ['closed.clientMessages', closed.clientMessages],
    ['closed.serverMessages', closed.serverMessages],
    ['closed.restRequests', closed.restRequests],
    ['closed.restResponses', closed.restResponses],
    ...Object.entries(closed.restResponses).map(([id, table]): [string, object] => [
      `closed.restResponses.${id}`,
      table,
    ]),
    ['open.clientMessages', open.clientMessages],
    ['open.restRequests', open.restRequests],
    ['restQueries', restQueries],
    ['received', serverMessageValidators],
  ];

  it.each(tables)('%s finds nothing under a name that every object has', (_, table) => {
    for (const key of PROTOTYPE_KEYS) expect(Reflect.get(table, key), key).toBeUndefined();
  });
});

for (const { title, schema, example, module, check } of validators) {
  describe(title, () => {
    it('refuses what is not an object', () => {
      const texts = ['', 'text', JSON.stringify(example), HUGE];
      const others = [
        null,
        true,
        0,
        [],
        [[]],
        [example],
        DEEP_LIST,
        ...INFINITIES,
        undefined,
        Number.NaN,
        () => example,
      ];
      for (const value of [...texts, ...others]) expect(check(value)).toBe(false);
    });

    it('refuses fields that are only inherited', () => {
      const only = parse(`{"__proto__": ${JSON.stringify(example)}}`);
      const rest = parse(
        `{"type": ${JSON.stringify(get(example, 'type') ?? null)}, "__proto__": ${JSON.stringify(example)}}`,
      );
      // Where nothing else is required nothing is missing, and the unknown field is ignored.
      const missing = Object.keys(fieldsOf(schema)).filter((key) => !/[?\].]/.test(key));
      expect(check(only)).toBe(module !== 'closed' && missing.length === 0);
      expect(check(rest)).toBe(module !== 'closed' && missing.filter((key) => key !== 'type').length === 0);
    });

    it('takes the names that every object has for unknown fields', () => {
      const before = Object.getOwnPropertyNames(Object.prototype);
      for (const key of PROTOTYPE_KEYS) {
        const document = set(example, key, { polluted: true });
        expect(Object.hasOwn(Object(document), key), `${key} is the document's own`).toBe(true);
        expect(check(document), key).toBe(module !== 'closed');
      }
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    });

    it('ignores depth and size in unknown fields, or refuses the field', () => {
      for (const value of [DEEP_LIST, DEEP_OBJECT, HUGE]) {
        expect(check(set(example, 'unknown_field', value))).toBe(module !== 'closed');
      }
      const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`unknown_${index}`, index]));
      expect(check({ ...Object(example), ...wide })).toBe(module !== 'closed');
    });

    it('changes nothing in what it checks', () => {
      const text = JSON.stringify(example);
      const document = parse(text);
      check(document);
      expect(JSON.stringify(document)).toBe(text);
    });

    for (const { path, schema: field, base } of fieldsIn(schema, example)) {
      it(`refuses or ignores monsters in ${path}`, () => {
        const accepts = (value: unknown) => check(set(base, path, value));
        // An object may have unknown fields, which are ignored; nothing else may be an object.
        const ignored =
          module !== 'closed' && alternatives(field).some((part) => part.type === 'object' && !part.required);
        for (const value of INFINITIES) expect(accepts(value), `${value}`).toBe(false);
        expect(accepts(DEEP_LIST), 'a deep list').toBe(false);
        for (const [key, value] of PROTOTYPES) expect(accepts(value), key).toBe(ignored);
        expect(accepts(DEEP_OBJECT), 'a deep object').toBe(ignored);
        // Where the documents set no bound the size of the frame is the bound.
        const unbounded = alternatives(field).some((part) => isUnbounded(part, module));
        expect(accepts(HUGE), 'a huge text').toBe(unbounded);
      });
    }
  });
}

/** The fields of a document, the first entry standing for all of a list. */
function fieldsIn(schema: Schema, document: unknown): MutatedField[] {
  return [...new Map(mutate(schema, document).map((field) => [field.path, field])).values()];
}

function isUnbounded(part: Schema, module: string): boolean {
  if (!typesOf(part).includes('string') || part.enum || part.const !== undefined) return false;
  return module === 'received' || (part.maxLength ?? part.pattern ?? part.format) === undefined;
}

it('a text of 16 MiB is counted, not choked on', () => {
  const text = 'x'.repeat(2 ** 24);
  expect(open.clientMessages.authenticate({ type: 'authenticate', token: text })).toBe(false);
  expect(serverMessageValidators.error({ type: 'error', code: text, message: text })).toBe(true);
});

describe('the query of the directory', () => {
  const check = restQueries.listDirectory;

  it.each(['1e400', '-1e400', 'NaN', 'Infinity', '0x10000', '__proto__', '1,2', ' ', '[1]'])('limit=%s', (limit) => {
    expect(check({ limit })).toBe(false);
  });

  it('refuses lists and what else a parser of queries may make', () => {
    for (const limit of [['1', '2'], { a: '1' }, DEEP_LIST, HUGE]) expect(check({ limit })).toBe(false);
    for (const page of [['1', '2'], { a: '1' }, DEEP_LIST, HUGE]) expect(check({ page })).toBe(false);
    for (const query of [null, [], 'limit=1', 1]) expect(check(query)).toBe(false);
  });

  it('lets no one reach a prototype', () => {
    expect(check(parse('{"__proto__": {"limit": "5"}}'))).toBe(true);
    expect(Reflect.get({}, 'limit')).toBeUndefined();
  });
});
