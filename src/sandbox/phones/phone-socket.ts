import type { RawData, WebSocket } from 'ws';
import type { ClientMessage, ErrorFrame, ServerMessage } from '../../../generated/v1/messages.js';
import { closeCodeOf, closeCodes, type EndingErrorCode } from '../../../generated/v1/protocol.js';
import { serverMessages } from '../../../generated/v1/validators/closed.js';
import { explain, type SchemaValidator } from '../explain.js';
import type { SandboxLimits } from '../limits.js';
import type { SandboxLog } from '../log.js';
import type { Fate } from '../world/faults.js';
import { readFrame } from './read-frame.js';
import { Refusal } from './refusal.js';

/** How long a peer that does not close may linger after our close frame: one that is slow must get to it first. */
const LINGER_MS = 2000;

export interface PhoneSocketPort {
  readonly limits: SandboxLimits;
  readonly log: SandboxLog;
  /** Until then, any frame but a readable `authenticate` ends the connection. */
  isAuthenticated(): boolean;
  /** Takes one message; throws or rejects with a `Refusal`. The next one waits until it is done. */
  onMessage(message: ClientMessage): void | Promise<void>;
  /** What is to become of a frame for the phone, when it is not simply sent. */
  fateOf(message: ServerMessage): Fate | undefined;
  onClose(): void;
}

/** One socket of one phone: frames, their order and limits, keepalive, and its end. */
export class PhoneSocket {
  /** The network that the phone speaks from. */
  readonly network: string;
  readonly #ws: WebSocket;
  readonly #port: PhoneSocketPort;
  #queue = Promise.resolve();
  #noise = 0;
  /** We ended the connection: what the client says now comes too late. */
  #isOver = false;
  #pinging: NodeJS.Timeout;
  #pongDue: NodeJS.Timeout | undefined;
  /** While nothing goes either way: what waits to be sent. */
  #frozen: string[] | undefined;

