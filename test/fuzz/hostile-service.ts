import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { type WebSocket, WebSocketServer } from 'ws';
import { limits, SUBPROTOCOL } from '../../generated/v1/protocol.js';
import { memoryOf } from '../soak/chromium-memory.js';
import { heapGrowthMost } from '../soak/report.js';
import { startChromium } from '../support/browser/chromium.js';
import { startLabServer } from '../support/browser/lab-server.js';
import type { HostileTalk } from './hostile-frames.js';
import { answerRest, REST_MANNERS, type RestManner } from './hostile-rest.js';
import type { HostilePage, Seen, UserAct } from './hostile-service-page.js';
import { GREETINGS, HostileSocket } from './hostile-socket.js';
import { Random } from './random.js';

declare const hostile: HostilePage;

export interface ServiceFuzzOptions {
  readonly seed: number;
  readonly sequences: number;
  readonly onProgress?: (done: number) => void;
}

/** What a run came to. */
export interface ServiceFuzzReport {
  /** What was broken, with the sequence that broke it; nothing, when all went well. */
  readonly faults: string[];
  readonly longestGapMs: number;
  readonly mostConnections: number;
  readonly heapGrowthBytes: number;
}

const LONGEST_GAP_MS = 1_000;
const STEPS_MOST = 6;
const USER_ACTS: readonly UserAct[] = ['answer', 'call', 'unmute'];
/** Made before the heap is first measured. */
const WARM_UP = 5;
/** A token that no frame has by chance. */
const TOKEN = 'token-that-nobody-may-read-0123456789';
/** In these the phone waits for the whole of its deadline. */
const NEVER_DONE: readonly RestManner[] = ['slow', 'silent'];

/** Who a phone is talking to during one sequence; another one has other chances. */
class Sequence {
  readonly done: string[] = [];
  readonly rest: RestManner;
  readonly talk: HostileTalk;
  readonly random: Random;
  /** Whether the user does something in it. */
  readonly hasUser: boolean;
  /** How many calls the user places: each has a peer connection before the service is asked whether there is room. */
  placed = 0;
  /** The newest socket. */
  socket: HostileSocket | undefined;
  readonly asked: Promise<void>;
  readonly met: Promise<void>;
  #wasAsked = () => {};
  #hasMet = () => {};
  #ids = 0;

  constructor(readonly seed: number) {
    this.random = new Random(seed);
    this.rest = this.random.chance(0.75) ? 'valid' : this.random.pick(REST_MANNERS);
    this.hasUser = this.random.chance(0.15);
    this.talk = { random: this.random, calls: [], newId: () => `call_${seed}_${this.#ids++}` };
    this.asked = new Promise((resolve) => {
      this.#wasAsked = resolve;
    });
    this.met = new Promise((resolve) => {
      this.#hasMet = resolve;
    });
  }

  isAsked(): void {
    this.#wasAsked();
  }

