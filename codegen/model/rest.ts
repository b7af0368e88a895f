import { mapValues, type Schema, type Schemas } from '../schema.js';
import { follow, type Reference } from './reference.js';
import type { Operation, Parameter, RestErrorCode, RestModel, ServerError } from './types.js';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** The parts of an OpenAPI 3.1 document that the model uses. */
interface OpenApi {
  servers?: { url?: string }[];
  paths?: Record<string, PathItem>;
  components?: { schemas?: Schemas };
  'x-error-codes'?: Record<string, RestErrorCode>;
  'x-server-errors'?: Record<string, ServerError>;
}

interface PathItem extends Partial<Record<(typeof METHODS)[number], OpenApiOperation>> {
  parameters?: (Parameter | Reference)[];
}

interface OpenApiOperation {
  operationId?: string;
  security?: Record<string, string[]>[];
  'x-idempotent'?: boolean;
  parameters?: (Parameter | Reference)[];
  requestBody?: Body | Reference;
  responses?: Record<string, Body | Reference>;
}

interface Body {
  content?: Record<string, { schema?: Schema }>;
}

export function readRest(document: OpenApi): RestModel {
  return {
    apiBaseUrl: document.servers?.[0]?.url ?? '',
    restSchemas: document.components?.schemas ?? {},
    restErrorCodes: document['x-error-codes'] ?? {},
    serverErrors: document['x-server-errors'] ?? {},
    operations: Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      METHODS.flatMap((method) => {
        const operation = item[method];
        return operation ? [readOperation(document, path, method, item, operation)] : [];
      }),
    ),
  };
}

function readOperation(
  document: OpenApi,
  path: string,
  method: string,
  item: PathItem,
  operation: OpenApiOperation,
): Operation {
  const schemaOf = (body: Body | Reference) => follow<Body>(document, body).content?.['application/json']?.schema;
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
  return {
    id: operation.operationId ?? '',
    method: method.toUpperCase(),
    path,
    credentials: (operation.security ?? []).flatMap((requirement) => Object.keys(requirement)),
    idempotent: operation['x-idempotent'] === true,
    parameters: parameters.map((parameter) => follow<Parameter>(document, parameter)),
    requestBody: operation.requestBody && schemaOf(operation.requestBody),
    responses: mapValues(operation.responses ?? {}, schemaOf),
  };
}
