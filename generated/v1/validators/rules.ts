// Generated, do not edit. Made by `make generate`.

/**
 * What a value must be: one of some types or words, with `|` between them; fields; a list, as the shape of its items in
 * brackets; or one of several shapes in brackets.
 */
export type Shape = string | readonly Shape[] | Fields;

/** By name; one that ends in `?` may be absent. Other fields are let through. */
export interface Fields {
  readonly [name: string]: Shape;
}

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
  number: Number.isFinite,
  null: (value) => value === null,
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** What is wrong first with a value that is found at a path; nothing when it is right. */
export function findFault(value: unknown, shape: Shape, path = ''): string | undefined {
  const items = Array.isArray(shape) ? shape : undefined;
  if (items && items.length > 1) {
    const faults = items.map((one) => findFault(value, one, path));
    return faults.every(Boolean) ? faults.at(-1) : undefined;
  }
  const allowed = typeof shape === 'string' ? shape.split('|') : [items ? 'array' : 'object'];
  if (!allowed.some((name) => types[name]?.(value) ?? value === name)) {
    return `${path} fails ${types[allowed[0] as string] ? 'type' : 'enum'}`;
  }
  if (typeof shape === 'string') return undefined;
  const parts = value as Readonly<Record<string, unknown>>;
  for (const field in items ? parts : shape) {
    const name = field.replace('?', '');
    const part = parts[name];
    if (part === undefined) {
      if (name === field) return `${path} fails required ${name}`;
      continue;
    }
    const fault = findFault(part, items ? items[0] : (shape as Fields)[field], `${path}/${name}`);
    if (fault) return fault;
  }
  return undefined;
}
