import { describe, expect, it } from 'vitest';
import { fieldsOf, isNullable, isOptional, pathOf } from './support/fields.js';
import { BOUNDS, filled, isBound, type MutatedField, mutate, objectPaths } from './support/mutations.js';
import { join, set } from './support/paths.js';
import { type Check, subjects } from './support/subjects.js';

const mutated = subjects.map((subject) => ({
  subject,
  examples: subject.examples.map(({ name, value }) => ({ name, fields: mutate(subject.schema, value) })),
}));

/** What a validator lets through, and what it refuses for another reason than the one that it was given. */
function problemsOf({ base, mutations, onBound }: MutatedField, module: string, check: Check): string[] {
  // The lean validators check fields and their types; bounds are for the others.
  const tried = module === 'received' ? mutations.filter(({ kind }) => !isBound(kind)) : mutations;
  return [
    ...(check(base) ? [] : [`${module} refuses the document as it was`]),
    ...tried.flatMap(({ what, document, keywords, at }) => {
      if (check(document)) return [`${module} accepts ${what}`];
      const refused = check.errors?.some((e) => keywords.includes(e.keyword) && e.instancePath.startsWith(at));
      return refused ? [] : [`${module} refuses ${what} only because of ${JSON.stringify(check.errors)}`];
    }),
    ...onBound.filter(({ document }) => !check(document)).map(({ what }) => `${module} refuses ${what}, still within`),
  ];
}

for (const { subject, examples } of mutated) {
  describe(subject.title, () => {
    const checks = Object.entries(subject.checks);

    for (const { name, fields } of examples) {
      for (const field of fields) {
        it(`${name}: ${field.path} made wrong in ${field.mutations.length} ways`, () => {
          expect(checks.flatMap(([module, check]) => problemsOf(field, module, check))).toEqual([]);
        });
      }
    }

    for (const path of objectPaths(subject.schema)) {
      it(`an unknown field ${path === '' ? 'at the top' : `in ${path}`}`, () => {
        for (const { name, value } of subject.examples) {
          const base = filled(subject.schema, value, path);
          for (const [module, check] of checks) {
            expect(check(base), `${module} refuses ${name} as it was`).toBe(true);
            expect(check(set(base, join(path, 'unknown_field'), 'x')), `${module}: ${name}`).toBe(module !== 'closed');
          }
        }
      });
    }
  });
}

// Generated tests prove nothing when nothing is generated: what they must cover is counted another way.
describe('the mutations', () => {
  for (const { subject, examples } of mutated) {
    const fields = examples.flatMap((example) => example.fields);

    it(`cover every field of ${subject.title}`, () => {
      const paths = [...new Set(fields.map(({ path }) => path))].sort();
      expect(paths).toEqual(Object.keys(fieldsOf(subject.schema)).map(pathOf).sort());
      for (const row of Object.entries(subject.fields)) expectKinds(fields, row);
    });

    it(`cross every bound of ${subject.title}`, () => {
      const text = JSON.stringify(subject.schema);
      const crossed = fields.flatMap(({ bounds }) => bounds);
      for (const keyword of BOUNDS) {
        const parts = new Set(crossed.filter((bound) => bound.keyword === keyword).map(({ part }) => part));
        expect(parts.size, keyword).toBe(text.split(`"${keyword}":`).length - 1);
      }
    });
  }

  it('are many', () => {
    const fields = mutated.flatMap(({ examples }) => examples.flatMap((example) => example.fields));
    expect(subjects.length).toBeGreaterThanOrEqual(19 + 20 + 5 + 50);
    expect(fields.length).toBeGreaterThan(900);
    expect(fields.flatMap(({ mutations }) => mutations).length).toBeGreaterThan(12_000);
  });
});

/** The kinds of mutation that a row of the hand-written table calls for. */
function expectKinds(fields: MutatedField[], [key, kind]: [string, string]): void {
  const mutations = fields.filter(({ path }) => path === pathOf(key)).flatMap((field) => field.mutations);
  const count = (wanted: string) => mutations.filter((mutation) => mutation.kind === wanted).length;
  const isWord = !/^(string|timestamp|2 letters|integer|number|boolean|array|object)\b/.test(kind);
  expect(count('removed') > 0, `${key} removed`).toBe(!isOptional(key) && !key.endsWith('[]'));
  expect(count('null') > 0, `${key} null`).toBe(!isNullable(kind));
  expect(count('type'), `${key} of another type`).toBeGreaterThanOrEqual(5);
  if (isWord) expect(count('value'), `${key} with another word`).toBeGreaterThanOrEqual(5);
}
