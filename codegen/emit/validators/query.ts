import type { Model, Operation } from '../../model/types.js';
import { mapValues, type Schema, type Schemas } from '../../schema.js';
import { block, key } from '../text.js';
import { ValidatorModule } from './module.js';
import { withoutNotes } from './schemas.js';

/**
 * Validators for the query and the headers of a request to a server. All values there are text, so these validators
 * modify what they check: they convert text to the type of the parameter and set the default of an absent one.
 */
export async function emitQuery({ operations, restSchemas }: Model): Promise<string> {
  const queries = parametersIn('query', operations);
  const headers = mapValues(parametersIn('header', operations), inLowerCase);
  const module = new ValidatorModule(
    {
      query: mapValues({ ...restSchemas, ...queries }, withoutNotes),
      header: mapValues({ ...restSchemas, ...headers }, withoutNotes),
    },
    // With strictNumbers, Ajv would not check the bounds of a text that is converted to Infinity.
    { messages: true, coerceTypes: true, useDefaults: true, strictNumbers: false },
  );
  const validators = (namespace: string, ids: readonly string[]) =>
    Object.fromEntries(ids.map((id) => [id, module.validator(namespace, id)]));
  const record = (ids: readonly string[], type: (id: string) => string) =>
    block(
      ids.map((id) => `readonly ${key(id)}: Validator<${type(id)}>`),
      ';',
    );
  const [withQuery, withHeaders] = [Object.keys(queries), Object.keys(headers)];
  module.addRecord(
    'restQueries',
    "By operationId. They turn the parameters' text into their types and set the defaults.",
    record(withQuery, (id) => `NonNullable<operations['${id}']['parameters']['query']>`),
    validators('query', withQuery),
  );
  module.addRecord(
    'restHeaders',
    'By operationId. The names of headers are in lower case.',
    record(withHeaders, () => 'Record<string, unknown>'),
    validators('header', withHeaders),
  );
  return module.render(`import type { operations } from '../rest.js';
import type { Validator } from './types.js';
`);
}

/** The query or header parameters of each operation as an object schema. Leaves out operations without any. */
function parametersIn(place: 'query' | 'header', operations: readonly Operation[]): Schemas {
  return Object.fromEntries(
    operations.flatMap(({ id, parameters }): [string, Schema][] => {
      const here = parameters.filter((parameter) => parameter.in === place);
      if (here.length === 0) return [];
      const properties = Object.fromEntries(here.map(({ name, schema }) => [name, schema ?? {}]));
      return [[id, { type: 'object', properties, required: here.filter((p) => p.required).map((p) => p.name) }]];
    }),
  );
}

/** Header names in lower case, as Node's HTTP server reports them. */
function inLowerCase({ properties = {}, required = [], ...schema }: Schema): Schema {
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value])),
    required: required.map((name) => name.toLowerCase()),
  };
}
