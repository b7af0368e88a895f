import * as closed from '../../../generated/v1/validators/closed.js';
import * as open from '../../../generated/v1/validators/open.js';
import type { Validator } from '../../../generated/v1/validators/types.js';
import * as messages from '../tables/messages.js';
import { errorBody, type OperationRow, operations } from '../tables/operations.js';
import { type Example, type Message, type Operation, rest, type Schema, signalling } from './documents.js';
import { type Fields, isNullable, isOptional } from './fields.js';
import { get } from './paths.js';
import { serverMessageValidators as received } from './received.js';

export type Check = Validator<unknown>;

/** One thing that travels, in one direction: what the contract, the documents and the generated code say of it. */
export interface Subject {
  title: string;
  /** From the hand-written table. */
  fields: Fields;
  /** The table does not name all fields. */
  hasMore?: boolean;
  schema: Schema;
  examples: Example[];
  /** By the module that they come from. */
  checks: { closed: Check; open?: Check; received?: Check };
}

/** Looks up without falling back on what every object inherits. */
export function own<T>(record: object, key: string): T {
  const entry = Object.entries(record).find(([name]) => name === key);
  if (!entry) throw new Error(`there is no ${key} among ${Object.keys(record).join(', ')}`);
  return entry[1] as T;
}

const withType = (type: string, fields: Fields): Fields => ({ type, ...fields });

const withNulls = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([key, kind]) => [key, isOptional(key) && !isNullable(kind) ? `${kind} or null` : kind]),
  );

function messageOf(all: Map<string, Message>, type: string): Message {
  const message = all.get(type);
  if (!message) throw new Error(`the documents have no message ${type}`);
  return message;
}

/** The form of a message that has several, told apart by its step. */
function variantOf({ schema, examples }: Message, name: string | undefined): { schema: Schema; examples: Example[] } {
  if (name === undefined) return { schema, examples };
  const form = schema.oneOf?.find((part) => part.properties?.step?.const === name);
  if (!form) throw new Error(`the documents have no form ${name}`);
  return { schema: form, examples: examples.filter(({ value }) => get(value, 'step') === name) };
}

const clientSubject = ([name, fields]: [string, Fields]): Subject => {
  const [type = '', variant] = name.split(' / ');
  return {
    title: `client ${name}`,
    fields: withType(type, fields),
    ...variantOf(messageOf(signalling.clientMessages, type), variant),
    checks: { closed: own(closed.clientMessages, type), open: own(open.clientMessages, type) },
  };
};

const serverSubject = ([type, fields]: [string, Fields]): Subject => ({
  title: `server ${type}`,
  fields: withNulls(withType(type, fields)),
  ...variantOf(messageOf(signalling.serverMessages, type), undefined),
  checks: { closed: own(closed.serverMessages, type), received: own(received, type) },
});

export function operationOf(title: string): Operation {
  const found = rest.operations.find(({ method, path }) => `${method} ${path}` === title);
  if (!found) throw new Error(`the documents have no operation ${title}`);
  return found;
}

const requestSubject = ([title, { request: fields }]: [string, OperationRow]): Subject[] => {
  const { id, request } = operationOf(title);
  if (!fields || !request) return [];
  return [
    {
      title: `request ${title}`,
      fields,
      ...request,
      checks: { closed: own(closed.restRequests, id), open: own(open.restRequests, id) },
    },
  ];
};

const responsesOf = ([title, row]: [string, OperationRow]): Subject[] => {
  const { id, responses } = operationOf(title);
  return Object.entries(responses).map(([status, { schema, examples }]) => {
    const succeeds = status === String(row.success);
    return {
      title: `response ${status} of ${title}`,
      fields: succeeds ? row.response : errorBody,
      hasMore: succeeds && (row.responseHasMore ?? false),
      schema,
      examples,
      checks: { closed: own(own(closed.restResponses, id), status) },
    };
  });
};

export const clientSubjects = Object.entries(messages.clientMessages).map(clientSubject);
export const serverSubjects = Object.entries(messages.serverMessages).map(serverSubject);
export const requestSubjects = Object.entries(operations).flatMap(requestSubject);
export const responseSubjects = Object.entries(operations).flatMap(responsesOf);
export const subjects = [...clientSubjects, ...serverSubjects, ...requestSubjects, ...responseSubjects];
