import { describe, expect, it } from 'vitest';
import { build, fieldsOf, isOptional, pathOf } from './support/fields.js';
import { filled } from './support/mutations.js';
import { get, leaf, set } from './support/paths.js';
import { serverSubjects, subjects } from './support/subjects.js';

const ID = /^(acct|user|call|emerg)_[0-7][0-9a-hjkmnp-tv-z]{25}$/;
const ID_FIELDS = /^(id|user|account|.*_id)$/;
// The client's own, without a form, and a telephone number.
const OTHER_IDS = ['req_id', 'session_id', 'caller_id'];

for (const { title, schema, examples, checks } of subjects) {
  describe(`the examples of ${title}`, () => {
    it('are there, with names of their own', () => {
      expect(examples).not.toEqual([]);
      expect(new Set(examples.map(({ name }) => name))).toHaveProperty('size', examples.length);
    });

    for (const { name, value } of examples) {
      it(`${name} is right`, () => {
        for (const [module, check] of Object.entries(checks)) {
          expect(check(value), `${module}: ${JSON.stringify(check.errors)}`).toBe(true);
        }
      });

      it(`${name} shows ids in their real form`, () => {
        const names = Object.keys(fieldsOf(schema))
          .map(pathOf)
          .filter((path) => ID_FIELDS.test(leaf(path)) && !OTHER_IDS.includes(leaf(path)));
        for (const path of names) {
          const id = get(value, path);
          if (id !== undefined && id !== null) expect(id, path).toMatch(ID);
        }
      });
    }
  });
}

describe('an optional field of a server message may be null', () => {
  const optional = serverSubjects.flatMap((subject) =>
    Object.keys(subject.fields)
      .filter(isOptional)
      .map((key) => ({ ...subject, path: pathOf(key) })),
  );

  it('which is said of them all', () => expect(optional).toHaveLength(21));

  for (const { title, path, schema, fields, examples, checks } of optional) {
    it(`${title}: ${path}`, () => {
      for (const value of [...examples.map((example) => example.value), build(fields, 'all')]) {
        const document = set(filled(schema, value, path), path, null);
        for (const [module, check] of Object.entries(checks)) {
          expect(check(document), `${module}: ${JSON.stringify(check.errors)}`).toBe(true);
        }
      }
    });
  }
});
