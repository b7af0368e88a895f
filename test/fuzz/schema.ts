import type { Schema } from '../contract/support/documents.js';
import type { Random } from './random.js';

const LETTERS = ['a', 'Z', '0', ' ', '+', '_', '"', '\\', '\n', '\u0000', 'é', '界', '😀', '\u202e', '\ud800'];
const LONGEST_TEXT = 12;

/** Values that fit a field better than any that its schema allows; undefined where there is none. */
export type Suggestion = (field: string, random: Random) => unknown;

/** A value that a schema allows. */
export function generate(schema: Schema, random: Random, suggest: Suggestion, field = ''): unknown {
  const suggested = suggest(field, random);
  if (suggested !== undefined) return suggested;
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms) return generate(random.pick(forms), random, suggest);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  switch (random.pick([schema.type ?? 'null'].flat())) {
    case 'string':
      return text(schema, random);
    case 'boolean':
      return random.chance(0.5);
    case 'integer':
      return random.pick([schema.minimum ?? -1, schema.maximum ?? 2 ** 53, (schema.minimum ?? 0) + random.below(100)]);
    case 'number':
      return random.pick([schema.minimum ?? -1e9, schema.maximum ?? 1e300, random.fraction() * 100]);
    case 'array':
      return Array.from({ length: (schema.minItems ?? 0) + random.below(4) }, () =>
        generate(schema.items ?? {}, random, suggest),
      );
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) || random.chance(0.6))
          .map(([name, part]) => [name, generate(part, random, suggest, name)]),
      );
    default:
      return null;
  }
}

function text({ minLength = 0, maxLength = LONGEST_TEXT, format }: Schema, random: Random): string {
  if (format === 'date-time') return random.pick(['2026-03-02T09:30:00.000Z', '1985-04-12T23:20:50.52-08:00']);
  if (random.chance(0.005)) return random.pick(LETTERS).repeat(Math.min(maxLength, 70_000));
  const length = Math.max(minLength, random.below(Math.min(maxLength, LONGEST_TEXT)));
  return Array.from({ length }, () => random.pick(LETTERS)).join('');
}

/**
 * Whether a value has the fields of a schema, of the types that it says; unknown fields and values beyond a bound pass,
 * as they do with a receiver. Read from the document itself, without what is generated from it.
 */
export function conforms(schema: Schema, value: unknown): boolean {
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms) return forms.some((form) => conforms(form, value));
  if (schema.const !== undefined) return value === schema.const;
  if (schema.enum) return typeof value === 'string' && schema.enum.includes(value);
  return [schema.type ?? []].flat().some((type) => is(type, schema, value));
}

function is(type: string, { required = [], properties = {}, items = {} }: Schema, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'integer':
      return typeof value === 'number' && Number.isFinite(value) && value % 1 === 0;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'array':
      return Array.isArray(value) && value.every((item) => conforms(items, item));
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
      const own = new Map(Object.entries(value));
      return (
        required.every((name) => own.has(name)) &&
        Object.entries(properties).every(([name, part]) => !own.has(name) || conforms(part, own.get(name)))
      );
    }
    default:
      return typeof value === type;
  }
}
