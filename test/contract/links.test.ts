import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { anchorsOf, linksOf } from '../../build/links.js';
import { deadLinks } from '../support/dead-links.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

it('every link of a document leads to a file of the repository, and to a heading in it', async () => {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'];
  const documents = execFileSync('git', list, { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/sandbox.md']));
  expect(await deadLinks(ROOT, documents)).toEqual([]);
});

describe('what is taken for a link', () => {
  const links = (text: string) => linksOf('docs/a.md', text).map(({ path, anchor }) => path + anchor);

  it.each([
    ['[a](b.md)', ['docs/b.md']],
    ['[`a`](../b.md#c "title")', ['b.md#c']],
    ['![a](b.png) and [c](#d)', ['docs/b.png', 'docs/a.md#d']],
    ['[a]: ../b.md', ['b.md']],
    ['<img src="b.png">', ['docs/b.png']],
    ['[a](https://example.com) [b](mailto:a@example.com)', []],
    ['`[a](b.md)`', []],
    ['```\n[a](b.md)\n```\n[c](d.md)', ['docs/d.md']],
  ])('%j', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it('has the anchors that GitHub gives to headings', () => {
    const text = '# A `b`, c & d\n## Same\n## Same\n### [e](f.md) g\n<a id="h"></a>\n```\n# no heading\n```';
    expect([...anchorsOf(text)].sort()).toEqual(['#a-b-c--d', '#e-g', '#h', '#same', '#same-1']);
  });
});
