import type { Message, Model } from '../model/types.js';
import { block, jsdoc, key, literal, union } from './text.js';

/** The constants of the protocol. They are separate exports, so that a bundle contains only those that it uses. */
export function emitProtocol(model: Model): string {
  return [
    "import type { ClientMessageType, ServerMessageType } from './messages.js';",
    constant('SUBPROTOCOL', 'The WebSocket subprotocol that both sides agree on.', literal(model.subprotocol)),
    constant('PROTOCOL_VERSION', 'The version of the signalling document.', literal(model.version)),
    typeList('clientMessageTypes', 'The message types of a client.', model.clientMessages, 'ClientMessageType'),
    typeList('serverMessageTypes', 'The message types of a server.', model.serverMessages, 'ServerMessageType'),
    replyTypes(model),
    `${jsdoc('The limits that both sides observe.')}export * as limits from './limits.js';`,
    `${jsdoc('The WebSocket close codes.')}export * as closeCodes from './close-codes.js';`,
    errorCodes(model),
    endings(model),
    errorFacts(model),
  ]
    .join('\n\n')
    .concat('\n');
}

/** One constant each: a bundle takes only those that it uses. And the type of them all, with other values. */
export function emitLimits(model: Model): string {
  const limits = Object.entries(model.limits);
  const constants = limits.map(([name, { value, description }]) => constant(name, description, literal(value)));
  const members = limits.map(
    ([name, { value, description }]) =>
      `${jsdoc(description)}readonly ${name}: ${Array.isArray(value) ? 'readonly number[]' : 'number'}`,
  );
  const type = `${jsdoc('A value for each limit.')}export interface Limits ${block(members, ';')}`;
  return [...constants, type].join('\n\n').concat('\n');
}

/** The close codes as separate exports, for the same reason. */
export function emitCloseCodes({ closeCodes }: Model): string {
  return closeCodes.map(({ name, code, meaning }) => `${constant(name, meaning, String(code))}\n`).join('\n');
}

function constant(name: string, description: string, value: string, satisfies?: string): string {
  const type = satisfies ? ` satisfies ${satisfies}` : '';
  return `${jsdoc(description)}export const ${name} = ${value} as const${type};`;
}

function typeList(name: string, description: string, messages: readonly Message[], type: string): string {
  return constant(name, description, list(messages.map((message) => message.type)), `readonly ${type}[]`);
}

function replyTypes({ exchanges }: Model): string {
  const entries = exchanges.map(
    ({ request, replies }) => `${literal(request.type)}: ${literal(replies.map(({ type }) => type))}`,
  );
  return [
    `${jsdoc('The messages of a client that have a direct reply.')}export type RequestType = ${union(exchanges.map(({ request }) => request.type))};`,
    constant(
      'replyTypes',
      'The direct replies of each request; they echo its `req_id`.',
      block(entries, ','),
      'Readonly<Record<RequestType, readonly ServerMessageType[]>>',
    ),
  ].join('\n\n');
}

function errorCodes({ errorCodes }: Model): string {
  const raisedBy = (side: string) => Object.keys(errorCodes).filter((code) => errorCodes[code]?.raisedBy === side);
  const answers = raisedBy('server').filter((code) => errorCodes[code]?.role !== 'ending');
  return [
    `${jsdoc("The values of an error frame's `code`.")}export type ServerErrorCode = ${union(raisedBy('server'))};`,
    `${jsdoc('The codes that only the SDK raises.')}export type SdkErrorCode = ${union(raisedBy('sdk'))};`,
    'export type ErrorCode = ServerErrorCode | SdkErrorCode;',
    `${jsdoc('The codes that answer a frame. Some of them can also end a connection.')}export type AnswerErrorCode = ${union(answers)};`,
    constant(
      'answerErrorCodes',
      "The values of an error frame's `code` when it answers a frame.",
      list(answers),
      'readonly AnswerErrorCode[]',
    ),
    constant(
      'knownErrorCodes',
      'Every error code of this version.',
      list(Object.keys(errorCodes)),
      'readonly ErrorCode[]',
    ),
  ].join('\n\n');
}

function endings({ errorCodes, closeCodes }: Model): string {
  const rules = Object.entries(errorCodes).filter(([, { role }]) => role !== 'answer');
  const closes = closeCodes.flatMap(({ code, errors }) => errors.map((error) => `${key(error)}: ${code}`));
  return [
    `${jsdoc('The codes that end a connection. Some of them can also answer a frame.')}export type EndingErrorCode = ${union(rules.map(([code]) => code))};`,
    `${jsdoc('When to connect again: never, with a new token, when the application asks, or automatically after a wait.')}export type ReconnectRule = 'never' | 'new-token' | 'by-hand' | 'backoff';`,
    constant(
      'reconnectRules',
      'When to connect again after each error that ends a connection.',
      block(
        rules.map(([code, { reconnect }]) => `${key(code)}: ${literal(reconnect)}`),
        ',',
      ),
      'Record<EndingErrorCode, ReconnectRule>',
    ),
    constant(
      'closeCodeOf',
      'The WebSocket close code that follows each fatal error frame.',
      block(closes, ','),
      'Partial<Record<EndingErrorCode, number>>',
    ),
  ].join('\n\n');
}

/** The facts about each error code that a phone needs, as lists, because names of fields would enlarge every page. */
function errorFacts({ errorCodes, closeCodes }: Model): string {
  const entries = Object.entries(errorCodes).map(([code, { retry, reconnect }]) => {
    const closeCode = closeCodes.find(({ errors }) => errors.includes(code))?.code;
    const facts = [reconnect && reconnect !== 'backoff' ? reconnect : '', closeCode ?? 0, ...(retry ? [true] : [])];
    return `${key(code)}: ${literal(facts)}`;
  });
  return [
    `/** What a phone needs to know about an error code. A list, because names of fields would enlarge every page. */
export type ErrorFacts = readonly [
  /** When to connect again. Empty: automatically, after a wait. */
  reconnect: Exclude<ReconnectRule, 'backoff'> | '',
  /** The close code that follows a fatal error. 0: none. */
  closeCode: number,
  /** Whether the same request may succeed if it is repeated unchanged. */
  retry?: true,
];`,
    `${jsdoc('What a phone does about each error code.')}export const errorFacts: Readonly<Record<ErrorCode, ErrorFacts>> = ${block(entries, ',')};`,
  ].join('\n\n');
}

/** A list of strings, one per line. */
function list(values: readonly string[]): string {
  return `[\n${values.map((value) => `  ${literal(value)},\n`).join('')}]`;
}
