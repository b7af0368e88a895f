// Generated, do not edit. Made by `make generate`.

/** What a value must be: one of some types or words, with `|` between them; a list of one shape; or an object. */
export type Shape = string | Shape[] | Fields;

/** By name; one that ends in `?` may also be absent or null. Other fields are let through. */
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
  const isList = Array.isArray(shape);
  const allowed = typeof shape === 'string' ? shape.split('|') : [isList ? 'array' : 'object'];
  if (!allowed.some((name) => types[name]?.(value) ?? value === name)) {
    return `${path} fails ${types[allowed[0] as string] ? 'type' : 'enum'}`;
  }
  if (typeof shape === 'string') return undefined;
  const parts = value as Readonly<Record<string, unknown>>;
  for (const field in isList ? parts : shape) {
    const name = field.replace('?', '');
    const isRequired = name === field;
    const part = parts[name];
    if (isRequired && part === undefined) return `${path} fails required ${name}`;
    const inner = (isList ? shape[0] : shape[field]) as Shape;
    const fault = (isRequired || part != null) && findFault(part, inner, `${path}/${name}`);
    if (fault) return fault;
  }
  return undefined;
}
