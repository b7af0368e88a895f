export interface Reference {
  $ref?: string;
}

/** Resolves a local reference. Returns an object that is not a reference as it is, and `{}` for an unknown target. */
export function follow<T>(document: object, object: T | Reference): T {
  const pointer = (object as Reference).$ref;
  if (pointer === undefined) return object as T;
  const keys = pointer.split('/').slice(1).map(unescapeKey);
  const target = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
  return (target ?? {}) as T;
}

function unescapeKey(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
