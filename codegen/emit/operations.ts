import type { Model, Operation } from '../model/types.js';
import { block, jsdoc, key, literal, union } from './text.js';

/** The data that a REST client or server needs at run time to find an operation. */
export function emitOperations({ operations }: Model): string {
  const entries = operations.map((operation) => `${key(operation.id)}: ${literal(describe(operation))}`);
  return `import type { operations as types } from './rest.js';

export interface Operation {
  readonly method: ${[...new Set(operations.map(({ method }) => literal(method)))].join(' | ')};
  readonly path: string;
  readonly credential: 'apiKey' | 'userToken';
  /** Whether the operation takes an \`Idempotency-Key\`. */
  readonly idempotent: boolean;
  readonly successStatus: number;
}

${jsdoc('The REST operations, by operationId.')}export const operations = ${block(entries, ',')} as const satisfies Record<OperationId & keyof types, Operation>;

export type OperationId = ${union(operations.map(({ id }) => id))};
`;
}

function describe({ method, path, credentials, idempotent, responses }: Operation) {
  const successStatus = Number(Object.keys(responses).find((status) => status.startsWith('2')));
  return { method, path, credential: credentials[0], idempotent, successStatus };
}
