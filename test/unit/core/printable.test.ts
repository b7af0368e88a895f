import { expect, it } from 'vitest';
import { printable } from '../../../src/core/printable.js';

it.each([
  ['Zoë Østergård, 山田 太郎, שלום, 🙂', 'Zoë Østergård, 山田 太郎, שלום, 🙂'],
  ['\u001b[2K\rNew API key: sk_live_1', '\\u{1b}[2K\\u{d}New API key: sk_live_1'],
  ['one\ntwo\u2028three\u2029', 'one\\u{a}two\\u{2028}three\\u{2029}'],
  ['C1 \u009b31m and \u0000', 'C1 \\u{9b}31m and \\u{0}'],
  ['\u202egnp.exe\u2066', '\\u{202e}gnp.exe\\u{2066}'],
  ['half a pair \ud83d', 'half a pair \\u{d83d}'],
])('%j is shown as %j', (text, shown) => expect(printable(text)).toBe(shown));

it('is cut to its length', () => {
  expect(printable('x'.repeat(301))).toBe('x'.repeat(300));
  expect(printable('abcdef', 3)).toBe('abc');
});
