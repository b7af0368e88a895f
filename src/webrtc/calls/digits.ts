const DIGITS = /^[\d*#A-D,]+$/i;
const LONGEST_MS = 6_000;
const SHORTEST_TONE_MS = 40;
const SHORTEST_GAP_MS = 30;

export const DIGITS_ARE = 'Digits are 0-9 * # A-D and , for 40 to 6000 ms, gaps 30 to 6000 ms.';

/** Whether these can be sent, and in these times (RTCDTMFSender's limits). */
export const areDigits = (digits: unknown, durationMs: number, gapMs: number): boolean =>
  typeof digits === 'string' &&
  DIGITS.test(digits) &&
  durationMs >= SHORTEST_TONE_MS &&
  durationMs <= LONGEST_MS &&
  gapMs >= SHORTEST_GAP_MS &&
  gapMs <= LONGEST_MS;
