import { Ajv, type Options } from 'ajv';
import { mapSchema, mapValues, refName, type Schema, type Schemas } from '../../schema.js';

// RFC 3339. The package ajv-formats is larger and slower, and no other format is needed.
const DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** Creates an Ajv with the schemas of several documents. Their names may overlap. */
export function createAjv(namespaces: Readonly<Record<string, Schemas>>, options: Options = {}): Ajv {
  const ajv = new Ajv({ strict: true, formats: { 'date-time': DATE_TIME }, ...options });
  for (const [namespace, schemas] of Object.entries(namespaces)) {
    ajv.addSchema({ $id: namespace, definitions: mapValues(schemas, moveReferences) });
  }
  return ajv;
}

/** The key of a schema in that Ajv. */
export function reference(namespace: string, schema: string): string {
  return `${namespace}#/definitions/${schema}`;
}

function moveReferences(schema: Schema): Schema {
  return mapSchema(schema, (part) => (part.$ref ? { $ref: `#/definitions/${refName(part)}` } : part));
}
