import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { bombard } from '../support/raw-http.js';
import { type RestCall, restCall } from '../support/rest-call.js';
import { WirePhone } from '../support/wire-phone.js';
import { AccountWatch } from './account-watch.js';
import { HostilePhones } from './hostile-phones.js';
import { Random } from './random.js';
import type { SandboxAddress, SandboxMemory } from './sandbox-alone.js';

export interface PhoneFuzzOptions {
  readonly seed: number;
  readonly sequences: number;
  readonly onProgress?: (done: number) => void;
}

/** What a run came to. */
export interface PhoneFuzzReport {
  /** What was broken, with the sequence that broke it; nothing, when all went well. */
  readonly faults: string[];
  /** The longest that a ping or a request waited for its answer. */
  readonly slowestMs: number;
  readonly logLines: number;
  readonly heapGrowthBytes: number;
  readonly rssGrowthBytes: number;
}

const ANSWER_WITHIN_MS = 1_000;
const CALM_WITHIN_MS = 10_000;
const STEPS_MOST = 12;
const MALFORMED_EVERY = 25;
/** Made before the memory is first measured. */
const WARM_UP = 15;
/** What is kept of a sequence on purpose: users that were made, and the answers to their idempotency keys. */
const HEAP_GROWTH_MOST = (sequences: number) => 4_000_000 + sequences * 20_000;
const RSS_GROWTH_MOST = (sequences: number) => 100_000_000 + sequences * 20_000;
const TOKEN = /eyJ[\w-]{8,}\.[\w-]{8,}/;
const CONTROL_CHARACTER = /[^\P{C}\n]/u;

/** A sandbox in a process of its own. */
class SandboxAlone {
  /** What it logged since the last time. */
  #log = '';
  readonly #child: ChildProcess;
  readonly at: SandboxAddress;

  private constructor(child: ChildProcess, at: SandboxAddress) {
    this.#child = child;
    this.at = at;
    for (const output of [child.stdout, child.stderr]) {
      output?.setEncoding('utf8').on('data', (text: string) => {
        this.#log += text;
      });
    }
  }

