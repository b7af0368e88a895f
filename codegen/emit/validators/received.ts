import type { Model } from '../../model/types.js';
import { fieldsOf } from '../shapes.js';
import { block, jsdoc, key, literal } from '../text.js';

/** What a browser client receives. */
export function emitReceived({ schemas, serverMessages }: Model): string {
  const entries = serverMessages.map(
    ({ type, schema }) => `${key(type)}: ${literal(fieldsOf(schemas[schema] ?? {}, schemas, 'type'))}`,
  );
  return `import type { ServerMessageType } from '../messages.js';
import type { Fields } from './rules.js';

${jsdoc('The fields of each message beside its type, and their types; bounds are not checked.')}export const serverMessageShapes: Readonly<Record<ServerMessageType, Fields>> = ${block(entries, ',')};
`;
}
