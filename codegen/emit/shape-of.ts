import { isOpen, refName, type Schema, type Schemas, typesOf } from '../schema.js';

/** What a schema demands of the types in a value, as `generated/v1/validators/rules.ts` reads it. */
export type Shape = string | readonly Shape[] | { readonly [name: string]: Shape };

/** How a shape writes a type: one letter, as it stands in every page a hundred times. */
const TYPES: Readonly<Record<string, string>> = { string: 's', boolean: 'b', integer: 'i', number: 'n', null: '0' };

/** A field that may be left out. */
const ABSENT = '?';

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
      if (type === 'array') return [shape(schema.items ?? {})];
      return TYPES[type] ?? type;
    }),
  );
}

/** The shapes of an object's fields, but for those that are known without. */
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

/** A list with one entry is the shape of a list; longer ones are alternatives. */
const alternatives = (shape: Shape): readonly Shape[] => (Array.isArray(shape) && shape.length > 1 ? shape : [shape]);

/** Types and words stand in one text, before the alternatives that say more of what is wrong with a value. */
function either(shapes: readonly Shape[]): Shape {
  const texts = shapes.filter((shape) => typeof shape === 'string');
  const others = shapes.filter((shape) => typeof shape !== 'string');
  const all = texts.length > 0 ? [texts.join('|'), ...others] : others;
  if (all[0] === undefined) throw new Error('a schema without a type has no shape');
  return all.length > 1 ? all : all[0];
}

/** Words and the letters of types stand side by side, so that a word is longer than a letter. */
function word(value: unknown): string {
  if (value === null) return '0';
  if (typeof value === 'string' && /^[\w-]{2,}$/.test(value)) return value;
  throw new Error(`the value ${JSON.stringify(value)} has no shape`);
}
