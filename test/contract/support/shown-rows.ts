import { existsSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../../', import.meta.url);
const TEST_CELL = 3;

/** A row of a table, as its cells; the fourth links the test that shows it. */
export type Row = readonly string[];

/** The rows of those tables of a page whose heads begin with this cell. */
export function rowsOf(path: string, first: string): Row[] {
  const tables = readFileSync(new URL(path, ROOT), 'utf8').match(/(?:^\|.*\n)+/gm) ?? [];
  const lines = tables.filter((table) => table.startsWith(`| ${first} |`)).map((table) => table.trim().split('\n'));
  return lines.flatMap(([, , ...rows]) => rows.map((row) => row.slice(2, -2).split(' | ')));
}

/** What is wrong with a row; undefined when its test is there, by that very title if it names one. */
export function faultOf(cells: Row, { count, isTitled }: { count: number; isTitled: boolean }): string | undefined {
  if (cells.length !== count) return `has ${cells.length} cells, not ${count}`;
  if (cells.some((cell) => cell.trim() === '')) return 'has an empty cell';
  const [, name, path = '', title] = /^\[([^\]]+)\]\(\.\.\/([^)]+)\)(?:: “(.+)”)?$/.exec(cells[TEST_CELL] ?? '') ?? [];
  const file = new URL(path, ROOT);
  if (name === undefined) return 'links no test';
  if (!path.startsWith('test/') || !path.endsWith(`/${name}`) || !existsSync(file)) return `there is no ${path}`;
  if (title === undefined) return isTitled ? 'names no title' : undefined;
  const text = readFileSync(file, 'utf8');
  const isThere = ["'", '"', '`'].some((quote) => text.includes(quote + title + quote));
  return isThere ? undefined : `${path} has no test “${title}”`;
}
