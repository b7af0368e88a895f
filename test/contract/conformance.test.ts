import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { EndReason } from '../../generated/v1/messages.js';
import { knownErrorCodes } from '../../generated/v1/protocol.js';
import { ROWS, titleOf } from '../reference/rows.js';
import { differences, type SourceText } from './support/conformance.js';
import { serverErrors } from './tables/errors.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const rows = ROWS.map((row) => ({ section: row.section, title: titleOf(row) }));
const page = readFileSync(join(ROOT, 'docs/conformance.md'), 'utf8');
const sources: SourceText[] = readdirSync(join(ROOT, 'test/reference'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(ROOT, path).split(sep).join(posix.sep), text: readFileSync(path, 'utf8') }));

const rowsOf = (section: string) => ROWS.filter((one) => one.section === section).map(({ row }) => row);

describe('the conformance matrix', () => {
  it('has a test and a line of the page for every row, and no others', () => {
    expect(sources.map(({ path }) => path)).toContain('test/reference/browser/call.test.ts');
    expect(differences(rows, sources, page)).toEqual([]);
  });

  it('names error codes of the contract, each of which the service sends', () => {
    const codes = rowsOf('PhoneError.code');
    expect(codes).toHaveLength(10);
    expect(knownErrorCodes).toEqual(expect.arrayContaining(codes));
    expect(Object.keys(serverErrors)).toEqual(expect.arrayContaining(codes));
  });

  it('names every reason that a call ends with', () => {
    const reasons: Record<EndReason, true> = {
      hangup: true,
      'no-answer': true,
      busy: true,
      failed: true,
      transferred: true,
      rejected: true,
    };
    expect(rowsOf('Call.ended').sort()).toEqual(Object.keys(reasons).sort());
  });
});

describe('the check finds', () => {
  const [first = { path: '', text: '' }, ...others] = sources;
  const changed = (text: (before: string) => string) => [{ ...first, text: text(first.text) }, ...others];

  it.each<[string, () => string[], RegExp]>([
    [
      'a row without a test',
      () => differences([...rows, { section: 'Call', title: 'Call › park' }], sources, page),
      /^no test: Call › park$/,
    ],
    ['a test without a row', () => differences(rows.slice(1), sources, page), /^no row: /],
    ['a row that is there twice', () => differences([...rows, ...rows.slice(0, 1)], sources, page), /^twice a row: /],
    ['a test that is there twice', () => differences(rows, [...sources, first], page), /^twice a test: /],
    [
      'a test that is left out',
      () =>
        differences(
          rows,
          changed((text) => text.replace(/\bit\(/, 'it.skip(')),
          page,
        ),
      /may leave a test out/,
    ],
    [
      'tests that are left out',
      () =>
        differences(
          rows,
          changed((text) => `${text}\ndescribe.todo('more');`),
          page,
        ),
      /may leave a test out/,
    ],
    [
      'a title that is made up',
      () =>
        differences(
          rows,
          changed((text) => `${text}\nit(title, () => {});`),
          page,
        ),
      /with a plain title/,
    ],
    [
      'a test by another name',
      () =>
        differences(
          rows,
          changed((text) => `${text}\ntest('Call › park', () => {});`),
          page,
        ),
      /with a plain title/,
    ],
    [
      'a line that is missing',
      () => differences(rows, sources, page.replace(/^.*PhoneOptions › token .*\n/m, '')),
      /^line \d+ of the page is .*onTokenExpiring, not .*token$/,
    ],
    [
      'a line under another heading',
      () => differences(rows, sources, page.replace('## PhoneError\n', '## Errors\n')),
      /is Errors: PhoneError › code, not/,
    ],
    [
      'a line that names another file',
      () => differences(rows, sources, page.replaceAll('browser/phone.test.ts', 'phone.test.ts')),
      /^the page says that test\/reference\/phone\.test\.ts has/,
    ],
    [
      'a line that names no file',
      () => differences(rows, sources, page.replace('[phone.test.ts](../test/reference/phone.test.ts)', 'somewhere')),
      /^names no test: /,
    ],
    [
      'a line without a meaning',
      () => differences(rows, sources, page.replace(/\| names the call[^|]*\|/, '| |')),
      /^not four cells: /,
    ],
  ])('%s', (_, found, expected) => {
    expect(found()).toContainEqual(expect.stringMatching(expected));
  });
});
