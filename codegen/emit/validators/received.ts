import type { Model } from '../../model.js';
import { compact } from './compact.js';
import { ValidatorModule } from './module.js';
import { lean } from './schemas.js';

/** What a browser client receives. These options together gave the smallest code. */
export async function emitReceived({ schemas, serverMessages }: Model): Promise<string> {
  const module = new ValidatorModule(
    { signalling: lean(schemas) },
    { messages: false, allErrors: true, loopRequired: 1 },
  );
  module.addRecord(
    'serverMessageValidators',
    'Fields and their types, by the type of the message; bounds are not checked. The first error is kept.',
    '{ readonly [T in ServerMessageType]: Validator<ServerMessageMap[T]> }',
    module.validators(serverMessages),
  );
  const imports = `import type { ServerMessageMap, ServerMessageType } from '../messages.js';
import type { Validator } from './types.js';
`;
  return module.render(imports, compact);
}
