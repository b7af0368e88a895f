import type { Model } from '../../model/types.js';
import { addBodies, requestBodies, responseBodies } from './bodies.js';
import { ValidatorModule } from './module.js';
import { closed } from './schemas.js';

/** Strict validators, for a sender to check its own messages, and for tests. They refuse unknown fields. */
export async function emitClosed(model: Model): Promise<string> {
  const { schemas, clientMessages, serverMessages, restSchemas, operations } = model;
  const module = new ValidatorModule({ signalling: closed(schemas), rest: closed(restSchemas) }, { messages: true });
  module.addRecord(
    'clientMessages',
    'By the type of the message.',
    '{ readonly [T in ClientMessageType]: Validator<ClientMessageMap[T]> }',
    module.validators(clientMessages),
  );
  module.addRecord(
    'serverMessages',
    'By the type of the message.',
    '{ readonly [T in ServerMessageType]: Validator<ServerMessageMap[T]> }',
    module.validators(serverMessages),
  );
  addBodies(module, 'restRequests', 'By operationId, for the operations that take a body.', requestBodies(operations));
  addBodies(module, 'restResponses', 'By operationId and status, errors included.', responseBodies(operations));
  return module.render(`import type {
  ClientMessageMap,
  ClientMessageType,
  ServerMessageMap,
  ServerMessageType,
} from '../messages.js';
import type { components } from '../rest.js';
import type { Validator } from './types.js';
`);
}
