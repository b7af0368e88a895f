import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/faults.md', ROOT), 'utf8');
const rows = page.split('\n').filter((line) => /^\| (?!fault |---)/.test(line));

describe('the table of faults', () => {
  it('has forty rows or more', () => {
    expect(rows.length).toBeGreaterThanOrEqual(40);
  });

  it.each(rows.map((row) => row.split(' | ')))('%s: its test is there', (...cells) => {
    expect(cells).toHaveLength(5);
    const [, path = '', title] = /\]\(\.\.\/([^)]+)\)(?:: “(.+)”)?$/.exec(cells[3] ?? '') ?? [];
    const file = new URL(path, ROOT);
    expect(path, 'a link to the test').not.toBe('');
    expect(existsSync(file), path).toBe(true);
    if (title) expect(readFileSync(file, 'utf8'), path).toContain(title);
  });
});
