import type { Schema } from './documents.js';
import { join, parent, set } from './paths.js';

/**
 * The fields of a document: what each may be, by its path. `?` after a path marks an optional field. A kind is a type,
 * `timestamp`, `2 letters`, or the words that are allowed, such as `busy|decline`; ` or null` may follow it.
 */
export type Fields = Readonly<Record<string, string>>;

export const MOMENT = '2026-03-02T09:30:00.000Z';

export const isOptional = (key: string): boolean => key.endsWith('?');
export const pathOf = (key: string): string => key.replace(/\?$/, '');
export const isNullable = (kind: string): boolean => kind.endsWith(' or null');

/** What a value may be, null aside. */
export const alternatives = (schema: Schema): Schema[] => (schema.anyOf ?? [schema]).filter((s) => s.type !== 'null');

export const typesOf = (schema: Schema): string[] =>
  schema.anyOf ? schema.anyOf.flatMap(typesOf) : [schema.type ?? []].flat();

/** The fields of a schema, in the notation of the tables. */
export function fieldsOf(schema: Schema, path = ''): Fields {
  const found: Record<string, string> = {};
  for (const part of alternatives(schema)) {
    for (const [name, property] of Object.entries(part.properties ?? {})) {
      const at = join(path, name);
      found[part.required?.includes(name) ? at : `${at}?`] = kindOf(property);
      Object.assign(found, fieldsOf(property, at));
    }
    if (part.items) Object.assign(found, { [`${path}[]`]: kindOf(part.items) }, fieldsOf(part.items, `${path}[]`));
  }
  return found;
}

function kindOf(schema: Schema): string {
  const kinds = alternatives(schema).map((part) => {
    if (part.const !== undefined) return part.const;
    if (part.enum) return part.enum.join('|');
    if (part.format === 'date-time') return 'timestamp';
    if (part.pattern === '^[A-Z]{2}$') return '2 letters';
    return typesOf(part).filter((type) => type !== 'null');
  });
  return [...kinds.flat(), ...(typesOf(schema).includes('null') ? ['null'] : [])].join(' or ');
}

const SAMPLES: Record<string, unknown> = {
  // Digits, so that it passes for an extension as well; anything passes for an id.
  string: '10',
  timestamp: MOMENT,
  '2 letters': 'CA',
  integer: 1,
  number: 1,
  boolean: true,
  array: [],
  object: {},
};

/** A document with the required fields, or with all, made from a table and not from the schemas. */
export function build(fields: Fields, which: 'required' | 'all'): unknown {
  const left: string[] = [];
  return Object.entries(fields).reduce<unknown>((document, [key, kind]) => {
    const path = pathOf(key);
    if ((which === 'required' && isOptional(key)) || left.includes(parent(path))) {
      left.push(path);
      return document;
    }
    const first = kind.split(' or ')[0] ?? '';
    return set(document, path, first in SAMPLES ? SAMPLES[first] : first.split('|')[0]);
  }, {});
}