  meet(socket: WebSocket): void {
    const greeting = this.random.chance(0.85) ? 'valid' : this.random.pick(GREETINGS);
    this.done.push(`a socket, greeted with ${greeting}`);
    this.socket = new HostileSocket(socket, this.talk, greeting);
    void this.socket.authenticated.then(this.#hasMet);
  }
}

/** The service's side: an HTTP server and its sockets, which do what the present sequence says. */
async function startHostileService() {
  let sequence: Sequence | undefined;
  const server = createServer((request, response) => {
    if (!sequence) return response.destroy();
    answerRest(sequence.rest, sequence.random, request, response);
    if (request.method !== 'OPTIONS') sequence.isAsked();
  });
  const sockets = new WebSocketServer({ server, handleProtocols: () => SUBPROTOCOL });
  sockets.on('connection', (socket) => (sequence ? sequence.meet(socket) : socket.terminate()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    apiBaseUrl: `http://127.0.0.1:${port}`,
    signalingBaseUrl: `ws://127.0.0.1:${port}`,
    /** From now on it does what this one says; nothing, without one. */
    follow(next: Sequence | undefined): void {
      sequence = next;
      if (next) return;
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
    },
    async stop(): Promise<void> {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type HostileService = Awaited<ReturnType<typeof startHostileService>>;

/** Holds a phone in a page of Chromium against so many sequences of what a hostile service may do. */
export async function fuzzService({ seed, sequences, onProgress }: ServiceFuzzOptions): Promise<ServiceFuzzReport> {
  const service = await startHostileService();
  const server = await startLabServer({ script: '../../fuzz/hostile-service-page.ts' });
  const chromium = await startChromium(440);
  try {
    const page = await chromium.browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(`nobody caught: ${error.stack ?? error}`));
    await page.goto(server.url);
    await page.waitForFunction(() => 'hostile' in globalThis);
    const memory = await memoryOf(page);
    const heap = async () => (await memory()).heapBytes;
    const faults: string[] = [];
    let heapBefore = 0;
    let [longestGapMs, mostConnections] = [0, 0];
    for (let index = 0; index < sequences && faults.length === 0; index++) {
      if (index === Math.min(WARM_UP, sequences - 1)) heapBefore = await heap();
      const sequence = new Sequence(seed + index);
      const { seen, unread } = await play(sequence, service, page);
      longestGapMs = Math.max(longestGapMs, seen.longestGapMs);
      mostConnections = Math.max(mostConnections, seen.mostConnections);
      const broken = [...brokenBy(seen, sequence), ...unread, ...errors.splice(0)];
      faults.push(...broken.map((fault) => `${fault}, in seed ${seed + index}:\n  ${sequence.done.join('\n  ')}`));
      onProgress?.(index + 1);
    }
    const timersLeft = await page.evaluate(() => hostile.timersLeft());
    faults.push(...timersLeft.map((left) => `a timer of the phone stays, in seed ${left}`));
    const heapGrowthBytes = (await heap()) - heapBefore;
    if (heapGrowthBytes > heapGrowthMost(sequences))
      faults.push(`the heap of the page grew by ${heapGrowthBytes} bytes`);
    return { faults, longestGapMs, mostConnections, heapGrowthBytes };
  } finally {
    await chromium.close();
    await server.stop();
    await service.stop();
  }
}

async function play(
  sequence: Sequence,
  service: HostileService,
  page: Page,
): Promise<{ seen: Seen; unread: string[] }> {
  const { random, done, rest, seed } = sequence;
  const { apiBaseUrl, signalingBaseUrl } = service;
  const unread: string[] = [];
  done.push(`ICE servers: ${rest}`);
  service.follow(sequence);
  const options = { seed, token: TOKEN, apiBaseUrl, signalingBaseUrl, renews: random.chance(0.5) };
  await page.evaluate((given) => hostile.start(given), options);
  await Promise.race([sequence.met, NEVER_DONE.includes(rest) ? sequence.asked : page.evaluate(() => hostile.tried())]);
  for (let left = 1 + random.below(STEPS_MOST); left > 0 && sequence.socket?.isOpen; left--) {
    const { socket } = sequence;
    done.push(socket.misbehave());
    if (sequence.hasUser && random.chance(0.5)) {
      const act = random.pick(USER_ACTS);
      done.push(`the user: ${act}`);
      if (act === 'call') sequence.placed++;
      await page.evaluate((given) => hostile.act(given), act);
    }
    if (!(await socket.isRead())) unread.push('the phone reads no more');
    if (socket.isOpen || random.chance(0.5)) continue;
    done.push('waits for the phone');
    await page.evaluate(() => hostile.back());
  }
  const seen = await page.evaluate(() => hostile.leave());
  service.follow(undefined);
  return { seen, unread };
}

function brokenBy(seen: Seen, { hasUser, placed }: Sequence): string[] {
  const faults = seen.tokensTold.map((text) => `an error tells the token: ${text}`);
  const must = (isSo: boolean, fault: string) => isSo || faults.push(fault);
  must(hasUser || seen.microphones === 0, `a microphone was asked for ${seen.microphones} times by nobody`);
  must(seen.longestGapMs <= LONGEST_GAP_MS, `the page had no turn for ${seen.longestGapMs} ms`);
  const most = limits.callsPerPhone + placed;
  must(seen.mostConnections <= most, `${seen.mostConnections} peer connections were open at once`);
  must(seen.connections === 0, `${seen.connections} peer connections stay open`);
  must(seen.tracks === 0, `${seen.tracks} tracks stay live`);
  return faults;
}

/** A run in a line. */
export const summaryOf = ({ longestGapMs, mostConnections, heapGrowthBytes }: ServiceFuzzReport): string =>
  `longest without a turn ${longestGapMs} ms, at most ${mostConnections} peer connections, heap ${heapGrowthBytes} bytes more`;
