import { Server, WebSocket } from 'mock-socket';
import type { ClientMessage, ClientMessageMap, ClientMessageType, ServerMessage } from '../../generated/v1/messages.js';
import { SUBPROTOCOL } from '../../generated/v1/protocol.js';
import { clientMessages, serverMessages } from '../../generated/v1/validators/closed.js';
import type { Validator } from '../../generated/v1/validators/types.js';
import type { WebSocketConstructor } from '../../src/wire/socket.js';

/** Why a frame breaks the contract; undefined when it does not. */
export function violation(validators: object, frame: unknown): string | undefined {
  const type = String((frame as { type?: unknown } | null)?.type);
  const validate = Object.hasOwn(validators, type) ? (Reflect.get(validators, type) as Validator<unknown>) : undefined;
  if (!validate) return `${type}: the contract does not know it`;
  return validate(frame) ? undefined : `${type}: ${JSON.stringify(validate.errors?.[0])}`;
}

/** The service's side of one socket. */
export class ScriptedSocket {
  /** What the client sent, in order. */
  readonly received: ClientMessage[] = [];
  /** With which code the socket was closed; undefined while it is open. */
  closedWith: number | undefined;
  readonly #say: (text: string) => void;
  readonly #close: (code: number) => void;

  constructor(say: (text: string) => void, close: (code: number) => void) {
    this.#say = say;
    this.#close = close;
  }

  /** Says frames of the contract, all in one packet: no continuation runs between them. */
  say(...frames: ServerMessage[]): void {
    for (const frame of frames) {
      const broken = violation(serverMessages, frame);
      if (broken) throw new Error(`the script breaks the contract: ${broken}`);
      this.#send(JSON.stringify(frame));
    }
  }

  /** Says, on purpose, what this version of the contract does not allow a service to say. */
  sayBroken(frame: unknown): void {
    if (typeof frame === 'object' && !violation(serverMessages, frame)) {
      throw new Error('this frame does not break the contract: use say()');
    }
    this.#send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** Says anything, in haste. */
  flood(frame: unknown): void {
    this.#say(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  close(code: number): void {
    this.#close(code);
  }

  /** The types of what the client sent. */
  get types(): ClientMessageType[] {
    return this.received.map(({ type }) => type);
  }

  /** What the client sent of one type. */
  all<T extends ClientMessageType>(type: T): ClientMessageMap[T][] {
    return this.received.filter((frame) => frame.type === type) as ClientMessageMap[T][];
  }

  /** The newest frame of one type. */
  last<T extends ClientMessageType>(type: T): ClientMessageMap[T] {
    const frame = this.all(type).at(-1);
    if (!frame) throw new Error(`the client sent no ${type}, but: ${this.types.join(', ') || 'nothing'}`);
    return frame;
  }

  #send(text: string): void {
    if (this.closedWith !== undefined) throw new Error('the script speaks on a closed socket');
    this.#say(text);
  }
}

type Reaction<T extends ClientMessageType> = (frame: ClientMessageMap[T], socket: ScriptedSocket) => void;

export interface ScriptedServiceOptions {
  readonly url?: string;
  /** Which subprotocol is agreed; '' is none. Default: the contract's. */
  readonly selectProtocol?: (offered: string[]) => string;
  /** Refuses the upgrade. */
  readonly refuses?: boolean;
}

export const AUTHENTICATED = { type: 'authenticated', user_id: 'user_1', account_id: 'acct_1' } as const;

/**
 * A signalling service that says what a test scripts, over mock-socket: no network. Every frame of either side is held
 * against the contract.
 */
export class ScriptedService {
  readonly url: string;
  /** Every socket that was opened here, in order. */
  readonly sockets: ScriptedSocket[] = [];
  /** Every attempt to open one. */
  readonly dialled: { url: string; protocols: string[] }[] = [];
  readonly #server: Server;
  readonly #reactions = new Map<ClientMessageType, Reaction<never>>();
  readonly #violations: string[] = [];

  constructor({ url = 'wss://webrtc.example.test/v1/webrtc', ...options }: ScriptedServiceOptions = {}) {
    this.url = url;
    this.#server = new Server(url, {
      mock: false,
      verifyClient: () => !options.refuses,
      selectProtocol: options.selectProtocol ?? ((offered) => (offered.includes(SUBPROTOCOL) ? SUBPROTOCOL : '')),
    });
    this.#server.on('connection', (client) => {
      const socket = new ScriptedSocket(
        (text) => client.send(text),
        (code) => client.close({ code, reason: '', wasClean: true }),
      );
      this.sockets.push(socket);
      client.on('message', (data) => this.#receive(socket, data));
      client.on('close', ((event: { code: number }) => {
        socket.closedWith = event.code;
      }) as () => void);
    });
    this.on('authenticate', ({ req_id }, socket) => socket.say({ ...AUTHENTICATED, ...(req_id && { req_id }) }));
    this.answerPings();
  }

  /** As it does from the beginning, unless a test says otherwise. */
  answerPings(): void {
    this.on('ping', ({ req_id }, socket) => socket.say({ type: 'pong', ...(req_id && { req_id }) }));
  }

  /** The part of `PhoneOptions.platform` that reaches this service. */
  get platform(): { WebSocket: WebSocketConstructor } {
    const { dialled } = this;
    class Dialled extends WebSocket {
      constructor(url: string, protocols: string[]) {
        dialled.push({ url, protocols });
        super(url, protocols);
      }
    }
    return { WebSocket: Dialled as unknown as WebSocketConstructor };
  }

  /** The newest socket. */
  get socket(): ScriptedSocket {
    const newest = this.sockets.at(-1);
    if (!newest) throw new Error('no socket has been opened');
    return newest;
  }

  /** What the service does when a frame of this type comes; replaces what it did before. */
  on<T extends ClientMessageType>(type: T, reaction: Reaction<T>): void {
    this.#reactions.set(type, reaction as Reaction<never>);
  }

  /** What the client broke since the last time. */
  takeViolations(): string[] {
    return this.#violations.splice(0);
  }

  stop(): void {
    this.#server.stop();
  }

  #receive(socket: ScriptedSocket, data: unknown): void {
    let frame: unknown;
    try {
      frame = JSON.parse(String(data));
    } catch {
      this.#violations.push('a frame of the client is not JSON');
      return;
    }
    const broken = violation(clientMessages, frame);
    if (broken) this.#violations.push(broken);
    const message = frame as ClientMessage;
    socket.received.push(message);
    (this.#reactions.get(message.type) as Reaction<typeof message.type> | undefined)?.(message as never, socket);
  }
}
