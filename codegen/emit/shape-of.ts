import { isOpen, refName, type Schema, type Schemas, typesOf } from '../schema.js';

/** The types that a schema requires, in the format that `generated/v1/validators/rules.ts` checks. */
export type Shape = string | readonly Shape[] | { readonly [name: string]: Shape };

/** The letter for each type. Shapes contain many types and are part of every page, so they must be short. */
const TYPES: Readonly<Record<string, string>> = { string: 's', boolean: 'b', integer: 'i', number: 'n', null: '0' };

/** Marks an optional field. */
const ABSENT = '?';

/** The shape of a schema: its fields, types and constant values. Leaves out bounds, to keep pages small. */
export function shapeOf(schema: Schema, schemas: Schemas): Shape {
  const shape = (inner: Schema) => shapeOf(inner, schemas);
  const target = refName(schema);
  if (target !== undefined) return shape(schemas[target] ?? {});
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return either(branches.map(shape));
  const words = isOpen(schema) ? undefined : (schema.enum ?? (schema.const === undefined ? undefined : [schema.const]));
  if (words) return either(words.map(word));
  return either(
    typesOf(schema).map((type) => {
      if (type === 'object') return fieldsOf(schema, schemas);
      if (type === 'array') return [shape(schema.items ?? {})];
      return TYPES[type] ?? type;
    }),
  );
}

/** The shapes of an object's fields, except those in `known`, which the reader has checked already. */
export function fieldsOf({ properties = {}, required = [] }: Schema, schemas: Schemas, known: readonly string[] = []) {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => !known.includes(name))
      .map(([name, property]) => {
        const shape = shapeOf(property, schemas);
        return [name, required.includes(name) ? shape : either([...alternatives(shape), ABSENT])];
      }),
  );
}

/** The alternatives of a shape. A list with one entry is not alternatives, but the shape of a list. */
const alternatives = (shape: Shape): readonly Shape[] => (Array.isArray(shape) && shape.length > 1 ? shape : [shape]);

/**
 * Combines alternatives. Types and constant values become one text at the front, because the error of the last
 * alternative is reported, and that of a list or an object says more.
 */
function either(shapes: readonly Shape[]): Shape {
  const texts = shapes.filter((shape) => typeof shape === 'string');
  const others = shapes.filter((shape) => typeof shape !== 'string');
  const all = texts.length > 0 ? [texts.join('|'), ...others] : others;
  if (all[0] === undefined) throw new Error('a schema without a type has no shape');
  return all.length > 1 ? all : all[0];
}

/** A constant value in a shape. It has at least two characters, because one character is a type. */
function word(value: unknown): string {
  if (value === null) return '0';
  if (typeof value === 'string' && /^[\w-]{2,}$/.test(value)) return value;
  throw new Error(`the value ${JSON.stringify(value)} has no shape`);
}
