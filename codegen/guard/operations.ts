import type { Model, Operation } from '../model/types.js';
import { mapValues, refName, type Schema } from '../schema.js';

export function operationProblems({ operations }: Model): string[] {
  return operations.flatMap((operation, index) => {
    const at = `${operation.method} ${operation.path}`;
    const problems = [
      ...identity(operation, operations.slice(0, index)),
      ...credential(operation),
      ...idempotency(operation),
      ...bodies(operation),
      ...operation.parameters
        .filter((parameter) => !parameter.name || !parameter.schema)
        .map((parameter) => `parameter ${parameter.name ?? '?'} needs a name and a schema`),
    ];
    return problems.map((problem) => `${at}: ${problem}`);
  });
}

function identity({ id }: Operation, earlier: readonly Operation[]): string[] {
  if (!id) return ['no operationId; add one in camelCase'];
  return [
    ...(/^[a-z][A-Za-z0-9]*$/.test(id) ? [] : [`operationId ${id}; write it in camelCase`]),
    ...(earlier.some((other) => other.id === id) ? [`operationId ${id} is used twice; rename one`] : []),
  ];
}

function credential({ credentials: [scheme, ...more] }: Operation): string[] {
  const known = scheme === 'apiKey' || scheme === 'userToken';
  return known && more.length === 0 ? [] : ['security must name one scheme, apiKey or userToken'];
}

function idempotency({ method, idempotent, parameters }: Operation): string[] {
  const takesKey = parameters.some((parameter) => parameter.in === 'header' && parameter.name === 'Idempotency-Key');
  return idempotent === takesKey && (!idempotent || method === 'POST')
    ? []
    : ['x-idempotent and the header Idempotency-Key must come together, on a POST; add or remove one'];
}

/** Each body must be a component, because the types of its validator are named after the component. */
function bodies({ requestBody, responses }: Operation): string[] {
  const named = (what: string, schema: Schema | undefined) =>
    schema === undefined || refName(schema) ? [] : [`${what} is not a $ref; name its schema under components.schemas`];
  return [
    ...named('the request body', requestBody),
    ...Object.values(mapValues(responses, (schema, status) => named(`response ${status}`, schema))).flat(),
    ...(Object.keys(responses).some((status) => /^2\d\d$/.test(status))
      ? []
      : ['no response with a 2xx status; add it']),
  ];
}
