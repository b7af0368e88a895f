import type { Schema } from './documents.js';
import { alternatives, MOMENT, typesOf } from './fields.js';
import { get, isRecord, join, leaf, parent, pointer, remove, set } from './paths.js';

export type MutationKind = 'removed' | 'type' | 'null' | 'value' | Bound;

/** A document made wrong in one place, and the rule that must refuse it. */
export interface Mutation {
  kind: MutationKind;
  what: string;
  document: unknown;
  /** The keywords, one of which must refuse it, and where they are broken. */
  keywords: readonly string[];
  at: string;
}

/** One field of one example. */
export interface MutatedField {
  path: string;
  schema: Schema;
  /** The example, with that field filled in when it was absent: still right. */
  base: unknown;
  mutations: Mutation[];
  /** The bounds that were crossed, each with the part of the schema that sets it. */
  bounds: { part: Schema; keyword: Bound }[];
  /** Values that lie on a bound: still right. */
  onBound: { what: string; document: unknown }[];
}

export const BOUNDS = [
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'pattern',
  'format',
] as const;
export type Bound = (typeof BOUNDS)[number];
export const isBound = (kind: MutationKind): boolean => (BOUNDS as readonly string[]).includes(kind);

/** Every field of a document, nested ones too, with all the ways to get it wrong. */
export function mutate(schema: Schema, document: unknown, path = ''): MutatedField[] {
  return alternatives(schema).flatMap((part) => {
    const base = fits(part, get(document, path)) ? document : set(document, path, sample(part));
    const properties = Object.entries(part.properties ?? {}).flatMap(([name, property]) =>
      mutateField(property, base, join(path, name), part.required?.includes(name) ?? false),
    );
    return part.items ? [...properties, ...mutateField(part.items, base, `${path}[]`, false)] : properties;
  });
}

/** The paths of all objects in a document: where an unknown field may be added. */
export function objectPaths(schema: Schema, path = ''): string[] {
  return alternatives(schema).flatMap((part) => [
    ...(part.type === 'object' ? [path] : []),
    ...Object.entries(part.properties ?? {}).flatMap(([name, property]) => objectPaths(property, join(path, name))),
    ...(part.items ? objectPaths(part.items, `${path}[]`) : []),
  ]);
}

/** The document, with a right value at the path if there was none. */
export function filled(schema: Schema, document: unknown, path: string): unknown {
  if (path === '') return document;
  const above = filled(schema, document, parent(path));
  const part = partAt(schema, path).find((candidate) => fits(candidate, get(above, path)));
  return part ? above : set(above, path, sample(partAt(schema, path)[0] ?? {}));
}

function partAt(schema: Schema, path: string): Schema[] {
  if (path === '') return alternatives(schema);
  const above = partAt(schema, parent(path));
  const here = path.endsWith('[]')
    ? above.map(({ items }) => items)
    : above.map(({ properties }) => properties?.[leaf(path)]);
  return here.flatMap((found) => (found ? alternatives(found) : []));
}

function mutateField(schema: Schema, document: unknown, path: string, required: boolean): MutatedField[] {
  const present = get(document, path);
  const base = present === undefined ? set(document, path, sample(schema)) : document;
  const mutation = (kind: MutationKind, value: unknown, keywords: readonly string[]): Mutation => ({
    kind,
    what: `${kind} ${show(value)}`,
    document: set(base, path, value),
    keywords,
    at: pointer(path),
  });
  const removed: Mutation = {
    kind: 'removed',
    what: 'removed',
    document: required ? remove(base, path) : undefined,
    keywords: ['required'],
    at: pointer(parent(path)),
  };
  const crossed = alternatives(schema).flatMap((part) => crossings(part, get(base, path)));
  const field: MutatedField = {
    path,
    schema,
    base,
    mutations: [
      ...(required ? [removed] : []),
      ...wrongTypes(schema, get(base, path)).map((value) => mutation(value === null ? 'null' : 'type', value, TYPES)),
      ...wrongWords(schema).map((value) => mutation('value', value, ['enum', 'const'])),
      ...crossed.flatMap(({ keyword, over }) => over.map((value) => mutation(keyword, value, [keyword]))),
    ],
    bounds: crossed.map(({ part, keyword }) => ({ part, keyword })),
    onBound: crossed.flatMap(({ keyword, on }) =>
      on.map((value) => ({ what: `${keyword} ${show(value)}`, document: set(base, path, value) })),
    ),
  };
  return [field, ...mutate(schema, base, path)];
}

// The lean validators leave the type out where the allowed words say it already.
const TYPES = ['type', 'enum', 'const'];

