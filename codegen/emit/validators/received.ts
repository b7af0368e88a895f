import type { Model } from '../../model/types.js';
import { type Schema, typesOf } from '../../schema.js';
import { block, jsdoc, key, literal } from '../text.js';
import { lean } from './schemas.js';

const TYPES: readonly string[] = ['string', 'boolean', 'integer', 'number', 'null', 'array', 'object'];

/** What a browser client receives. */
export function emitReceived({ schemas, serverMessages }: Model): string {
  const known = lean(schemas);
  const entries = serverMessages.map(({ type, schema }) => {
    const { type: _, ...properties } = known[schema]?.properties ?? {};
    return `${key(type)}: ${literal(fields({ ...known[schema], properties }))}`;
  });
  return `import type { ServerMessageType } from '../messages.js';
import type { Fields } from './rules.js';

${jsdoc('The fields of each message beside its type, and their types; bounds are not checked.')}export const serverMessageShapes: Readonly<Record<ServerMessageType, Fields>> = ${block(entries, ',')};
`;
}

type Shape = string | readonly [Shape] | { readonly [name: string]: Shape };

function fields({ properties = {}, required = [] }: Schema): Shape {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) =>
      required.includes(name) ? [name, shape(property)] : [`${name}?`, shape(withoutNull(property, name))],
    ),
  );
}

function shape(schema: Schema): Shape {
  const words = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (words) return words.map(word).join('|');
  const types = typesOf(schema);
  const [type] = types;
  if (type === 'object' && types.length === 1) return fields(schema);
  if (type === 'array' && types.length === 1) return [shape(schema.items ?? {})];
  if (type === undefined || types.includes('object') || types.includes('array'))
    throw new Error(`no shape for ${JSON.stringify(schema)}`);
  return types.join('|');
}

/** Words and the names of types stand side by side, so that no word may be one. */
function word(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string' && /^[\w-]+$/.test(value) && !TYPES.includes(value)) return value;
  throw new Error(`no shape for the value ${JSON.stringify(value)}`);
}

/** In this contract a field that may be absent may be null as well. */
function withoutNull(schema: Schema, name: string): Schema {
  const values = schema.enum?.filter((value) => value !== null);
  const types = typesOf(schema).filter((type) => type !== 'null');
  if (values ? values.length === schema.enum?.length : types.length === typesOf(schema).length)
    throw new Error(`the optional field ${name} must allow null`);
  return { ...schema, ...(values ? { enum: values } : { type: types }) };
}
