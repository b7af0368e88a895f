import { createHash } from 'node:crypto';

/** The first words of every generated file. */
export const GENERATED = '// Generated, do not edit.';

const WIDTH = 110;

/** The first words of every generated page. */
export const GENERATED_PAGE = '<!-- Generated, do not edit.';

type Origins = readonly { readonly name: string; readonly text: string }[];

/** The header of a generated file. It names the source documents, with hashes of the versions that were used. */
export function header(origins: Origins): string {
  return `${GENERATED} Made by \`make generate\`.\n${origins.map((origin) => `// ${from(origin)}\n`).join('')}\n`;
}

/** The header of a generated page, which a reader does not see. */
export function pageHeader(origins: Origins): string {
  return `${GENERATED_PAGE} Made by \`make generate\`.\n${origins.map(from).join('\n')} -->\n\n`;
}

function from({ name, text }: Origins[number]): string {
  return `From specs/v1/${name} (sha256 ${createHash('sha256').update(text).digest('hex').slice(0, 16)}).`;
}

/** A documentation comment, or an empty string if there is no text. */
export function jsdoc(text: string | undefined): string {
  if (!text) return '';
  const lines = wrap(text.replaceAll('*/', '*\\/'));
  if (lines.length === 1) return `/** ${lines[0]} */\n`;
  return `/**\n${lines.map((line) => ` * ${line}\n`).join('')} */\n`;
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** A value as TypeScript source. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return /['\\\n]/.test(value) ? JSON.stringify(value) : `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, entry]) => `${key(name)}: ${literal(entry)}`);
  return members.length > 0 ? `{ ${members.join(', ')} }` : '{}';
}

/** A property name as TypeScript source, quoted if necessary. */
export function key(name: string): string {
  return /^(?:[A-Za-z_$][\w$]*|[1-9]\d*)$/.test(name) ? name : literal(name);
}

/** An object literal or an interface body, with one member per line. */
export function block(members: readonly string[], end: ',' | ';'): string {
  if (members.length === 0) return '{}';
  const lines = members.map((member) => `${member.replace(/^(?=.)/gm, '  ')}${end}\n`);
  return `{\n${lines.join('')}}`;
}

export function union(names: readonly string[]): string {
  return names.length === 0 ? 'never' : names.map(literal).join(' | ');
}

/** A tree of names. Its leaves are TypeScript source. */
export type Tree = { readonly [name: string]: string | Tree };

/** An object literal without a prototype, so that a peer cannot look up inherited names such as `constructor`. */
export function nullPrototypeObject(tree: Tree): string {
  const members = Object.entries(tree).map(
    ([name, value]) => `${key(name)}: ${typeof value === 'string' ? value : nullPrototypeObject(value)}`,
  );
  return block(['__proto__: null', ...members], ',');
}
