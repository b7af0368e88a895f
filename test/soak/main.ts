/** `make soak`: very many calls, and what they leave behind. `tsx --expose-gc test/soak/main.ts [browser|node] [calls]` */
import { soakInBrowser } from './browser-soak.js';
import { soakInNode } from './node-soak.js';
import { brokenBounds, type Progress, type SoakReport, summary } from './report.js';

const SOAKS: Readonly<
  Record<string, { calls: number; run(calls: number, onProgress: Progress): Promise<SoakReport> }>
> = {
  browser: {
    calls: 1_000,
    run: (calls, onProgress) => soakInBrowser({ calls, warmUp: 30, onProgress }),
  },
  node: {
    calls: 20_000,
    run: (calls, onProgress) => soakInNode({ calls, warmUp: 1_000, phones: 20, onProgress }),
  },
};

const [only, count] = process.argv.slice(2);
const reports: SoakReport[] = [];
for (const [name, { calls, run }] of Object.entries(SOAKS)) {
  if (only !== undefined && only !== name) continue;
  reports.push(await run(Number(count ?? calls), progressOf(name)));
  process.stdout.write('\n');
}
console.log(`\n${reports.map(summary).join('\n\n')}`);
process.exit(reports.length === 0 || reports.some((report) => brokenBounds(report).length > 0) ? 1 : 0);

/** Keeps one line up to date. */
function progressOf(name: string): Progress {
  const startedAt = Date.now();
  let saidAt = 0;
  return (done) => {
    if (Date.now() - saidAt < 500) return;
    saidAt = Date.now();
    process.stdout.write(`\r${name}: ${done} calls, ${Math.round((saidAt - startedAt) / 1000)} s `);
  };
}
