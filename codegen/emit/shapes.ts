import { isOpen, refName, type Schema, type Schemas, typesOf } from '../schema.js';

/** What a schema demands of the types in a value, as `generated/v1/validators/rules.ts` reads it. */
export type Shape = string | readonly Shape[] | { readonly [name: string]: Shape };

const TYPES: readonly string[] = ['string', 'boolean', 'integer', 'number', 'null', 'array', 'object'];

/** The shape of a schema: fields, types and words, without bounds, as every further rule costs bytes in each page. */
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
      return type === 'array' ? [shape(schema.items ?? {})] : type;
    }),
  );
}

/** The shapes of an object's fields, but for one that is known without. */
export function fieldsOf({ properties = {}, required = [] }: Schema, schemas: Schemas, known?: string) {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => name !== known)
      .map(([name, property]) => [required.includes(name) ? name : `${name}?`, shapeOf(property, schemas)]),
  );
}

/** Types and words stand in one text, before the alternatives that say more of what is wrong with a value. */
function either(shapes: readonly Shape[]): Shape {
  const texts = shapes.filter((shape) => typeof shape === 'string');
  const others = shapes.filter((shape) => typeof shape !== 'string');
  const all = texts.length > 0 ? [texts.join('|'), ...others] : others;
  if (all[0] === undefined) throw new Error('a schema without a type has no shape');
  return all.length > 1 ? all : all[0];
}

/** Words and the names of types stand side by side, so that no word may be one. */
function word(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string' && /^[\w-]+$/.test(value) && !TYPES.includes(value)) return value;
  throw new Error(`the value ${JSON.stringify(value)} has no shape`);
}
