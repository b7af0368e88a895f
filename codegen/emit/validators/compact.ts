/**
 * Makes Ajv's code smaller for a page that counts bytes: it keeps the first error of each, without a list and a counter,
 * takes no parameters that nobody gives, and has what it looks up in the schemas in its place.
 */
export function compact(code: string): string {
  const compacted = inlineLookups(code)
    .replace(/const (err\d+) = (.*);\n\s*vErrors === null .* vErrors\.push\(\1\), errors\+\+;/g, 'vErrors ??= [$2];')
    .replaceAll('let vErrors = null, errors = 0;', 'let vErrors = null;')
    .replace(/return (\w+)\.errors = vErrors, errors === 0;/g, 'return !($1.errors = vErrors);')
    .replace(/, \{ instancePath = "".* \} = \{\}\)/g, ', instancePath = "")');
  const left = /\b(?:errors\+\+|parentData|err\d+|schema\d+)\b/.exec(compacted);
  if (left) throw new Error(`Ajv writes its code otherwise than expected: there is still ${left[0]}`);
  return compacted;
}

/** `schema12.required` becomes the list itself, and the schema goes. */
function inlineLookups(code: string): string {
  const schemas = new Map<string, unknown>();
  const withoutSchemas = code.replace(/, (schema\d+) = (\{.*\});$/gm, (_, name: string, literal: string) => {
    schemas.set(name, JSON.parse(quoted(literal)));
    return ';';
  });
  return withoutSchemas.replace(/\b(schema\d+)((?:\.\w+)+)/g, (_, name: string, path: string) => {
    const value = path.slice(1).split('.').reduce<unknown>(memberOf, schemas.get(name));
    if (value === undefined) throw new Error(`there is no ${name}${path}`);
    return JSON.stringify(value);
  });
}

const memberOf = (value: unknown, member: string): unknown => (value as Record<string, unknown> | undefined)?.[member];

/** esbuild leaves the names in a literal without quotes. */
const quoted = (literal: string): string => literal.replace(/([{,] )(\w+):/g, '$1"$2":');
