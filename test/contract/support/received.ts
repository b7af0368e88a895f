import type { ServerMessageMap, ServerMessageType } from '../../../generated/v1/messages.js';
import { serverMessageShapes } from '../../../generated/v1/shapes.js';
import { findFault } from '../../../generated/v1/validators/rules.js';
import type { SchemaError, Validator } from '../../../generated/v1/validators/types.js';

/** What a browser checks, in the form of the compiled validators. A reader chose the shape by the type of the frame. */
export const serverMessageValidators = Object.assign(
  Object.create(null),
  Object.fromEntries(
    Object.entries(serverMessageShapes).map(([type, fields]) => [type, validator({ type, ...fields })]),
  ),
) as { readonly [T in ServerMessageType]: Validator<ServerMessageMap[T]> };

function validator(shape: Parameters<typeof findFault>[1]) {
  const validate = (data: unknown): boolean => {
    const fault = findFault(data, shape);
    const [, instancePath = '', what] = fault?.match(/^(\S*) is (\w+)/) ?? [];
    const keywords = what === 'missing' ? ['required'] : ['type', 'enum', 'const'];
    validate.errors = fault ? keywords.map((keyword) => ({ instancePath, keyword, params: {} })) : null;
    return !fault;
  };
  validate.errors = null as readonly SchemaError[] | null;
  return validate;
}
