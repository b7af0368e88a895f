// Generated, do not edit. Made by `make generate`.

/**
 * The types of a value. A shape is one of these:
 * - Text: types and constant values, separated by `|`. Types are letters: s string, b boolean, i integer, n number,
 *   0 null, ? absent.
 * - An object: the shapes of fields by name. Other fields are allowed.
 * - A list with one entry: the shape of the items of a list.
 * - A list with several entries: alternatives.
 */
export type Shape = string | readonly Shape[] | Fields;

export interface Fields {
  readonly [name: string]: Shape;
}

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  s: (value) => typeof value === 'string',
  b: (value) => typeof value === 'boolean',
  i: Number.isInteger,
  n: Number.isFinite,
  0: (value) => value === null,
  '?': (value) => value === undefined,
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** Returns the first fault of a value, with its path, or undefined if there is none. */
export function findFault(value: unknown, shape: Shape, path = ''): string | undefined {
  const items = Array.isArray(shape) ? shape : undefined;
  if (items && items.length > 1) {
    const faults = items.map((one) => findFault(value, one, path));
    return faults.every(Boolean) ? faults.at(-1) : undefined;
  }
  const allowed = typeof shape === 'string' ? shape.split('|') : [items ? 'array' : 'object'];
  if (!allowed.some((name) => types[name]?.(value) ?? value === name)) {
    return path + (value === undefined ? ' is missing' : ' is wrong');
  }
  if (typeof shape === 'string') return undefined;
  const parts = value as Readonly<Record<string, unknown>>;
  for (const name in items ? parts : shape) {
    const fault = findFault(parts[name], items ? items[0] : (shape as Fields)[name], `${path}/${name}`);
    if (fault) return fault;
  }
  return undefined;
}
