/** What reads the shapes of messages and answers in browsers: a fraction of the bytes of compiled validators. */
export function emitRules(): string {
  return `/**
 * What a value must be: some types or words with \`|\` between them, fields by name, a list (the shape of its items in
 * brackets), or alternatives (several shapes in brackets). Types are letters: s string, b boolean, i integer, n number,
 * 0 null, ? absent. Other fields are let through.
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

/** The first fault of a value that is found at a path; undefined when there is none. */
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
    const fault = findFault(parts[name], items ? items[0] : (shape as Fields)[name], \`\${path}/\${name}\`);
    if (fault) return fault;
  }
  return undefined;
}
`;
}
