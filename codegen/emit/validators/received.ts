import type { Model } from '../../model/types.js';
import { type Schema, typesOf } from '../../schema.js';
import { block, jsdoc, key, literal } from '../text.js';
import { lean } from './schemas.js';

const RULES: Readonly<Record<string, string>> = { string: 'text', boolean: 'flag', integer: 'whole', number: 'finite' };

/** What a browser client receives. */
export function emitReceived({ schemas, serverMessages }: Model): string {
  const known = lean(schemas);
  const entries = serverMessages.map(({ type, schema }) => `${key(type)}: [${members(known[schema] ?? {}, 'type')}]`);
  return `import type { ServerMessageMap, ServerMessageType } from '../messages.js';
import { fields, finite, flag, list, nullable, oneOf, text, validators, whole } from './rules.js';
import type { Validator } from './types.js';

${jsdoc('Fields and their types, by the type of the message; bounds are not checked, and the first error is kept.')}export const serverMessageValidators = validators<{
  readonly [T in ServerMessageType]: Validator<ServerMessageMap[T]>;
}>(${block(entries, ',')});
`;
}

/** A schema as the rule that checks it. */
function rule(schema: Schema): string {
  if (schema.const !== undefined) return `oneOf(${literal(schema.const)})`;
  if (schema.enum) {
    const values = schema.enum.filter((value) => value !== null).map(literal);
    return orNull(`oneOf(${values.join(', ')})`, schema.enum.includes(null));
  }
  const types = typesOf(schema).filter((type) => type !== 'null');
  const [type = ''] = types;
  const made =
    type === 'object' ? objectRule(schema) : type === 'array' ? `list(${rule(schema.items ?? {})})` : RULES[type];
  if (made === undefined || types.length !== 1) throw new Error(`no rule for ${JSON.stringify(schema)}`);
  return orNull(made, typesOf(schema).includes('null'));
}

const orNull = (made: string, isNullable: boolean): string => (isNullable ? `nullable(${made})` : made);

const objectRule = (schema: Schema): string => `fields(${members(schema)})`;

/** The fields that must be there and those that may be, but for one that is known without. */
function members({ properties = {}, required = [] }: Schema, known?: string): string {
  const those = (wanted: boolean) =>
    Object.entries(properties)
      .filter(([name]) => name !== known && required.includes(name) === wanted)
      .map(([name, property]) => `${key(name)}: ${rule(property)}`);
  const optional = those(false);
  return `${inline(those(true))}${optional.length > 0 ? `, ${inline(optional)}` : ''}`;
}

const inline = (members: readonly string[]): string => (members.length > 0 ? `{ ${members.join(', ')} }` : '{}');
