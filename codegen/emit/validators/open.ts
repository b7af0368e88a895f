import type { Model } from '../../model/types.js';
import { addBodies, requestBodies } from './bodies.js';
import { ValidatorModule } from './module.js';
import { open } from './schemas.js';

/** Validators for a server that receives messages. They check every rule but accept unknown fields. */
export async function emitOpen({ schemas, clientMessages, restSchemas, operations }: Model): Promise<string> {
  const module = new ValidatorModule({ signalling: open(schemas), rest: open(restSchemas) }, { messages: true });
  module.addRecord(
    'clientMessages',
    'By the type of the message.',
    '{ readonly [T in ClientMessageType]: Validator<ClientMessageMap[T]> }',
    module.validators(clientMessages),
  );
  addBodies(module, 'restRequests', 'By operationId, for the operations that take a body.', requestBodies(operations));
  return module.render(`import type { ClientMessageMap, ClientMessageType } from '../messages.js';
import type { components } from '../rest.js';
import type { Validator } from './types.js';

export { restHeaders, restQueries } from './query.js';
`);
}
