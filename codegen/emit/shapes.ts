import type { Model, Operation } from '../model/types.js';
import { refName } from '../schema.js';
import { fieldsOf, shapeOf } from './shape-of.js';
import { block, jsdoc, key, literal } from './text.js';

/** What a phone receives. Frames and answers stand in one file: a compressor finds what they have in common. */
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
  return `${jsdoc('The fields of each message beside its type, and their types; bounds are not checked.')}export const serverMessageShapes: Readonly<Record<ServerMessageType, Fields>> = ${block(entries, ',')};
`;
}

/** How to ask over REST, and what comes back. */
function requests({ operations, restSchemas }: Model): string {
  const requestsOf = (credential: string) => {
    const entries = operations
      .filter(({ credentials }) => credentials.includes(credential))
      .map(({ id, method, path, responses }) => {
        const [answer] = bodies(responses, /^2/);
        return `${key(id)}: ${literal([method, path, answer ? shapeOf(answer, restSchemas) : 'null'])}`;
      });
    return `${block(entries, ',')} as const satisfies Record<string, Request>;`;
  };
  const refusals = new Set(operations.flatMap(({ responses }) => bodies(responses, /^[45d]/)).map(refName));
  const [refusal] = refusals;
  if (refusals.size > 1) throw new Error(`every refusal must have one body, and here are ${[...refusals].join(', ')}`);
  return `type Request = readonly [method: string, path: string, answer: Shape];

${jsdoc('The operations of a user token: how to ask, and the fields of the answer with their types.')}export const userRequests = ${requestsOf('userToken')}

${jsdoc('The same of the operations of an API key.')}export const platformRequests = ${requestsOf('apiKey')}

${jsdoc('The fields of a refusal.')}export const refusal: Fields = ${literal(refusal ? fieldsOf(restSchemas[refusal] ?? {}, restSchemas) : {})};
`;
}

/** The schemas of the bodies whose status matches. */
const bodies = (responses: Operation['responses'], status: RegExp) =>
  Object.entries(responses).flatMap(([code, body]) => (status.test(code) && body ? [body] : []));
