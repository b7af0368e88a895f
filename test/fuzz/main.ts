/**
 * `make fuzz`: frames, whole phones, a phone in Chromium with a hostile service, and a sandbox with hostile phones, at
 * length. FRAMES, SEQUENCES, SERVICE_SEQUENCES, PHONE_SEQUENCES and SEED say how many of each, and from where.
 */
import { bombard, errorsOfStorm, STORMS, type Tally } from './bombardment.js';
import { fuzzPhones, summaryOf as summaryOfPhones } from './hostile-phone.js';
import { fuzzService, summaryOf as summaryOfService } from './hostile-service.js';
import { holdPhones } from './phone-model.js';

const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const FRAMES = number('FRAMES', 1_000_000);
const SEQUENCES = number('SEQUENCES', 10_000);
const SERVICE_SEQUENCES = number('SERVICE_SEQUENCES', 120);
const PHONE_SEQUENCES = number('PHONE_SEQUENCES', 250);
const SEED = number('SEED', Date.now() % 1_000_000_000);
const FRAMES_A_PHONE = 1_000;
const SEQUENCES_A_SEED = 10;

/** Runs something many times, with its progress on one line; how many a second. */
async function many(what: string, count: number, size: number, once: (index: number) => Promise<void>) {
  const begin = performance.now();
  const rate = (done: number) => Math.round((done * 1000) / (performance.now() - begin));
  for (let done = 0; done < count; ) {
    await once(done);
    done = Math.min(done + size, count);
    if (done % (size * 20) === 0) process.stdout.write(`\r${what}: ${done} of ${count}, ${rate(done)}/s `);
  }
  console.log(`\r${what}: ${count}, ${rate(count)}/s, seed ${SEED}      `);
}

const tally: Tally = { made: new Map(), faults: [] };

async function frames(): Promise<void> {
  await many('frames', FRAMES, FRAMES_A_PHONE, async (index) => {
    const seed = SEED + index / FRAMES_A_PHONE;
    await bombard(seed, Math.min(FRAMES_A_PHONE, FRAMES - index), tally);
    if (tally.faults.length > 0) fail(`frames of seed ${seed}:\n${tally.faults.join('\n')}`);
  });
  const most = [...tally.made].sort(([, one], [, other]) => other - one);
  console.log(
    `  ${most.length} kinds: ${most
      .slice(0, 12)
      .map((kind) => kind.join(' '))
      .join(', ')}, …`,
  );
  for (const storm of STORMS) console.log(`  1000 times ${storm}: ${await errorsOfStorm(storm, 1000)} error events`);
}

async function phones(): Promise<void> {
  await many('sequences', SEQUENCES, SEQUENCES_A_SEED, async (index) => {
    const runs = Math.min(SEQUENCES_A_SEED, SEQUENCES - index);
    await holdPhones(SEED + index / SEQUENCES_A_SEED, runs).catch((error: Error) =>
      fail(`${error.message}\n${error.cause}`),
    );
  });
}

interface HostileOptions {
  readonly seed: number;
  readonly sequences: number;
  onProgress(done: number): void;
}

/** Sequences that depend on one another: memory is measured over all of them. */
async function hostile<Report extends { readonly faults: string[] }>(
  what: string,
  sequences: number,
  fuzz: (options: HostileOptions) => Promise<Report>,
  summaryOf: (report: Report) => string,
) {
  if (sequences === 0) return;
  const begin = performance.now();
  const onProgress = (done: number) => process.stdout.write(`\r${what}: ${done} of ${sequences} `);
  const report = await fuzz({ seed: SEED, sequences, onProgress });
  const seconds = Math.round((performance.now() - begin) / 1000);
  console.log(`\r${what}: ${sequences} in ${seconds} s, seed ${SEED}      \n  ${summaryOf(report)}`);
  if (report.faults.length > 0) fail(report.faults.join('\n\n'));
}

function fail(what: string): never {
  console.error(`\n${what}`);
  process.exit(1);
}

await frames();
await phones();
await hostile('sequences of a hostile service', SERVICE_SEQUENCES, fuzzService, summaryOfService);
await hostile('sequences of hostile phones', PHONE_SEQUENCES, fuzzPhones, summaryOfPhones);
