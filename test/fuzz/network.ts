import type { ClientMessage, ServerMessage } from '../../generated/v1/messages.js';
import { SUBPROTOCOL } from '../../generated/v1/protocol.js';
import { clientMessages } from '../../generated/v1/validators/closed.js';
import type { WebSocketConstructor, WebSocketLike } from '../../src/wire/socket.js';
import { violation } from '../support/scripted-service.js';
import type { VirtualClock } from './clock.js';

/** What comes of a dial. */
export type Dialling = 'opens' | 'is refused' | 'hangs' | 'throws' | 'opens without the subprotocol';

type Listener = (event: never) => void;

/** Sockets in memory. Frames of a phone are held against the contract; a service answers them through `onFrame`. */
export class FakeNetwork {
  readonly sockets: FakeSocket[] = [];
  /** What the phone broke. */
  readonly violations: string[] = [];
  readonly clock: VirtualClock;
  dialling: Dialling = 'opens';
  /** Frames are lost in both directions, and nothing closes. */
  isDead = false;
  onFrame: (message: ClientMessage, socket: FakeSocket) => void = () => {};
  onClosed: (socket: FakeSocket) => void = () => {};

  constructor(clock: VirtualClock) {
    this.clock = clock;
  }

  get socket(): FakeSocket | undefined {
    return this.sockets.at(-1);
  }

  /** The newest socket, if it is open. */
  get openSocket(): FakeSocket | undefined {
    return this.socket?.isOpen ? this.socket : undefined;
  }

  get WebSocket(): WebSocketConstructor {
    const network = this;
    return class extends FakeSocket {
      constructor() {
        if (network.dialling === 'throws') throw new DOMException('insecure', 'SecurityError');
        super(network);
      }
    };
  }
}

export class FakeSocket implements WebSocketLike {
  protocol = '';
  readonly #network: FakeNetwork;
  readonly #listeners: Record<string, Listener[]> = {};
  #state: 'connecting' | 'open' | 'closing' | 'closed' = 'connecting';
  #isGreeted = false;

  constructor(network: FakeNetwork) {
    this.#network = network;
    network.sockets.push(this);
    const { dialling, clock } = network;
    if (dialling === 'is refused') clock.setTimeout(() => this.drop(1006), 2);
    else if (dialling !== 'hangs') clock.setTimeout(() => this.#open(dialling === 'opens' ? SUBPROTOCOL : ''), 2);
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  get isClosed(): boolean {
    return this.#state === 'closed';
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners[type] = [...(this.#listeners[type] ?? []), listener];
  }

  send(text: string): void {
    if (this.#state === 'connecting') throw new DOMException('not yet open', 'InvalidStateError');
    if (this.#state === 'open') this.#take(JSON.parse(text) as ClientMessage);
  }

  close(): void {
    if (this.#state === 'closing' || this.#state === 'closed') return;
    this.#state = 'closing';
    this.#network.clock.setTimeout(() => this.drop(1000), 2);
  }

  /** The service's side: frames in one packet, so that no continuation runs between them. */
  say(...frames: ServerMessage[]): void {
    for (const frame of frames) this.deliver(JSON.stringify(frame));
  }

  deliver(data: unknown): void {
    if (this.#state === 'open' && !this.#network.isDead) this.#tell('message', { data });
  }

  /** The service or the network ends it. */
  drop(code: number): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#tell('close', { code, reason: '' });
    this.#network.onClosed(this);
  }

  #open(protocol: string): void {
    if (this.#state !== 'connecting') return;
    this.#state = 'open';
    this.protocol = protocol;
    this.#tell('open', {});
  }

  #take(message: ClientMessage): void {
    const { violations } = this.#network;
    const broken = violation(clientMessages, message);
    if (broken) violations.push(broken);
    if (this.#isGreeted === (message.type === 'authenticate')) violations.push(`${message.type} out of place`);
    this.#isGreeted = true;
    if (!this.#network.isDead) this.#network.onFrame(message, this);
  }

  #tell(type: string, event: unknown): void {
    for (const listener of this.#listeners[type] ?? []) listener(event as never);
  }
}
