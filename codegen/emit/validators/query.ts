import type { Model, Operation } from '../../model.js';
import { mapValues, type Schema } from '../../schema.js';
import { block, key } from '../text.js';
import { ValidatorModule } from './module.js';
import { withoutNotes } from './schemas.js';

/**
 * What a server receives in the query of a URL. There everything is text, so these validators, alone among all, write
 * into what they check: text becomes the type that the parameter has, and an absent one its default.
 */
export async function emitQuery({ operations, restSchemas }: Model): Promise<string> {
  const queries = Object.fromEntries(operations.flatMap(querySchema));
  const module = new ValidatorModule(
    { query: mapValues({ ...restSchemas, ...queries }, withoutNotes) },
    // With strictNumbers, text that becomes Infinity would be spared the bounds.
    { messages: true, coerceTypes: true, useDefaults: true, strictNumbers: false },
  );
  const ids = Object.keys(queries);
  module.addRecord(
    'restQueries',
    "By operationId. They turn the parameters' text into their types and set the defaults.",
    block(
      ids.map((id) => `readonly ${key(id)}: Validator<NonNullable<operations['${id}']['parameters']['query']>>`),
      ';',
    ),
    Object.fromEntries(ids.map((id) => [id, module.validator('query', id)])),
  );
  return module.render(`import type { operations } from '../rest.js';
import type { Validator } from './types.js';
`);
}

/** The operation's id and its query as an object; nothing when it takes none. */
function querySchema({ id, parameters }: Operation): [string, Schema][] {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  if (query.length === 0) return [];
  const properties = Object.fromEntries(query.map(({ name, schema }) => [name, schema ?? {}]));
  return [[id, { type: 'object', properties, required: query.filter((p) => p.required).map((p) => p.name) }]];
}
