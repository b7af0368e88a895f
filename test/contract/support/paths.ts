// A path such as `users[].name` names a field of the first entry of a list; '' is the document itself.

type Step = string | 0;

const steps = (path: string): Step[] =>
  path === '' ? [] : path.split('.').flatMap((part) => part.split('[]').map((name, index) => (index === 0 ? name : 0)));

export const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

export const pointer = (path: string): string =>
  steps(path)
    .map((step) => `/${step}`)
    .join('');

export const parent = (path: string): string =>
  path.endsWith('[]') ? path.slice(0, -2) : path.slice(0, Math.max(path.lastIndexOf('.'), 0));

export const leaf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function get(document: unknown, path: string): unknown {
  return steps(path).reduce<unknown>((node, step) => {
    if (step === 0) return Array.isArray(node) ? node[0] : undefined;
    return isRecord(node) ? node[step] : undefined;
  }, document);
}

/** A copy of the document with another value there; what is missing on the way is made. */
export const set = (document: unknown, path: string, value: unknown): unknown => replace(document, steps(path), value);

function replace(node: unknown, [step, ...rest]: Step[], value: unknown): unknown {
  if (step === undefined) return value;
  if (step === 0) {
    const list = Array.isArray(node) ? node : [];
    return [replace(list[0], rest, value), ...list.slice(1)];
  }
  const record = isRecord(node) ? node : {};
  return { ...record, [step]: replace(record[step], rest, value) };
}

/** A copy of the document without that field. */
export function remove(document: unknown, path: string): unknown {
  const { [leaf(path)]: _, ...others } = get(document, parent(path)) as Record<string, unknown>;
  return set(document, parent(path), others);
}
