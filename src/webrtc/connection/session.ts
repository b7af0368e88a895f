import * as closeCodes from '../../../generated/v1/close-codes.js';
import * as limits from '../../../generated/v1/limits.js';
import type {
  ClientMessage,
  ClientMessageMap,
  ErrorFrame,
  ReplyMap,
  ServerMessage,
} from '../../../generated/v1/messages.js';
import { errorFacts, SUBPROTOCOL } from '../../../generated/v1/protocol.js';
import { PhoneError, type PhoneErrorCode } from '../../core/phone-error.js';
import { withoutSecret } from '../../core/secret.js';
import { abortable, type Timers, withDeadline } from '../../core/timing.js';
import { decode, encode } from '../../wire/codec.js';
import { Correlator } from '../../wire/correlator.js';
import type { WebSocketLike } from '../../wire/socket.js';
import { fromErrorFrame } from './server-error.js';

/** The longest time a socket may take to open, and `authenticate` to be answered, each. */
export const OPEN_WITHIN_MS = 10_000;
export const REPLY_WITHIN_MS = 10_000;

/** What the service says, apart from its errors. */
export type ServiceMessage = Exclude<ServerMessage, ErrorFrame>;

export interface SessionPort {
  readonly timers: Timers;
  /** Opens the socket; may throw. */
  dial(protocol: string): WebSocketLike;
  onMessage(message: ServiceMessage): void;
  /** An error of the service that neither ends the session nor answers a request. */
  onError(error: PhoneError): void;
  /** A frame that broke the contract; it was dropped. */
  onMalformed(problem: string, type?: string, callId?: string): void;
}

type RequestType = keyof ReplyMap & keyof ClientMessageMap;
type WithoutHead<M> = M extends unknown ? Omit<M, 'type' | 'req_id'> : never;
type Body<T extends keyof ClientMessageMap> = WithoutHead<ClientMessageMap[T]>;

/** `wasKept` is whether the service kept this phone's calls. */
export type OnAuthenticated = (session: Session, wasKept: boolean) => void;

/** One socket, from its dial to its close. Never reused; it ends exactly once. */
export class Session {
  readonly #socket: WebSocketLike;
  readonly #port: SessionPort;
  readonly #replies: Correlator;
  readonly #end = new AbortController();
  /** When the service last said anything, in ms since the epoch. */
  heardAt: number;
  #authenticated = false;
  #unansweredCallRequests = 0;
  #linger: unknown;
  /** The tokens that were sent last: a service that repeats one does not get it shown. */
  #secrets: string[] = [];

