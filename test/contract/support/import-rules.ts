import { posix } from 'node:path';

export interface SourceFile {
  /** From the root of the repository. */
  path: string;
  text: string;
}

interface Room {
  rooms: string[];
  /** Only with `import()`, so that nobody loads them who does not ask for them. */
  lazy?: string[];
  packages?: string[];
  /** Its code runs in Node alone. */
  node?: boolean;
}

/** Which room may import which. A browser's rooms know no Node and no package but one. */
const RULES: Record<string, Room> = {
  core: { rooms: ['generated'] },
  wire: { rooms: ['core', 'generated'] },
  rest: { rooms: ['core', 'generated'], packages: ['openapi-fetch'] },
  webrtc: { rooms: ['core', 'generated', 'wire', 'rest'] },
  server: { rooms: ['core', 'generated', 'rest'], node: true },
  sandbox: { rooms: ['core', 'generated'], packages: ['ws', 'jose', 'werift', 'opusscript'], node: true },
  contract: { rooms: ['core', 'generated', 'wire', 'rest'], packages: ['ws'], node: true },
  cli: { rooms: ['core'], lazy: ['sandbox', 'contract'], node: true },
  generated: { rooms: [] },
};

interface Import {
  specifier: string;
  lazy: boolean;
}

function importsOf(text: string): Import[] {
  const code = text.replace(/^\s*(\/\/|\/?\*).*$/gm, '');
  const find = (pattern: RegExp, lazy: boolean) =>
    [...code.matchAll(pattern)].map(([, specifier = '']) => ({ specifier, lazy }));
  return [
    ...find(/^\s*(?:import|export)\s[\w\s{}*,$]*?from\s*['"]([^'"]+)['"]/gm, false),
    ...find(/^\s*import\s*['"]([^'"]+)['"]/gm, false),
    ...find(/\brequire\s*\(\s*['"]?([^'")]*)/g, false),
    // What is not a literal cannot be judged, and matches no rule.
    ...find(/\bimport\s*\(\s*(?:\/\*.*?\*\/\s*)?['"]?([^'")]*)/g, true),
  ];
}

/** The room of a file: `src/wire/codec.ts` is in wire, `src/cli.ts` is cli. */
const roomOf = (path: string): string => path.replace(/^src\//, '').split(/[/.]/)[0] ?? '';

function allows(from: string, path: string, { specifier, lazy }: Import): boolean {
  const rule = RULES[from];
  if (!rule) return false;
  if (specifier.startsWith('node:')) return rule.node ?? false;
  if (!specifier.startsWith('.')) return (rule.packages ?? []).includes(specifier);
  const target = posix.join(posix.dirname(path), specifier);
  if (!/^(src|generated)\//.test(target)) return false;
  const to = roomOf(target);
  return to === from || rule.rooms.includes(to) || (lazy && (rule.lazy ?? []).includes(to));
}

/** Every import that the rules do not allow, one line each. */
export const violations = (files: SourceFile[]): string[] =>
  files.flatMap(({ path, text }) =>
    importsOf(text)
      .filter((found) => !allows(roomOf(path), path, found))
      .map(({ specifier, lazy }) => `${path} may not import ${specifier || '(unknown)'}${lazy ? ' lazily' : ''}`),
  );