const WRONG: unknown[] = ['text', '1', 'true', 'null', 0, 1, -1, 1.5, true, false, null, [], [null], {}, { 0: 'x' }];

function wrongTypes(schema: Schema, value: unknown): unknown[] {
  const types = typesOf(schema);
  const inList = types.includes('array') ? [] : [[value]];
  const bare = Array.isArray(value) ? value.slice(0, 1) : [];
  return [...WRONG, ...inList, ...bare].filter((wrong) => !types.some((type) => isOfType(type, wrong)));
}

function isOfType(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

/** Words that are not allowed; none where any word is. */
function wrongWords(schema: Schema): string[] {
  const words = alternatives(schema).flatMap((part) => part.enum ?? part.const ?? []);
  const [word] = words;
  if (word === undefined) return [];
  const near = [word.toUpperCase(), `${word} `, ` ${word}`, `${word}\0`, word.slice(1), `${word}${word}`];
  return [...near, '', 'nope', 'null', 'constructor', '__proto__'].filter((wrong) => !words.includes(wrong));
}

interface Crossing {
  part: Schema;
  keyword: Bound;
  over: unknown[];
  on: unknown[];
}

function crossings(part: Schema, value: unknown): Crossing[] {
  const [item] = Array.isArray(value) && value.length > 0 ? value : [part.items && sample(part.items)];
  const text = (length: number) => 'x'.repeat(length);
  const list = (length: number) => new Array(length).fill(item);
  const crossing = <T>(
    keyword: Bound,
    bound: T | undefined,
    over: (bound: T) => unknown[],
    on: (bound: T) => unknown[],
  ) => (bound === undefined ? [] : [{ part, keyword, over: over(bound), on: on(bound) }]);
  const { minLength, maxLength, minimum, maximum, minItems, maxItems, pattern, format } = part;
  return [
    ...crossing(
      'minLength',
      minLength,
      (n) => [text(n - 1)],
      (n) => [text(n)],
    ),
    ...crossing(
      'maxLength',
      maxLength,
      (n) => [text(n + 1), text(n * 50)],
      (n) => [text(n), '😀'.repeat(n)],
    ),
    ...crossing(
      'minimum',
      minimum,
      (n) => [n - 1, -1e9],
      (n) => [n],
    ),
    ...crossing(
      'maximum',
      maximum,
      (n) => [n + 1, 1e9],
      (n) => [n],
    ),
    ...crossing(
      'minItems',
      minItems,
      (n) => [list(n - 1)],
      (n) => [list(n)],
    ),
    ...crossing(
      'maxItems',
      maxItems,
      (n) => [list(n + 1)],
      (n) => [list(n)],
    ),
    ...crossing('pattern', pattern, misfits, () => []),
    ...crossing(
      'format',
      format,
      () => NO_MOMENTS,
      () => MOMENTS,
    ),
  ];
}

const TEXTS = ['CA', 'ca', 'C', 'CAL', 'CA\n', ' CA', 'C1', 'ＣＡ', '104', '1', '123456789', '10\n', '1a', '١٢', ''];

function misfits(pattern: string): string[] {
  const texts = TEXTS.filter((text) => !new RegExp(pattern, 'u').test(text));
  if (texts.length < 5 || texts.length === TEXTS.length) throw new Error(`no texts to try ${pattern} with`);
  return texts;
}

const NO_MOMENTS = [
  'yesterday',
  '',
  '1772443800',
  '2026-03-02',
  '2026-03-02T09:30:00',
  '2026-13-02T09:30:00Z',
  '2026-03-02T25:30:00Z',
  `${MOMENT}\n`,
];
const MOMENTS = [MOMENT, '2026-03-02T09:30:00Z', '2026-03-02T09:30:00.123456+01:00'];

function fits(part: Schema, value: unknown): boolean {
  return value !== undefined && value !== null && typesOf(part).some((type) => isOfType(type, value));
}

/** The simplest value that a schema allows, with all that it contains. */
function sample(schema: Schema): unknown {
  const [part = {}] = alternatives(schema);
  if (part.const !== undefined) return part.const;
  if (part.enum) return part.enum[0];
  const [type] = typesOf(part);
  if (type === 'object') {
    return Object.fromEntries(
      Object.entries(part.properties ?? {}).map(([name, property]) => [name, sample(property)]),
    );
  }
  if (type === 'array') return [sample(part.items ?? {})];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return part.minimum ?? 1;
  if (type !== 'string') throw new Error(`no sample of ${JSON.stringify(schema)}`);
  if (part.format === 'date-time') return MOMENT;
  const { pattern } = part;
  return pattern === undefined ? 'text' : TEXTS.find((text) => new RegExp(pattern, 'u').test(text));
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}… (${text.length})` : text;
}
