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

/** What the rooms inside src/webrtc may import of each other; only what lies directly in src/webrtc may import from all. */
const WEBRTC_ROOMS: Record<string, { rooms: string[]; outside?: string[] }> = {
  calls: { rooms: ['media'], outside: ['core', 'generated', 'wire'] },
  media: { rooms: [] },
  connection: { rooms: [] },
  account: { rooms: [] },
};
/** What lies directly in src/webrtc and is for every room. */
const FOR_ALL = 'src/webrtc/platform';

const webrtcRoomOf = (path: string): string => /^src\/webrtc\/([^/]+)\//.exec(path)?.[1] ?? '';
const targetOf = (path: string, { specifier }: Import): string =>
  posix.join(posix.dirname(path), specifier).replace(/\.[cm]?[jt]sx?$/, '');

function allowsInWebrtc(path: string, found: Import): boolean {
  const from = webrtcRoomOf(path);
  const rule = WEBRTC_ROOMS[from];
  if (!rule) return from === ''; // A room that the table does not know may not be there.
  if (!found.specifier.startsWith('.')) return true; // `violations` judges packages.
  const target = targetOf(path, found);
  if (!target.startsWith('src/webrtc/')) return rule.outside?.includes(roomOf(target)) ?? true;
  const to = webrtcRoomOf(target);
  return to === '' ? target === FOR_ALL : to === from || rule.rooms.includes(to);
}

/** Every import inside src/webrtc that its rooms do not allow, one line each. */
export const webrtcViolations = (files: SourceFile[]): string[] =>
  files
    .filter(({ path }) => path.startsWith('src/webrtc/'))
    .flatMap(({ path, text }) =>
      importsOf(text)
        .filter((found) => !allowsInWebrtc(path, found))
        .map(({ specifier }) => `${path} may not import ${specifier}`),
    );

/** The files that import each other in a circle, types included; one line a circle, which begins with its first file. */
export function circles(files: SourceFile[]): string[] {
  const known = new Map(files.map(({ path, text }) => [path.replace(/\.[cm]?tsx?$/, ''), text]));
  const imports = (module: string) =>
    importsOf(known.get(module) ?? '')
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map((found) => targetOf(module, found))
      .filter((target) => known.has(target));
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (module: string, trail: readonly string[]): void => {
    const at = trail.indexOf(module);
    if (at >= 0) {
      const circle = trail.slice(at);
      const first = circle.indexOf(circle.toSorted()[0] ?? '');
      found.add([...circle.slice(first), ...circle.slice(0, first)].join(' -> '));
      return;
    }
    if (done.has(module)) return;
    for (const target of imports(module)) visit(target, [...trail, module]);
    done.add(module);
  };
  for (const module of known.keys()) visit(module, []);
  return [...found].toSorted();
}
