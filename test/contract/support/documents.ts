import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A JSON Schema, of the keywords that the documents use. */
export interface Schema {
  type?: string | string[];
  const?: string;
  enum?: string[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  default?: unknown;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

export interface Example {
  name: string;
  value: unknown;
}

export interface Message {
  type: string;
  schema: Schema;
  examples: Example[];
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}

export interface Body {
  schema: Schema;
  examples: Example[];
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  credentials: string[];
  idempotent: boolean;
  parameters: Parameter[];
  request?: Body;
  responses: Record<string, Body & { headers: string[] }>;
}

interface ErrorCode {
  raisedBy: string;
  role: string;
  reconnect?: string;
  meaning: string;
  advice: string;
  seenIn: string[];
}

interface RestErrorCode {
  statuses: number[];
  phoneCode: string;
  meaning: string;
}

interface ServerError {
  statuses: (number | '5xx')[];
  retry: boolean;
  meaning: string;
  advice: string;
}

type Tree = { [key: string]: Tree };

const SPECS = new URL('../../../specs/v1/', import.meta.url);
const load = (file: string): Tree => parse(readFileSync(new URL(file, SPECS), 'utf8'));
const files: Record<string, Tree> = Object.fromEntries(
  ['signalling.asyncapi.yaml', 'rest.openapi.yaml', 'schemas.yaml'].map((file) => [file, load(file)]),
);

/** What a node refers to, each reference replaced by a copy of its own; read without the generator's help. */
function inline(node: unknown, file: string): unknown {
  if (Array.isArray(node)) return node.map((item) => inline(item, file));
  if (typeof node !== 'object' || node === null) return node;
  if (!('$ref' in node))
    return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, inline(part, file)]));
  const [path = '', pointer = ''] = String(node.$ref).split('#/');
  const target = path === '' ? file : path.replace('./', '');
  const found = pointer
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((tree: Tree | undefined, key) => tree?.[key], files[target]);
  if (found === undefined) throw new Error(`${file} refers to ${String(node.$ref)}, which is not there`);
  return inline(found, target);
}

const read = <T>(file: string, ...keys: string[]): T =>
  inline(
    keys.reduce((tree: Tree | undefined, key) => tree?.[key], files[file]),
    file,
  ) as T;

interface MessageNode {
  name: string;
  payload: Schema;
  examples?: { name: string; payload: unknown }[];
}

interface FlowNode {
  action: 'send' | 'receive';
  messages: MessageNode[];
  reply?: { messages: MessageNode[] };
}

const SIGNALLING = 'signalling.asyncapi.yaml';
const flows = Object.values(read<Record<string, FlowNode>>(SIGNALLING, 'operations'));

const message = ({ name, payload, examples = [] }: MessageNode): Message => ({
  type: name,
  schema: payload,
  examples: examples.map((example) => ({ name: example.name, value: example.payload })),
});

const byType = (nodes: MessageNode[]): Map<string, Message> => new Map(nodes.map((node) => [node.name, message(node)]));

interface CloseCode {
  code: number;
  name: string;
  errors: string[];
}

export const signalling = {
  servers: read<Record<string, { host: string; pathname: string; protocol: string }>>(SIGNALLING, 'servers'),
  address: read<string>(SIGNALLING, 'channels', 'phone', 'address'),
  subprotocol: read<string>(SIGNALLING, 'channels', 'phone', 'x-subprotocol'),
  limits: read<Record<string, { value: number | number[] }>>(SIGNALLING, 'channels', 'phone', 'x-limits'),
  closeCodes: read<CloseCode[]>(SIGNALLING, 'channels', 'phone', 'x-close-codes'),
  errorCodes: read<Record<string, ErrorCode>>(SIGNALLING, 'channels', 'phone', 'x-error-codes'),
  /** The document speaks for the service: it receives what a client sends. */
  clientMessages: byType(flows.filter((flow) => flow.action === 'receive').flatMap((flow) => flow.messages)),
  serverMessages: byType(
    flows.flatMap((flow) => (flow.action === 'send' ? flow.messages : (flow.reply?.messages ?? []))),
  ),
  replies: Object.fromEntries(
    flows.flatMap(({ messages, reply }) =>
      reply ? messages.map(({ name }) => [name, reply.messages.map((answer) => answer.name)]) : [],
    ),
  ) as Record<string, string[]>,
};

interface BodyNode {
  headers?: Record<string, unknown>;
  content?: { 'application/json'?: { schema: Schema; examples?: Record<string, { value: unknown }> } };
}

interface OperationNode {
  operationId: string;
  security: Record<string, unknown>[];
  'x-idempotent'?: boolean;
  parameters?: Parameter[];
  requestBody?: BodyNode;
  responses: Record<string, BodyNode>;
}

const REST = 'rest.openapi.yaml';

function body({ content }: BodyNode): Body | undefined {
  const json = content?.['application/json'];
  if (!json) return undefined;
  return {
    schema: json.schema,
    examples: Object.entries(json.examples ?? {}).map(([name, { value }]) => ({ name, value })),
  };
}

function operation(method: string, path: string, node: OperationNode): Operation {
  const request = node.requestBody && body(node.requestBody);
  const responses = Object.entries(node.responses).map(([status, response]) => {
    const headers = Object.keys(response.headers ?? {});
    return [status, { schema: {}, examples: [], ...body(response), headers }];
  });
  return {
    id: node.operationId,
    method: method.toUpperCase(),
    path,
    credentials: node.security.flatMap((scheme) => Object.keys(scheme)),
    idempotent: node['x-idempotent'] ?? false,
    parameters: node.parameters ?? [],
    ...(request && { request }),
    responses: Object.fromEntries(responses),
  };
}

const paths = read<Record<string, Record<string, OperationNode>>>(REST, 'paths');

export const rest = {
  servers: read<{ url: string }[]>(REST, 'servers'),
  credentials: read<Record<string, { type: string; scheme: string }>>(REST, 'components', 'securitySchemes'),
  operations: Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, node]) => operation(method, path, node)),
  ),
  errorCodes: read<Record<string, RestErrorCode>>(REST, 'x-error-codes'),
  serverErrors: read<Record<string, ServerError>>(REST, 'x-server-errors'),
};