  constructor(ws: WebSocket, network: string, port: PhoneSocketPort) {
    this.network = network;
    this.#ws = ws;
    this.#port = port;
    this.#pinging = setInterval(() => this.#ping(), port.limits.pingEveryMs);
    ws.on('message', (data, isBinary) => this.#receive(data, isBinary));
    ws.on('pong', () => clearTimeout(this.#pongDue));
    ws.on('error', (error) => port.log.warn(`a socket failed: ${error.message}`));
    ws.on('close', () => {
      clearInterval(this.#pinging);
      clearTimeout(this.#pongDue);
      // Not before what the client said last: a hang-up and the close after it may come at once.
      this.#queue = this.#queue.then(() => port.onClose());
    });
  }

  get isOpen(): boolean {
    return this.#ws.readyState === this.#ws.OPEN;
  }

  /** Whether we ended the connection; the client may take a moment to close it. */
  get wasEnded(): boolean {
    return this.#isOver;
  }

  send(message: ServerMessage): void {
    const validate: SchemaValidator = serverMessages[message.type];
    if (!validate(message))
      throw new Error(`the sandbox was about to break the contract: ${message.type}: ${explain(validate)}`);
    if (!this.isOpen) return;
    if (this.#ws.bufferedAmount > this.#port.limits.serverFrameMaxBytes) {
      return this.fail('slow_consumer', 'This phone does not read what it is sent.');
    }
    const fate = this.#port.fateOf(message);
    const text = JSON.stringify(message);
    if (!fate) this.#write(text);
    else if (fate.kind === 'late') setTimeout(() => this.#write(text), fate.ms).unref();
  }

  /** Ends the connection with a fatal `error` and its close code. */
  fail(code: EndingErrorCode, message: string, details: Pick<ErrorFrame, 'req_id' | 'retry_after_seconds'> = {}): void {
    if (!this.isOpen) {
      // Half closed by a client that does not take what it was sent: nothing else would ever end it.
      if (!this.#isOver) this.terminate();
      return;
    }
    this.#isOver = true;
    this.#port.log.info(`closing a socket: ${code}: ${message}`);
    if (this.#frozen) return this.terminate();
    this.#ws.send(JSON.stringify({ type: 'error', code, message, fatal: true, ...details } satisfies ErrorFrame));
    this.#ws.close(closeCodeOf[code], code);
    setTimeout(() => this.#ws.terminate(), LINGER_MS).unref();
  }

  /** Closes the connection without saying why. */
  close(): void {
    this.thaw();
    this.#ws.close(closeCodes.normal);
  }

  /** Cuts the connection without a word. */
  terminate(): void {
    this.#frozen = undefined;
    this.#ws.resume();
    this.#ws.terminate();
  }

  /** Nothing goes either way any more, as on a network that died in silence. */
  freeze(): void {
    if (!this.isOpen) return;
    this.#frozen ??= [];
    this.#ws.pause();
    clearTimeout(this.#pongDue);
  }

  /** What waited on either side goes on its way. */
  thaw(): void {
    const waiting = this.#frozen ?? [];
    this.#frozen = undefined;
    this.#ws.resume();
    for (const text of waiting) this.#write(text);
  }

  #write(text: string): void {
    if (this.#frozen) this.#frozen.push(text);
    else if (this.isOpen) this.#ws.send(text);
  }

  #receive(data: RawData, isBinary: boolean): void {
    const read = isBinary ? ({ kind: 'noise', problem: 'it is binary' } as const) : readFrame(String(data));
    this.#queue = this.#queue.then(async () => {
      if (this.#isOver) return;
      if (read.kind !== 'message' && !this.#port.isAuthenticated()) {
        return this.fail('invalid_message', `The first frame must be authenticate: ${read.problem}.`);
      }
      if (read.kind === 'noise') return this.#answerNoise(read.problem);
      if (read.kind === 'invalid') {
        return this.#refuse(
          new Refusal('invalid_message', `The frame breaks the contract: ${read.problem}.`),
          read.reqId,
          read.callId,
        );
      }
      if (read.remark) this.#port.log.warn(`ignored in a client's frame: ${read.remark}`);
      await this.#handle(read.message);
    });
  }

  async #handle(message: ClientMessage): Promise<void> {
    try {
      await this.#port.onMessage(message);
    } catch (error) {
      const { req_id, call_id } = message as { req_id?: string; call_id?: string };
      if (error instanceof Refusal) return this.#refuse(error, req_id, call_id);
      this.#port.log.warn(
        `a fault of the sandbox, on ${message.type}: ${error instanceof Error ? error.stack : error}`,
      );
      this.#refuse(new Refusal('internal_error', 'The sandbox failed; its log says more.'), req_id, call_id);
    }
  }

  #refuse({ code, message, details }: Refusal, reqId?: string, callId?: string): void {
    this.#port.log.warn(`refused: ${code}: ${message}`);
    this.send({
      type: 'error',
      code,
      message,
      fatal: false,
      ...(reqId && { req_id: reqId }),
      ...(callId && { call_id: callId }),
      ...(details.users && { context: { users: [...details.users] } }),
      ...(details.retryAfterSeconds && { retry_after_seconds: details.retryAfterSeconds }),
    });
  }

  #answerNoise(problem: string): void {
    this.#noise++;
    if (this.#noise < this.#port.limits.malformedFramesMax) {
      return this.#refuse(new Refusal('invalid_message', `The frame is not a message: ${problem}.`));
    }
    this.fail('invalid_message', `Too many frames that are not messages; the last one: ${problem}.`);
  }

  #ping(): void {
    if (this.#frozen) return;
    this.#ws.ping();
    clearTimeout(this.#pongDue);
    this.#pongDue = setTimeout(
      () => this.fail('idle_timeout', 'No pong came in time.'),
      this.#port.limits.pongWithinMs,
    );
  }
}
