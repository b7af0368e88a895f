import { WebSocket } from 'ws';
import type { ClientMessage, ServerMessage, ServerMessageMap, ServerMessageType } from '../../generated/v1/messages.js';
import { SUBPROTOCOL } from '../../generated/v1/protocol.js';
import type { Testbed } from './testbed.js';

const WITHIN_MS = 5000;

/** A bare signalling client. It sends what a test wants, and waits for messages of the service. */
export class WirePhone {
  /** Every message of the service, in order. */
  readonly received: ServerMessage[] = [];
  /** Resolves with the close code and reason. */
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly socket: WebSocket;
  readonly #seen = new Set<ServerMessage>();
  readonly #waiters = new Set<() => void>();

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data) => {
      this.received.push(JSON.parse(String(data)) as ServerMessage);
      for (const check of [...this.#waiters]) check();
    });
    this.closed = new Promise((resolve) =>
      socket.on('close', (code, reason) => resolve({ code, reason: String(reason) })),
    );
  }

  /** Opens a socket and sends nothing yet. */
  static async open(bed: Pick<Testbed, 'signalingBaseUrl'>, protocols: string[] = [SUBPROTOCOL]): Promise<WirePhone> {
    const socket = new WebSocket(`${bed.signalingBaseUrl}/v1/webrtc`, protocols);
    const phone = new WirePhone(socket);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return phone;
  }

  /** Connects as one of the sandbox's users: 0 is Alice, 1 Bob, 2 Carol, or pass a user id. */
  static async connect(
    bed: Testbed,
    user: number | string = 0,
    fields: { session_id?: string; emergency_address_id?: string } = {},
  ): Promise<WirePhone> {
    const phone = await WirePhone.open(bed);
    const id = typeof user === 'string' ? user : (bed.sandbox.users[user]?.id ?? '');
    phone.send({ type: 'authenticate', token: await bed.sandbox.createToken(id), ...fields });
    await phone.next('authenticated');
    return phone;
  }

  send(message: ClientMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Sends anything, even if it breaks the contract. */
  sendRaw(frame: unknown): void {
    this.socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
  }

  /** Waits for a message of this type that no earlier `next()` returned. Fails after 5 s. */
  next<T extends ServerMessageType>(
    type: T,
    matches: (message: ServerMessageMap[T]) => boolean = () => true,
  ): Promise<ServerMessageMap[T]> {
    return new Promise((resolve, reject) => {
      const check = () => {
        const found = this.received.find(
          (message) => message.type === type && !this.#seen.has(message) && matches(message as ServerMessageMap[T]),
        );
        if (!found) return;
        this.#seen.add(found);
        this.#waiters.delete(check);
        clearTimeout(timer);
        resolve(found as ServerMessageMap[T]);
      };
      const timer = setTimeout(() => {
        this.#waiters.delete(check);
        const came = this.received.map((message) => message.type).join(', ');
        reject(new Error(`no ${type} within ${WITHIN_MS} ms; received: ${came || 'nothing'}`));
      }, WITHIN_MS);
      this.#waiters.add(check);
      check();
    });
  }

  /** Waits until the service has handled everything sent so far and its messages about it have arrived. */
  async settled(): Promise<void> {
    const req_id = `settled-${Math.random()}`;
    this.send({ type: 'ping', req_id });
    await this.next('pong', (pong) => pong.req_id === req_id);
  }

  async close(): Promise<void> {
    this.socket.close(1000);
    await this.closed;
  }
}
