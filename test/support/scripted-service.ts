import { Server, WebSocket } from 'mock-socket';
import type { ClientMessage, ClientMessageMap, ClientMessageType, ServerMessage } from '../../generated/v1/messages.js';
import { SUBPROTOCOL } from '../../generated/v1/protocol.js';
import { clientMessages, serverMessages } from '../../generated/v1/validators/closed.js';
import type { Validator } from '../../generated/v1/validators/types.js';
import type { WebSocketConstructor } from '../../src/wire/socket.js';

/** Returns why a frame breaks the contract, or undefined if it does not. */
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
  /** The close code. Undefined while the socket is open. */
  closedWith: number | undefined;
  readonly #say: (text: string) => void;
  readonly #close: (code: number) => void;

  constructor(say: (text: string) => void, close: (code: number) => void) {
    this.#say = say;
    this.#close = close;
  }

  /** Sends valid frames in one packet, so that the client runs no continuation between them. */
  say(...frames: ServerMessage[]): void {
    for (const frame of frames) {
      const broken = violation(serverMessages, frame);
      if (broken) throw new Error(`the script breaks the contract: ${broken}`);
      this.#send(JSON.stringify(frame));
    }
  }

  /** Sends a frame that breaks the contract. */
  sayBroken(frame: unknown): void {
    if (typeof frame === 'object' && !violation(serverMessages, frame)) {
      throw new Error('this frame does not break the contract: use say()');
    }
    this.#send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** Sends any frame without checking it, which is fast. */
  flood(frame: unknown): void {
    this.#say(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  close(code: number): void {
    this.#close(code);
  }

  /** The types of the frames that the client sent. */
  get types(): ClientMessageType[] {
    return this.received.map(({ type }) => type);
  }

  /** The client's frames of one type. */
  all<T extends ClientMessageType>(type: T): ClientMessageMap[T][] {
    return this.received.filter((frame) => frame.type === type) as ClientMessageMap[T][];
  }

  /** The client's newest frame of one type. Fails if there is none. */
  last<T extends ClientMessageType>(type: T): ClientMessageMap[T] {
    const frame = this.all(type).at(-1);
    if (!frame) throw new Error(`the client sent no ${type}, but: ${this.types.join(', ') || 'nothing'}`);
    return frame;
  }

  #send(text: string): void {
    if (this.closedWith !== undefined) throw new Error('the script sends on a closed socket');
    this.#say(text);
  }
}

type Reaction<T extends ClientMessageType> = (frame: ClientMessageMap[T], socket: ScriptedSocket) => void;

export interface ScriptedServiceOptions {
  readonly url?: string;
  /** Selects the subprotocol. '' selects none. Defaults to the contract's. */
  readonly selectProtocol?: (offered: string[]) => string;
  /** Refuses the upgrade. */
  readonly refuses?: boolean;
}

export const AUTHENTICATED = { type: 'authenticated', user_id: 'user_1', account_id: 'acct_1' } as const;

/**
 * A signalling service that a test scripts, without a network (mock-socket). It checks every frame of either side
 * against the contract.
 */
export class ScriptedService {
  readonly url: string;
  /** Every socket that was opened here, in order. */
  readonly sockets: ScriptedSocket[] = [];
  /** Every attempt to open a socket. */
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

  /** Answers pings. It does so from the start, until a test replaces this reaction. */
  answerPings(): void {
    this.on('ping', ({ req_id }, socket) => socket.say({ type: 'pong', ...(req_id && { req_id }) }));
  }

  /** The `PhoneOptions.platform` whose WebSocket reaches this service. */
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

  /** Sets the reaction to frames of this type. Replaces the reaction before. */
  on<T extends ClientMessageType>(type: T, reaction: Reaction<T>): void {
    this.#reactions.set(type, reaction as Reaction<never>);
  }

  /** Returns and clears the client's violations of the contract. */
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
