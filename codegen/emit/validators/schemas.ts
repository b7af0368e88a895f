import { isOpen, mapSchema, mapValues, type Schema, type Schemas } from '../../schema.js';

/** Every rule of the documents; fields and, in open lists, values that they do not name are let through. */
export function open(schemas: Schemas): Schemas {
  return strict(
    mapValues(schemas, (schema) => mapSchema(schema, (part) => (isOpen(part) ? without(part, ['enum']) : part))),
  );
}

/** Every rule, and no field that the documents do not name. */
export function closed(schemas: Schemas): Schemas {
  return mapValues(strict(schemas), (schema) =>
    mapSchema(schema, (part) =>
      part.type === 'object' && part.additionalProperties === undefined
        ? { ...part, additionalProperties: false }
        : part,
    ),
  );
}

/** Without what is written for people and for the generators. */
export function withoutNotes(schema: Schema): Schema {
  return mapSchema(schema, (part) => without(part, ['description', 'examples', 'x-open']));
}

const strict = (schemas: Schemas): Schemas =>
  mapValues(schemas, (schema) => mapSchema(withoutNotes(schema), (part) => without(part, ['default'])));

function without(schema: Schema, keywords: readonly string[]): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)));
}
