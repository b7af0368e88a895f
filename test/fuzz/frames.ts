import { limits } from '../../generated/v1/protocol.js';
import { serverMessages } from '../../generated/v1/validators/closed.js';
import { decode } from '../../src/wire/codec.js';
import { type Message, signalling } from '../contract/support/documents.js';
import { violation } from '../support/scripted-service.js';
import type { Random } from './random.js';
import { conforms, generate, type Suggestion } from './schema.js';

/** What a frame was made as. */
export type FrameKind = 'valid' | 'unknown' | 'mutated' | 'text' | 'noise';

export interface Frame {
  readonly kind: FrameKind;
  /** What was done to make it. */
  readonly how: string;
  readonly data: unknown;
}

type Json = Record<string, unknown>;

// What is extreme takes long to make and to read: one in so many of those frames is.
const EXTREME_EVERY = 200;
const deep = (random: Random) => (random.below(EXTREME_EVERY) === 0 ? 10_000 : 50);
const huge = (random: Random) => (random.below(EXTREME_EVERY) === 0 ? 2 ** 21 : 500);

const schemas = [...signalling.serverMessages.values()];
const NAMES_OF_OBJECTS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then'];
const OTHER_VALUES = [null, true, false, 0, -1, 1.5, 1e300, -0, '', 'x', [], [[]], {}, [null], { length: 1 }];
const TYPES_OF_NOBODY = ['', 'call.parked', 'authenticate', 'call.create', 'Error', 'call.ended ', ...NAMES_OF_OBJECTS];

/**
 * Makes frames as a service sends them, or as the senders of other messages do, and as none should. `suggest` gives
 * values that mean something to who gets them.
 */
export class FrameSource {
  readonly #random: Random;
  readonly #suggest: Suggestion;
  readonly #messages: readonly Message[];

  constructor(random: Random, suggest: Suggestion = () => undefined, messages: readonly Message[] = schemas) {
    this.#random = random;
    this.#suggest = suggest;
    this.#messages = messages;
  }

  next(): Frame {
    const kind = this.#random.pick(['valid', 'valid', 'mutated', 'mutated', 'mutated', 'text', 'unknown', 'noise']);
    return this.of(kind as FrameKind);
  }

  of(kind: FrameKind): Frame {
    const message = this.#message();
    if (kind === 'valid') return { kind, how: String(message.type), data: JSON.stringify(message) };
    const [how, data] = this.#make(kind, message);
    return { kind, how, data };
  }

