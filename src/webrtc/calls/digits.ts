const DIGITS = /^[\d*#A-D,]+$/i;
const LONGEST_MS = 6_000;
const SHORTEST_TONE_MS = 40;
const SHORTEST_GAP_MS = 30;

/** What is wrong with digits and their times (RTCDTMFSender's limits); undefined when nothing is. */
export function digitsFault(digits: unknown, durationMs: number, gapMs: number): string | undefined {
  const isDigits = typeof digits === 'string' && DIGITS.test(digits);
  const areTimes =
    durationMs >= SHORTEST_TONE_MS && durationMs <= LONGEST_MS && gapMs >= SHORTEST_GAP_MS && gapMs <= LONGEST_MS;
  return isDigits && areTimes
    ? undefined
    : 'Digits are 0-9 * # A-D and , for 40 to 6000 ms each, with gaps of 30 to 6000 ms.';
}
