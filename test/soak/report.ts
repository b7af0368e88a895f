/** Something that was counted after the calls, and how much of it there may be. */
export interface Measure {
  readonly what: string;
  readonly found: number;
  readonly most: number;
}

/** What a soak came to. */
export interface SoakReport {
  readonly title: string;
  readonly calls: number;
  readonly seconds: number;
  readonly measures: readonly Measure[];
}

/** Told after each call: how many there have been. */
export type Progress = (done: number) => void;

/** What a heap may differ by although nothing is kept, and less than what the smallest object kept of each call comes to. */
export const heapGrowthMost = (calls: number): number => Math.max(1_000_000, calls * 100);

export const brokenBounds = ({ measures }: SoakReport): string[] =>
  measures.filter(({ found, most }) => found > most).map(line);

export const summary = (report: SoakReport): string =>
  [
    `${report.title}: ${report.calls} calls in ${report.seconds} s`,
    ...report.measures.map((measure) => `  ${measure.found > measure.most ? 'BROKEN' : 'ok    '} ${line(measure)}`),
  ].join('\n');

const line = ({ what, found, most }: Measure) => `${what}: ${found}, at most ${most}`;
