import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apiBaseUrl } from '../../generated/v1/endpoints.js';
import { resolveEndpoints } from '../../src/webrtc/connection/endpoints.js';
import { STRICT_HEADERS, strictPolicy } from '../support/browser/strict-policy.js';
import { faultOf, type Row, rowsOf } from './support/shown-rows.js';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

const PAGE = 'docs/security.md';
const rows = rowsOf(PAGE, 'threat');
const faultIn = (row: Row) => faultOf(row, { count: 4, isTitled: true });

/** A package of a lock file. */
interface Locked {
  readonly integrity?: string;
  readonly inBundle?: boolean;
}

describe('the table of threats', () => {
  it('has fifty rows or more', () => {
    expect(rows.length).toBeGreaterThanOrEqual(50);
  });

  it.each(rows.map((row): [string, Row] => [row[0] ?? '', row]))('%s: its test is there', (_, row) => {
    expect(faultIn(row)).toBeUndefined();
  });
});

describe('a row is found out', () => {
  const HERE = '[security.test.ts](../test/contract/security.test.ts)';
  const titled = (title: string) => ['a', 'b', 'c', `${HERE}: “${title}”`];

  it('that is right is not', () => expect(faultIn(titled('has fifty rows or more'))).toBeUndefined());

  it.each<[string, Row, RegExp]>([
    ['whose test does not exist', titled(`has sixty ${'rows'} or more`), /has no test “has sixty rows or more”/],
    ['that names a part of a title', titled(`has fifty ${'rows'}`), /has no test/],
    ['whose file does not exist', ['a', 'b', 'c', HERE.replaceAll('security', 'safety')], /there is no test\/contract/],
    ['that names another file than it links', ['a', 'b', 'c', HERE.replace('[s', '[in')], /there is no/],
    ['that links no test', ['a', 'b', 'c', 'everywhere'], /links no test/],
    ['that links what is no test', ['a', 'b', 'c', '[README.md](../README.md): “x”'], /there is no README/],
    ['that names no title', ['a', 'b', 'c', HERE], /names no title/],
    ['that has a cell too few', ['a', 'b', HERE], /has 3 cells, not 4/],
    ['that has an empty cell', ['a', ' ', 'c', HERE], /has an empty cell/],
  ])('%s', (_, row, fault) => expect(faultIn(row)).toMatch(fault));
});

it('the headers that the page recommends are those under which a phone is tried, for the public service', () => {
  const { signalling } = resolveEndpoints({});
  const policy = strictPolicy(apiBaseUrl, new URL(signalling).origin);
  const [, block = ''] = /```http\n([^`]+)```/.exec(read(PAGE)) ?? [];
  const headers = block.replace(/\n +/g, ' ').trim().split('\n');
  expect(headers).toEqual([
    `Content-Security-Policy: ${policy}`,
    ...Object.entries(STRICT_HEADERS).map(([name, value]) => `${name}: ${value}`),
  ]);
});

describe('what the package is made of', () => {
  const manifest = JSON.parse(read('package.json'));

  it('installs nothing else, and runs nothing when it is installed', () => {
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
      expect(manifest, kind).not.toHaveProperty(kind);
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare'])
      expect(manifest.scripts, script).not.toHaveProperty(script);
  });

  it('is built from packages whose content is in the lock file, and that run nothing when they are installed', () => {
    for (const folder of ['', 'codegen/', 'codegen/official/', 'test/package/tools/']) {
      const { packages } = JSON.parse(read(`${folder}package-lock.json`));
      // What is in a bundle comes inside the package that has the hash.
      for (const [path, { integrity, inBundle }] of Object.entries<Locked>(packages))
        if (path !== '' && !inBundle) expect(integrity, folder + path).toMatch(/^sha512-/);
    }
    expect(read('Makefile')).toMatch(/^\tnpm ci --ignore-scripts$/m);
    for (const folder of ['codegen', 'codegen/official', 'test/package/tools'])
      expect(read(`${folder}/.npmrc`), folder).toMatch(/^ignore-scripts=true$/m);
  });
});
