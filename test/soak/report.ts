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

/** A heap that has grown by more than this was not only warming up. */
export const HEAP_GROWTH_MOST = 1_000_000;

export const brokenBounds = ({ measures }: SoakReport): string[] =>
  measures.filter(({ found, most }) => found > most).map(line);

export const summary = (report: SoakReport): string =>
  [
    `${report.title}: ${report.calls} calls in ${report.seconds} s`,
    ...report.measures.map((measure) => `  ${measure.found > measure.most ? 'BROKEN' : 'ok    '} ${line(measure)}`),
  ].join('\n');

const line = ({ what, found, most }: Measure) => `${what}: ${found}, at most ${most}`;