  private constructor(socket: WebSocketLike, port: SessionPort) {
    this.#socket = socket;
    this.#port = port;
    this.#replies = new Correlator(port.timers);
    this.heardAt = port.timers.now();
    socket.addEventListener('message', ({ data }) => this.#receive(data));
    socket.addEventListener('close', ({ code }) => {
      port.timers.clearTimeout(this.#linger);
      this.#ended(lostError(code));
    });
    socket.addEventListener('error', () => {}); // `close` follows. That of `ws` throws an error that nobody hears.
  }

  /**
   * Dials and authenticates; `onAuthenticated` runs before the next frame is read. Rejects with `transport_closed` when
   * no socket opens, or with the service's refusal; at most 20 s. Aborted, it closes the socket, and rejects too.
   */
  static async open(
    port: SessionPort,
    credentials: Body<'authenticate'>,
    onAuthenticated: OnAuthenticated,
    signal: AbortSignal,
  ): Promise<void> {
    signal.throwIfAborted();
    const session = new Session(dial(port), port);
    const leave = () => session.close();
    signal.addEventListener('abort', leave);
    try {
      await session.#opened();
      await session.request('authenticate', credentials, ({ reconnected }) => {
        session.#authenticated = true;
        onAuthenticated(session, reconnected === true);
      });
    } catch (error) {
      session.close();
      throw error;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  /** Aborted when the session ends. Its reason is the error that later requests reject with. */
  get over(): AbortSignal {
    return this.#end.signal;
  }

  get isOver(): boolean {
    return this.over.aborted;
  }

  /**
   * Sends a request and gives what `accept` makes of its reply, or rejects with the `error` that answers it; within 10 s
   * unless another time is given. `accept` runs before the next frame is read.
   */
  request<T extends RequestType>(type: T, body: Body<T>, accept?: undefined, withinMs?: number): Promise<ReplyMap[T]>;
  request<T extends RequestType, Value>(
    type: T,
    body: Body<T>,
    accept: (reply: ReplyMap[T]) => Value,
    withinMs?: number,
  ): Promise<Value>;
  request<T extends RequestType, Value>(
    type: T,
    body: Body<T>,
    accept?: (reply: ReplyMap[T]) => Value,
    withinMs = REPLY_WITHIN_MS,
  ): Promise<Value | ReplyMap[T]> {
    const isCallRequest = type.startsWith('call.');
    if (isCallRequest) this.#unansweredCallRequests++;
    const reply = this.#replies.ask<ReplyMap[T] & ServerMessage, Value | ReplyMap[T]>({
      type,
      withinMs,
      send: (req_id) => this.send({ type, req_id, ...body } as Extract<ClientMessage, { type: T }>),
      accept: accept ?? ((message) => message),
    });
    const settled = () => isCallRequest && !this.isOver && this.#unansweredCallRequests--;
    reply.then(settled, settled);
    return reply;
  }

  /** @throws PhoneError when the socket is no longer open. */
  send(message: ClientMessage): void {
    this.over.throwIfAborted();
    if ('token' in message) this.#secrets = [message.token, ...this.#secrets].slice(0, 2);
    const text = encode(message);
    if (text.length > limits.clientFrameMaxBytes) {
      throw new PhoneError('invalid_message', `This ${message.type} is too large for the service.`);
    }
    this.#socket.send(text);
  }

  /** The socket is dead, though nothing closed it. */
  lose(): void {
    this.#fail(new PhoneError('transport_closed', 'The service is silent; check the network.'));
  }

  /** Settles as `work` does, unless the session ends before. */
  whileOpen<T>(work: Promise<T>): Promise<T> {
    return abortable(this.over, work);
  }

  /**
   * Leaves. What waits for a reply is rejected at once; the socket stays until the service has said which calls that
   * were being placed are to be hung up, for 10 s at most.
   */
  close(): void {
    this.#ended(new PhoneError('transport_closed', 'The phone is not connected; await connect() first.'));
    if (this.#unansweredCallRequests === 0) return this.#socket.close(closeCodes.normal);
    this.#linger ??= this.#port.timers.setTimeout(() => this.#socket.close(closeCodes.normal), REPLY_WITHIN_MS);
  }

  #opened(): Promise<void> {
    const socket = this.#socket;
    const opened = new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => {
        if (socket.protocol === SUBPROTOCOL) resolve();
        else reject(unopenedError('opened without the subprotocol'));
      });
      this.over.addEventListener('abort', () => reject(unopenedError('could not be opened')));
    });
    return withDeadline(this.#port.timers, OPEN_WITHIN_MS, opened, () =>
      unopenedError(`did not open within ${OPEN_WITHIN_MS / 1000} s`),
    );
  }

  #receive(data: unknown): void {
    this.heardAt = this.#port.timers.now();
    const text = this.#secrets.reduce(withoutSecret, String(data));
    const { message, problem, type, callId } = decode(text);
    if (this.isOver) return this.#hangUpAfterwards(message);
    if (problem) return this.#port.onMalformed(problem, type, callId);
    if (!message) return;
    if (message.type === 'error') {
      const error = fromErrorFrame(message);
      if (error.fatal) return this.#fail(error);
      if (!this.#replies.settle(message.req_id, error)) this.#port.onError(error);
      return;
    }
    if ('req_id' in message && this.#replies.settle(message.req_id, message)) return;
    // Before its word on us, a service has nothing to say but errors.
    if (this.#authenticated) this.#port.onMessage(message);
  }

  /** A call that was being placed when we left comes about, or does not. */
  #hangUpAfterwards(message: ServerMessage | undefined): void {
    if (!this.#linger) return;
    if (message?.type === 'call.trying') this.#socket.send(encode({ type: 'call.hangup', call_id: message.call_id }));
    else if (message?.type !== 'error' || !message.req_id) return;
    this.#unansweredCallRequests--;
    if (this.#unansweredCallRequests > 0) return;
    this.#port.timers.clearTimeout(this.#linger);
    this.#socket.close(closeCodes.normal);
  }

  /** It is over; do not wait for the socket to notice. */
  #fail(error: PhoneError): void {
    this.#ended(error);
    this.#socket.close(closeCodes.normal);
  }

  #ended(reason: PhoneError): void {
    if (this.isOver) return;
    this.#replies.rejectAll(reason);
    this.#end.abort(reason);
  }
}

function dial(port: SessionPort): WebSocketLike {
  try {
    return port.dial(SUBPROTOCOL);
  } catch (cause) {
    throw unopenedError('was refused by the browser', cause); // Such as ws: on an https: page.
  }
}

/** The `error` frame that precedes such a close says more; it may have been lost. */
function lostError(closeCode: number): PhoneError {
  const text = `The connection was lost (close code ${closeCode}); check the network.`;
  const [code] = Object.entries(errorFacts).findLast(([, facts]) => facts[1] === closeCode) ?? [];
  return new PhoneError((code as PhoneErrorCode | undefined) ?? 'transport_closed', text, { fatal: Boolean(code) });
}

const unopenedError = (what: string, cause?: unknown) =>
  new PhoneError(
    'transport_closed',
    `The signalling socket ${what}; check the network, signalingBaseUrl and its subprotocol.`,
    {
      cause,
    },
  );
