import { mapSchema, mapValues, type Schema, type Schemas } from '../../schema.js';

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

/** Without what is written for people. */
export function withoutNotes(schema: Schema): Schema {
  return mapSchema(schema, (part) => without(part, ['description', 'examples']));
}

function without(schema: Schema, keywords: readonly string[]): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)));
}
