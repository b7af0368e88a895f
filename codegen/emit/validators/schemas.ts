import { mapSchema, mapValues, refName, type Schema, type Schemas, typesOf } from '../../schema.js';

/** Every rule of the documents; fields that they do not name are let through. */
export function open(schemas: Schemas): Schemas {
  return mapValues(schemas, (schema) => mapSchema(withoutNotes(schema), (part) => without(part, ['default'])));
}

/** Every rule, and no field that the documents do not name. */
export function closed(schemas: Schemas): Schemas {
  return mapValues(open(schemas), (schema) =>
    mapSchema(schema, (part) =>
      part.type === 'object' && part.additionalProperties === undefined
        ? { ...part, additionalProperties: false }
        : part,
    ),
  );
}

const BOUNDS = ['default', 'pattern', 'format', 'minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems'];

/** Which fields there are and of what type: all that a reader relies on. Each further rule costs bytes in every page. */
export function lean(schemas: Schemas): Schemas {
  const bare = mapValues(schemas, withoutNotes);
  const simplify = (part: Schema): Schema => {
    const target = refName(part);
    if (target !== undefined) return mapSchema(bare[target] ?? {}, simplify);
    const { anyOf, ...rest } = without(part, BOUNDS);
    if (anyOf?.[0]) return nullable(anyOf[0]);
    return rest.enum || rest.const !== undefined ? without(rest, ['type']) : rest;
  };
  return mapValues(bare, (schema) => mapSchema(schema, simplify));
}

/** Without what is written for people. */
export function withoutNotes(schema: Schema): Schema {
  return mapSchema(schema, (part) => without(part, ['description', 'examples']));
}

/** The same as `anyOf: [schema, {type: 'null'}]`, in less code. */
function nullable(schema: Schema): Schema {
  return schema.enum ? { ...schema, enum: [...schema.enum, null] } : { ...schema, type: [...typesOf(schema), 'null'] };
}

function without(schema: Schema, keywords: readonly string[]): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)));
}