  static async start(): Promise<SandboxAlone> {
    const child = fork(new URL('./sandbox-alone.ts', import.meta.url), {
      execArgv: ['--import', 'tsx', '--expose-gc'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const [at] = (await once(child, 'message')) as [SandboxAddress];
    return new SandboxAlone(child, at);
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  takeLog(): string {
    const log = this.#log;
    this.#log = '';
    return log;
  }

  async memory(): Promise<SandboxMemory> {
    this.#child.send('memory');
    const [memory] = (await once(this.#child, 'message')) as [SandboxMemory];
    return memory;
  }

  async control(command: string): Promise<Readonly<Record<string, unknown>>> {
    return (await this.#ask(`POST /sandbox/${command}`, { body: {} })).body;
  }

  async createToken(user: string): Promise<string> {
    return String((await this.#ask('POST /v1/user_sessions', { body: { user } })).body.client_secret);
  }

  /** A user of the first account whom no hostile phone knows. */
  async createUser(name: string): Promise<string> {
    const headers = { 'DialStack-Account': this.at.account.id };
    return String((await this.#ask('POST /v1/users', { headers, body: { name } })).body.id);
  }

  /** Waits until it has forgotten the phones that were cut off. */
  async isCalm(): Promise<boolean> {
    const end = Date.now() + CALM_WITHIN_MS;
    while (Date.now() < end) {
      const { phones } = await this.control('status');
      if (Array.isArray(phones) && phones.length === 0) return true;
    }
    return false;
  }

  async stop(): Promise<void> {
    if (this.hasEnded) return;
    this.#child.disconnect();
    await once(this.#child, 'exit');
  }

  #ask(request: string, call: RestCall) {
    return restCall(this.at, request, { credential: this.at.apiKey, ...call });
  }
}

/** Holds a sandbox in a process of its own against so many sequences of what hostile phones may do. */
export async function fuzzPhones({ seed, sequences, onProgress }: PhoneFuzzOptions): Promise<PhoneFuzzReport> {
  const sandbox = await SandboxAlone.start();
  try {
    const { account, otherAccount } = sandbox.at;
    const watch = new AccountWatch(account, otherAccount);
    const probe = await sandbox.createToken(await sandbox.createUser('Petra Probe'));
    const faults: string[] = [];
    let before: SandboxMemory | undefined;
    let [slowestMs, logLines] = [0, 0];
    for (let index = 0; index < sequences && faults.length === 0; index++) {
      if (index === Math.min(WARM_UP, sequences - 1)) before = await sandbox.memory();
      const random = new Random(seed + index);
      const tokens = new Map<(typeof account.users)[number], string>();
      for (const user of [...account.users, ...otherAccount.users])
        tokens.set(user, await sandbox.createToken(user.id));
      const phones = new HostilePhones(random, sandbox.at, watch, tokens);
      await play(phones, random, sandbox);
      const { ms, faults: mute } = await answers(sandbox, probe);
      slowestMs = Math.max(slowestMs, ms);
      const log = sandbox.takeLog();
      logLines += log.split('\n').length - 1;
      const broken = [...mute, ...watch.faults.splice(0), ...brokenBy(log, sandbox.at.apiKey)];
      watch.forget();
      faults.push(...broken.map((fault) => `${fault}, in seed ${seed + index}:\n  ${phones.done.join('\n  ')}`));
      onProgress?.(index + 1);
    }
    const growth = faults.length > 0 ? undefined : await growthOf(sandbox, before);
    const { heapUsed = 0, rss = 0 } = growth ?? {};
    if (heapUsed > HEAP_GROWTH_MOST(sequences)) faults.push(`the heap of the sandbox grew by ${heapUsed} bytes`);
    if (rss > RSS_GROWTH_MOST(sequences)) faults.push(`the memory of the sandbox grew by ${rss} bytes`);
    return { faults, slowestMs, logLines, heapGrowthBytes: heapUsed, rssGrowthBytes: rss };
  } finally {
    await sandbox.stop();
  }
}

async function play(phones: HostilePhones, random: Random, sandbox: SandboxAlone): Promise<void> {
  if (random.chance(0.5)) await phones.begin();
  for (let left = 1 + random.below(STEPS_MOST); left > 0; left--) await phones.misbehave();
  if (random.below(MALFORMED_EVERY) === 0) {
    phones.done.push('malformed requests');
    await bombard(Number(new URL(sandbox.at.apiBaseUrl).port), '/v1/me/presence');
  }
  await phones.leave();
}

/** How long the service takes for a ping and for a request of somebody who did nothing. */
async function answers(sandbox: SandboxAlone, token: string): Promise<{ ms: number; faults: string[] }> {
  if (sandbox.hasEnded) return { ms: 0, faults: [`the process has ended: ${sandbox.takeLog().slice(-2000)}`] };
  const faults: string[] = [];
  const begin = performance.now();
  try {
    await sandbox.control('reset');
    const presence = await restCall(sandbox.at, 'GET /v1/me/presence', { credential: token });
    if (presence.status !== 200) faults.push(`a request is answered with ${presence.status}`);
    const phone = await WirePhone.open(sandbox.at);
    phone.send({ type: 'authenticate', token });
    await phone.next('authenticated');
    await phone.settled();
    phone.socket.close(1000);
    await phone.closed;
  } catch (error) {
    faults.push(`nobody is served any more: ${error}`);
  }
  const ms = Math.round(performance.now() - begin);
  if (ms > ANSWER_WITHIN_MS) faults.push(`the service took ${ms} ms for a request and a ping`);
  return { ms, faults };
}

async function growthOf(sandbox: SandboxAlone, before: SandboxMemory | undefined): Promise<SandboxMemory | undefined> {
  await sandbox.isCalm();
  const { heapUsed, rss } = await sandbox.memory();
  return before && { heapUsed: heapUsed - before.heapUsed, rss: rss - before.rss };
}

function brokenBy(log: string, apiKey: string): string[] {
  const lines = log.split('\n');
  const telling = lines.find((line) => TOKEN.test(line) || line.includes(apiKey));
  const unfit = lines.find((line) => CONTROL_CHARACTER.test(line));
  return [
    ...(telling ? [`the log tells a token: ${telling.slice(0, 500)}`] : []),
    ...(unfit ? [`the log has a control character: ${JSON.stringify(unfit.slice(0, 500))}`] : []),
  ];
}

/** A run in a line. */
export const summaryOf = ({ slowestMs, logLines, heapGrowthBytes, rssGrowthBytes }: PhoneFuzzReport): string =>
  `slowest answer ${slowestMs} ms, ${logLines} lines of log, heap ${heapGrowthBytes} and memory ${rssGrowthBytes} bytes more`;
