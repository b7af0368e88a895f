// Generated, do not edit. Made by `make generate`.

import type { SchemaError, Validator } from './types.js';

/** What is wrong with a value that is found at a path, as Ajv would say it; nothing when it is right. */
export type Rule = (value: unknown, path: string) => SchemaError | undefined;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function typed(type: string, is: (value: unknown) => boolean): Rule {
  return (value, path) => (is(value) ? undefined : { instancePath: path, keyword: 'type', params: { type } });
}

export const text = typed('string', (value) => typeof value === 'string');
export const flag = typed('boolean', (value) => typeof value === 'boolean');
export const whole = typed('integer', Number.isInteger);
export const finite = typed('number', Number.isFinite);
const anyObject = typed('object', isObject);
const anyArray = typed('array', Array.isArray);

export function oneOf(...values: string[]): Rule {
  const keyword = values.length > 1 ? 'enum' : 'const';
  return (value, path) =>
    values.includes(value as string) ? undefined : { instancePath: path, keyword, params: { allowed: values } };
}

export function nullable(rule: Rule): Rule {
  return (value, path) => (value === null ? undefined : rule(value, path));
}

export function list(rule: Rule): Rule {
  return (value, path) => {
    const error = anyArray(value, path);
    if (error) return error;
    for (const [index, item] of (value as unknown[]).entries()) {
      const inside = rule(item, `${path}/${index}`);
      if (inside) return inside;
    }
    return undefined;
  };
}

/** Fields that must be there, and fields that may be; others are let through. */
export function fields(required: Fields, optional: Fields = {}): Rule {
  const rules = { ...required, ...optional };
  return (value, path) => {
    if (!isObject(value)) return anyObject(value, path);
    for (const missingProperty in required) {
      if (value[missingProperty] === undefined)
        return { instancePath: path, keyword: 'required', params: { missingProperty } };
    }
    for (const name in rules) {
      const error = value[name] === undefined ? undefined : rules[name]?.(value[name], `${path}/${name}`);
      if (error) return error;
    }
    return undefined;
  };
}

function validator<T>(rule: Rule): Validator<T> {
  const validate = (data: unknown): data is T => {
    const error = rule(data, '');
    validate.errors = error ? [error] : null;
    return !error;
  };
  validate.errors = null as readonly SchemaError[] | null;
  return validate;
}

type Fields = Readonly<Record<string, Rule>>;

/** By the type of the message: the fields that it must have beside its type, and those that it may have. */
export function validators<Table>(messages: Readonly<Record<string, readonly [required: Fields, optional?: Fields]>>) {
  // Inherits nothing: what a peer names, such as `constructor`, is found only if it is listed.
  const table = Object.create(null);
  for (const type in messages) {
    const [required, optional] = messages[type] ?? [{}];
    table[type] = validator(fields({ type: oneOf(type), ...required }, optional));
  }
  return table as Table;
}
