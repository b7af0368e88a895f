import type { Model, Operation } from '../model/types.js';
import { refName } from '../schema.js';
import { fieldsOf, shapeOf } from './shapes.js';
import { block, jsdoc, key, literal } from './text.js';

/** How to ask over REST, and what comes back. */
export function emitRequests({ operations, restSchemas }: Model): string {
  const requests = (credential: string) => {
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
  return `import type { Fields, Shape } from './validators/rules.js';

type Request = readonly [method: string, path: string, answer: Shape];

${jsdoc('The operations of a user token: how to ask, and the fields of the answer with their types.')}export const userRequests = ${requests('userToken')}

${jsdoc('The same of the operations of an API key.')}export const platformRequests = ${requests('apiKey')}

${jsdoc('The fields of a refusal.')}export const refusal: Fields = ${literal(refusal ? fieldsOf(restSchemas[refusal] ?? {}, restSchemas) : {})};
`;
}

/** The schemas of the bodies whose status matches. */
const bodies = (responses: Operation['responses'], status: RegExp) =>
  Object.entries(responses).flatMap(([code, body]) => (status.test(code) && body ? [body] : []));
