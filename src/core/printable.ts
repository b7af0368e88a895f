const LONGEST = 300;

/**
 * Makes a text from outside safe to show on a screen, in a log or in a message. It becomes one line of at most 300
 * characters of the text. Characters that cannot be seen (controls, direction marks, line separators) are shown as codes.
 */
export function printable(text: string, longest = LONGEST): string {
  return text
    .slice(0, longest)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (hidden) => `\\u{${hidden.codePointAt(0)?.toString(16)}}`);
}
