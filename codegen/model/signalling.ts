import { branches, refName, type Schema, type Schemas } from '../schema.js';
import { follow, type Reference } from './reference.js';
import type { CloseCode, ErrorCode, Limit, Message, SignallingModel } from './types.js';

/** The parts of an AsyncAPI 3.0 document that the model uses. */
interface AsyncApi {
  info?: { version?: string };
  channels?: {
    phone?: {
      address?: string;
      'x-subprotocol'?: string;
      'x-limits'?: Record<string, Limit>;
      'x-close-codes'?: CloseCode[];
      'x-error-codes'?: Record<string, ErrorCode>;
    };
  };
  operations?: Record<string, MessageList & { action?: string; reply?: MessageList }>;
  components?: { messages?: Record<string, AsyncApiMessage>; schemas?: Schemas };
}

interface MessageList {
  messages?: Reference[];
}

interface AsyncApiMessage {
  name?: string;
  payload?: Schema;
  examples?: { name?: string; payload?: unknown }[];
}

/** Reads the signalling document. It describes the server: what the server receives, the client sends. */
export function readSignalling(document: AsyncApi): SignallingModel {
  const phone = document.channels?.phone ?? {};
  const messages = Object.entries(document.components?.messages ?? {}).map((entry) => readMessage(document, ...entry));
  const byId = new Map(messages.map((message) => [message.id, message]));
  const messagesOf = (list: MessageList = {}) =>
    (list.messages ?? []).flatMap((reference) => byId.get(messageId(document, reference)) ?? []);
  const inDocumentOrder = (some: Message[]) => messages.filter((message) => some.includes(message));

  const operations = Object.values(document.operations ?? {});
  const receives = operations.filter(({ action }) => action === 'receive');
  const sends = operations.filter(({ action }) => action === 'send');
  const replies = receives.flatMap(({ reply }) => reply ?? []);
  return {
    version: document.info?.version ?? '',
    subprotocol: phone['x-subprotocol'] ?? '',
    signallingPath: `/${(phone.address ?? '').replace(/^\//, '')}`,
    schemas: document.components?.schemas ?? {},
    messages,
    clientMessages: inDocumentOrder(receives.flatMap(messagesOf)),
    serverMessages: inDocumentOrder([...replies, ...sends].flatMap(messagesOf)),
    exchanges: receives
      .filter(({ reply }) => reply)
      .flatMap((operation) =>
        messagesOf(operation).map((request) => ({ request, replies: messagesOf(operation.reply) })),
      ),
    limits: phone['x-limits'] ?? {},
    closeCodes: phone['x-close-codes'] ?? [],
    errorCodes: phone['x-error-codes'] ?? {},
  };
}

/** The id of a message. An operation refers to the channel's message, which refers to the one under `components`. */
function messageId(document: AsyncApi, reference: Reference): string {
  return follow<Reference>(document, reference).$ref?.split('/').at(-1) ?? '';
}

function readMessage(document: AsyncApi, id: string, message: AsyncApiMessage): Message {
  const schema = refName(message.payload) ?? '';
  return {
    id,
    type: frameType(document, document.components?.schemas?.[schema] ?? {}),
    name: message.name ?? '',
    schema,
    examples: message.examples ?? [],
  };
}

/** The constant `type` of a payload. All branches of a union must have the same, else it is empty. */
function frameType(document: AsyncApi, payload: Schema): string {
  const types = branches(payload).map((branch) => {
    const { properties, required } = follow<Schema>(document, branch);
    return required?.includes('type') ? properties?.type?.const : undefined;
  });
  const [type] = types;
  return typeof type === 'string' && types.every((other) => other === type) ? type : '';
}