  #make(kind: FrameKind, message: Json): [how: string, data: unknown] {
    const random = this.#random;
    if (kind === 'unknown') {
      const data = { ...message, type: random.pick(TYPES_OF_NOBODY) };
      return [`the type ${data.type}`, JSON.stringify(data)];
    }
    if (kind === 'mutated') {
      const [how, change] = random.pick(MUTATIONS);
      return [`${message.type}: ${how}`, JSON.stringify(change(message, this.#field(message), random))];
    }
    const [how, make] = random.pick(kind === 'text' ? TEXTS : NOISE);
    return [how, make(JSON.stringify(message), random)];
  }

  #message(): Json {
    const { schema } = this.#random.pick(this.#messages);
    return generate(schema, this.#random, this.#suggest) as Json;
  }

  #field(message: Json): string {
    return this.#random.pick(Object.keys(message));
  }
}

type Mutation = (message: Json, field: string, random: Random) => unknown;

const MUTATIONS: readonly [how: string, change: Mutation][] = [
  ['a field missing', (message, field) => Object.fromEntries(Object.entries(message).filter(([key]) => key !== field))],
  ['a field of another type', (message, field, random) => ({ ...message, [field]: random.pick(OTHER_VALUES) })],
  ['a field null', (message, field) => ({ ...message, [field]: null })],
  ['a field huge', (message, field, random) => ({ ...message, [field]: 'x'.repeat(huge(random)) })],
  ['a field in a list', (message, field) => ({ ...message, [field]: [message[field]] })],
  ['a field more', (message) => ({ ...message, priority: 7, extra: { users: [] } })],
  ['a field named as those of all objects', (message, _, random) => withOwn(message, random.pick(NAMES_OF_OBJECTS), 1)],
  ['its fields in __proto__', ({ type, ...rest }) => withOwn({ type }, '__proto__', rest)],
  ['its type in __proto__', ({ type, ...rest }) => withOwn(rest, '__proto__', { type })],
  ['an entry that is none', (message, _, random) => ({ ...message, users: [random.pick(OTHER_VALUES)] })],
  ['a bound crossed', (message) => ({ ...message, duration_seconds: -5, retry_after_seconds: -1, call_id: '' })],
  ['a moment that is none', (message) => ({ ...message, answered_at: 'yesterday', updated_at: '' })],
  ['in a list', (message) => [message]],
];

/** Changes that only text can have. */
const TEXTS: readonly [how: string, make: (text: string, random: Random) => string][] = [
  ['cut short', (text, random) => text.slice(0, random.below(text.length))],
  ['a field twice', (text) => text.replace('{', '{"type":"pong","call_id":null,')],
  ['a number beyond all', (text) => text.replace('}', ',"retry_after_seconds":1e999,"duration_seconds":-1e999}')],
  ['deep lists', (text, random) => text.replace('{', `{"context":${nested('[', '', ']', deep(random))},`)],
  ['deep objects', (text, random) => text.replace('{', `{"users":${nested('{"users":', '1', '}', deep(random))},`)],
  ['half a character', (text) => text.replace('"', '"\ud83d')],
  ['half a character, escaped', (text) => text.replace('{', '{"message":"\\ud83d","call_id":"\\udc00",')],
  [
    'bytes in between',
    (text, random) => text.replace(random.pick(['"', ':', ',']), random.pick(['\u0000', '\ufeff', ''])),
  ],
  ['after a mark of order', (text) => `\ufeff${text}`],
  ['two in one', (text) => text + text],
];

const NOISE: readonly [how: string, make: (text: string, random: Random) => unknown][] = [
  [
    'random text',
    (_, random) => Array.from({ length: random.below(60) }, () => String.fromCharCode(random.below(0x10000))).join(''),
  ],
  ['a value that is no object', (_, random) => JSON.stringify(random.pick(OTHER_VALUES))],
  ['nothing', () => ''],
  ['megabytes', (_, random) => 'x'.repeat(huge(random))],
  ['only brackets', (_, random) => '['.repeat(deep(random))],
  ['bytes', () => new ArrayBuffer(8)],
  ['no text', (_, random) => random.pick([undefined, null, 7, true, {}, [], Symbol('frame')])],
];

const nested = (open: string, inside: string, close: string, depth: number) =>
  open.repeat(depth) + inside + close.repeat(depth);

const withOwn = (message: Json, name: string, value: unknown) =>
  Object.defineProperty({ ...message }, name, { value, enumerable: true });

/** What decode() makes of a frame that it should not; undefined when it is right. */
export function misread({ kind, data }: Frame): string | undefined {
  const { message, problem } = decode(data);
  const found = message ? 'message' : problem ? 'malformed' : 'unknown';
  const frame = parsed(data);
  const type = (frame as { type?: unknown } | undefined)?.type;
  const schema = schemas.find((known) => known.type === type)?.schema;
  const fits = typeof data === 'string' && data.length <= limits.serverFrameMaxBytes;
  const expected = schema ? (fits && conforms(schema, frame) ? 'message' : 'malformed') : undefined;
  if (expected && found !== expected) return `${found} instead of ${expected}`;
  if (!expected && message) return 'a message of a type that the contract does not know';
  if (kind === 'valid' && violation(serverMessages, frame)) return `not valid: ${violation(serverMessages, frame)}`;
  if (problem && problem.length > 300) return 'a problem that nobody can read';
  return undefined;
}

function parsed(data: unknown): unknown {
  try {
    return JSON.parse(data as string);
  } catch {
    return undefined;
  }
}
