/** A child process that floods a sandbox in one way, like a hostile phone, until the test disconnects it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { ClientMessage, ServerMessage } from '../../generated/v1/messages.js';
import { SUBPROTOCOL } from '../../generated/v1/protocol.js';
import { inventedCandidate as candidate, inventedOffer as offer } from './invented-offer.js';

export interface FloodOrder {
  readonly flood: FloodName;
  readonly signalingBaseUrl: string;
  readonly token: string;
  readonly userId: string;
}

/** The counts so far: frames sent, and frames received by their type, or by the code of an error. */
export type FloodReport = Record<string, number>;

/** How many bytes may wait in the socket before the flooder pauses. */
const IN_FLIGHT = 256 * 1024;
const SOCKETS_AT_ONCE = 10;

const report: FloodReport = { sent: 0 };
const count = (what: string) => {
  report[what] = (report[what] ?? 0) + 1;
};

class Flooder {
  readonly calls: string[] = [];
  readonly #socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('error', () => {});
    socket.on('message', (data) => {
      const message: ServerMessage = JSON.parse(String(data));
      count(message.type === 'error' ? message.code : message.type);
      if (message.type === 'call.trying') this.calls.push(message.call_id);
      if (message.type === 'call.ended') this.calls.splice(this.calls.indexOf(message.call_id), 1);
    });
  }

  static async open({ signalingBaseUrl }: FloodOrder): Promise<Flooder> {
    const socket = new WebSocket(`${signalingBaseUrl}/v1/webrtc`, SUBPROTOCOL);
    const opened = new Promise((resolve) => socket.once('open', resolve).once('close', resolve));
    const flooder = new Flooder(socket);
    await opened;
    return flooder;
  }

  static async connect(order: FloodOrder): Promise<Flooder> {
    const flooder = await Flooder.open(order);
    flooder.say({ type: 'authenticate', token: order.token, session_id: `flood-${process.pid}` });
    return flooder;
  }

  get isClosed(): boolean {
    return this.#socket.readyState === this.#socket.CLOSED;
  }

  say(message: ClientMessage | string): void {
    count('sent');
    this.#socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Sends messages without end, as fast as the service reads them. */
  async pour(next: (n: number) => ClientMessage | undefined): Promise<never> {
    for (let n = 0; ; ) {
      while (this.#socket.bufferedAmount < IN_FLIGHT) {
        const message = next(n++);
        if (!message) break;
        this.say(message);
      }
      await sleep(1);
    }
  }

  /** Places calls until there are this many. */
  async has(calls: number): Promise<string[]> {
    while (this.calls.length < calls) {
      this.say({ type: 'call.create', destination: '600', sdp: offer(this.calls.length) });
      await sleep(20);
    }
    return this.calls;
  }

  async ended(): Promise<void> {
    if (!this.isClosed) await new Promise((resolve) => this.#socket.once('close', resolve));
  }

  cut(): void {
    this.#socket.terminate();
  }
}

/** Opens sockets without end, several at a time. */
async function overAndOver(order: FloodOrder, act: (flooder: Flooder, n: number) => Promise<void>): Promise<void> {
  let n = 0;
  const lane = async () => {
    for (;;) {
      const flooder = await Flooder.open(order);
      if (!flooder.isClosed) await act(flooder, n++);
      flooder.cut();
      count('sockets');
    }
  };
  await Promise.all(Array.from({ length: SOCKETS_AT_ONCE }, lane));
}

const FLOODS = {
  frames: async (order) => (await Flooder.connect(order)).pour(() => ({ type: 'ping' })),
  'offers for one call': async (order) => {
    const flooder = await Flooder.connect(order);
    const [call_id = ''] = await flooder.has(1);
    await flooder.pour((n) => ({ type: 'sdp.offer', call_id, sdp: offer(n) }));
  },
  'offers for as many calls as there may be': async (order) => {
    const flooder = await Flooder.connect(order);
    await flooder.has(50);
    await flooder.pour((n) => ({ type: 'sdp.offer', call_id: flooder.calls[n % 50] ?? '', sdp: offer(n, 100) }));
  },
  candidates: async (order) => {
    const flooder = await Flooder.connect(order);
    const [call_id = ''] = await flooder.has(1);
    await flooder.pour((n) =>
      n % 200
        ? { type: 'ice.candidate', call_id, candidate: candidate(n), sdp_mid: null, sdp_m_line_index: null }
        : { type: 'sdp.offer', call_id, sdp: offer(n, 100) },
    );
  },
  'calls at once': async (order) =>
    (await Flooder.connect(order)).pour((n) => ({ type: 'call.create', destination: '600', sdp: offer(n, 100) })),
  'call.create': async (order) =>
    (await Flooder.connect(order)).pour((n) => ({ type: 'call.create', destination: '600', sdp: offer(n, 100) })),
  transfers: async (order) => {
    const flooder = await Flooder.connect(order);
    flooder.say({ type: 'call.create', destination: '601', sdp: offer(0) });
    while (!report['call.answered']) await sleep(10);
    const [call_id = ''] = flooder.calls;
    await flooder.pour((n) =>
      n % 2
        ? { type: 'call.transfer', call_id, destination: '603' }
        : { type: 'call.transfer.attended', call_id, step: 'consult', destination: '604', sdp: offer(n, 100) },
    );
  },
  'presence.subscribe': async (order) => {
    const users = new Array<string>(100).fill(order.userId);
    await (await Flooder.connect(order)).pour((n) => ({ type: 'presence.subscribe', ...(n % 2 && { users }) }));
  },
  'authenticate with a wrong token': (order) =>
    overAndOver(order, async (flooder, n) => {
      flooder.say({ type: 'authenticate', token: `${order.token.slice(0, -4)}${n}` });
      await flooder.ended();
    }),
  'authenticate, and frames as soon as that is done': (order) =>
    overAndOver(order, async (flooder, n) => {
      flooder.say({ type: 'authenticate', token: order.token, session_id: `flood-${n}` });
      for (let frames = 0; frames < 100; frames++) flooder.say({ type: 'ping' });
      await sleep(1);
    }),
  'oversized frames': (order) =>
    overAndOver(order, async (flooder) => {
      flooder.say('x'.repeat(70_000));
      await flooder.ended();
    }),
} satisfies Record<string, (order: FloodOrder) => Promise<void>>;

export type FloodName = keyof typeof FLOODS;

process.once('message', (order: FloodOrder) => FLOODS[order.flood](order));
process.once('disconnect', () => process.exit());
setInterval(() => process.send?.(report), 100);
