import { isOpen, mapSchema, mapValues, type Schema, type Schemas } from '../../schema.js';

/** The schemas of the documents, but with unknown fields allowed, and unknown values in an `enum` that is `x-open`. */
export function open(schemas: Schemas): Schemas {
  return strict(
    mapValues(schemas, (schema) => mapSchema(schema, (part) => (isOpen(part) ? without(part, ['enum']) : part))),
  );
}

/** The schemas of the documents with unknown fields forbidden. */
export function closed(schemas: Schemas): Schemas {
  return mapValues(strict(schemas), (schema) =>
    mapSchema(schema, (part) =>
      part.type === 'object' && part.additionalProperties === undefined
        ? { ...part, additionalProperties: false }
        : part,
    ),
  );
}

/** Removes keywords that are for readers and generators, which Ajv does not know. */
export function withoutNotes(schema: Schema): Schema {
  return mapSchema(schema, (part) => without(part, ['description', 'examples', 'x-open']));
}

const strict = (schemas: Schemas): Schemas =>
  mapValues(schemas, (schema) => mapSchema(withoutNotes(schema), (part) => without(part, ['default'])));

function without(schema: Schema, keywords: readonly string[]): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)));
}
