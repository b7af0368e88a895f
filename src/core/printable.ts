const LONGEST = 300;

/**
 * A text from outside, fit for a screen, a log or a message: one line, at most 300 characters, and in place of each
 * character that cannot be seen (controls, direction marks, line separators) its code.
 */
export function printable(text: string, longest = LONGEST): string {
  return text
    .slice(0, longest)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (hidden) => `\\u{${hidden.codePointAt(0)?.toString(16)}}`);
}
