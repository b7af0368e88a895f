/** Source text of a user's file that uses every name of an entry, once as a module and once as CommonJS. */
interface Names {
  readonly values: readonly string[];
  /** With type arguments where they take some. */
  readonly types: readonly string[];
}

const DECLARED = /^export declare (?:abstract )?(class|const|function|interface|type) (\w+)(<)?/gm;

/** The names that a rolled-up declaration file exports. */
export function exportedNames(declarations: string): Names {
  const found = [...declarations.matchAll(DECLARED)].map(([, kind = '', name = '', generic]) => ({
    name,
    type: generic ? `${name}<any>` : name,
    isValue: ['class', 'const', 'function'].includes(kind),
    isType: ['class', 'interface', 'type'].includes(kind),
  }));
  return {
    values: found.filter(({ isValue }) => isValue).map(({ name }) => name),
    types: found.filter(({ isType }) => isType).map(({ type }) => type),
  };
}

/** Exports what it uses: with `declaration`, the compiler then has to write each type down. */
export function asModule(entry: string, { values, types }: Names): string {
  const bare = types.map((type) => type.replace('<any>', '')).filter((name) => !values.includes(name));
  return [
    `import { ${[...values, ...bare.map((name) => `type ${name}`)].join(', ')} } from '@dialstack/sdk/${entry}';`,
    ...values.map((name) => `export const used_${name} = ${name};`),
    ...types.map((type, index) => `export type Used${index} = ${type};`),
  ].join('\n');
}

export function asCommonJs(entry: string, { values, types }: Names): string {
  return [
    `import sdk = require('@dialstack/sdk/${entry}');`,
    ...types.map((type, index) => `declare function used${index}(): sdk.${type};`),
    `const used = { ${[...values.map((name) => `${name}: sdk.${name}`), ...types.map((_, index) => `used${index}`)].join(', ')} };`,
    'export = used;',
  ].join('\n');
}
