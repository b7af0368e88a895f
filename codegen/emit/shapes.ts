import type { Model, Operation } from '../model/types.js';
import { refName } from '../schema.js';
import { fieldsOf, shapeOf } from './shape-of.js';
import { block, jsdoc, key, literal } from './text.js';

/** The shapes of what a phone receives. Messages and REST answers share one file, because it compresses better. */
export function emitShapes(model: Model): string {
  return `import type { ServerMessageType } from './messages.js';
import type { Fields, Shape } from './validators/rules.js';

${messages(model)}
${requests(model)}`;
}

function messages({ schemas, serverMessages }: Model): string {
  const entries = serverMessages.map(
    ({ type, schema }) => `${key(type)}: ${literal(fieldsOf(schemas[schema] ?? {}, schemas, ['type']))}`,
  );
  return `${jsdoc('The shapes of the fields of each message, without its `type`.')}export const serverMessageShapes: Readonly<Record<ServerMessageType, Fields>> = ${block(entries, ',')};
`;
}

/** The REST requests and the shapes of their answers. */
function requests({ operations, restSchemas }: Model): string {
  const requestsOf = (credential: string) => {
    const entries = operations
      .filter(({ credentials }) => credentials.includes(credential))
      .map(({ id, method, path, responses }) => {
        const [answer] = bodies(responses, /^2/);
        return `${key(id)}: ${literal([method, path, shapeOf(answer ?? { type: 'null' }, restSchemas)])}`;
      });
    return `${block(entries, ',')} as const satisfies Record<string, Request>;`;
  };
  const refusals = new Set(operations.flatMap(({ responses }) => bodies(responses, /^[45d]/)).map(refName));
  const [refusal] = refusals;
  if (refusals.size > 1)
    throw new Error(`all error responses must have the same body schema, not ${[...refusals].join(', ')}`);
  return `type Request = readonly [method: string, path: string, answer: Shape];

${jsdoc('The operations with a user token: the request, and the shape of the answer.')}export const userRequests = ${requestsOf('userToken')}

${jsdoc('The operations with an API key: the request, and the shape of the answer.')}export const platformRequests = ${requestsOf('apiKey')}

${jsdoc('The shapes of the fields of an error response.')}export const refusal: Fields = ${literal(refusal ? fieldsOf(restSchemas[refusal] ?? {}, restSchemas) : {})};
`;
}

/** The schemas of the bodies whose status matches. */
const bodies = (responses: Operation['responses'], status: RegExp) =>
  Object.entries(responses).flatMap(([code, body]) => (status.test(code) && body ? [body] : []));
