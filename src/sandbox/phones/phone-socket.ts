import type { RawData, WebSocket } from 'ws';
import type { ClientMessage, ErrorFrame, ServerMessage } from '../../../generated/v1/messages.js';
import { closeCodeOf, closeCodes, type EndingErrorCode } from '../../../generated/v1/protocol.js';
import { serverMessages } from '../../../generated/v1/validators/closed.js';
import type { Validator } from '../../../generated/v1/validators/types.js';
import { printable } from '../../core/printable.js';
import { explain } from '../explain.js';
import type { SandboxLimits } from '../limits.js';
import { faultOf, guarded, type SandboxLog } from '../log.js';
import { RateWindow } from '../rate-window.js';
import { later } from '../timers.js';
import type { Fate } from '../world/faults.js';
import { FrameIntake } from './frame-intake.js';
import { Keepalive } from './keepalive.js';
import { Outbox } from './outbox.js';
import { readFrame } from './read-frame.js';
import { type FrameIds, Refusal } from './refusal.js';

/** How long a client may take to answer our close frame before the socket is cut. A slow one must read it first. */
const LINGER_MS = 2000;

export interface PhoneSocketPort {
  readonly limits: SandboxLimits;
  readonly log: SandboxLog;
  /** While false, any frame except a valid `authenticate` ends the connection. */
  isAuthenticated(): boolean;
  /** Handles one message. The next one waits until it is done. @throws Refusal */
  onMessage(message: ClientMessage): void | Promise<void>;
  /** Returns the fault that applies to a frame for the phone, or undefined to send it normally. */
  fateOf(message: ServerMessage): Fate | undefined;
  /** The socket was gone before this message could be sent. */
  onUnsent(message: ServerMessage): void;
  /** @param hasLeft Whether the client closed the connection on purpose, with code 1000. */
  onClose(hasLeft: boolean): void;
}

/** One WebSocket connection of one phone. It orders, limits and checks frames, and ends the connection. */
export class PhoneSocket {
  /** The IP address of the phone. */
  readonly network: string;
  readonly #ws: WebSocket;
  readonly #port: PhoneSocketPort;
  readonly #intake: FrameIntake;
  readonly #outbox: Outbox;
  readonly #keepalive: Keepalive;
  /** How many frames were not messages at all. */
  #noise = 0;
  /** Whether too many frames wait, so that the socket is paused. */
  #isFull = false;
  /** We ended the connection. Later frames of the client are ignored. */
  #isOver = false;

  constructor(ws: WebSocket, network: string, port: PhoneSocketPort) {
    this.network = network;
    this.#ws = ws;
    this.#port = port;
    this.#outbox = new Outbox(ws, port.log, port.onUnsent);
    const onSilence = () => this.fail('idle_timeout', 'No pong came in time.');
    this.#keepalive = new Keepalive(ws, { limits: port.limits, log: port.log, onSilence });
    this.#intake = new FrameIntake({
      log: port.log,
      window: new RateWindow(port.limits.framesPerWindow, port.limits.frameWindowMs),
      onFrame: (data, isBinary) => this.#take(data, isBinary),
      onFull: (isFull) => {
        this.#isFull = isFull;
        this.#regulate();
      },
      onFault: (error) => this.#answerFault(error),
    });
    ws.on('message', (data, isBinary) => this.#intake.receive(data, isBinary));
    ws.on('error', (error) => port.log.warn(`a socket failed: ${printable(error.message)}`));
    const onClose = (code: number) => {
      const hasLeft = code === closeCodes.normal && !this.#isOver;
      this.#keepalive.stop();
      this.#outbox.abandon();
      // Handle the client's last frames first: a hang-up may arrive together with the close.
      this.#intake.after(() => port.onClose(hasLeft));
    };
    ws.on('close', guarded(port.log, 'closing a socket', onClose));
  }

  /** Whether messages can be sent. False while the socket is closing. */
  get isOpen(): boolean {
    return this.#ws.readyState === this.#ws.OPEN;
  }

  /** Adds a rate limit that this phone shares with the other phones of its user. */
  share(window: RateWindow): void {
    this.#intake.share(window);
  }

  /** @throws Error if the message does not match specs/v1/signalling.asyncapi.yaml, which is a bug of the sandbox. */
  send(message: ServerMessage): void {
    const { type } = message;
    const validate: Validator<unknown> = serverMessages[type];
    if (!validate(message))
      throw new Error(`the sandbox was about to break the contract: ${type}: ${explain(validate)}`);
    if (this.#outbox.unreadBytes > this.#port.limits.serverFrameMaxBytes) {
      this.fail('slow_consumer', 'The phone reads its messages too slowly.');
    }
    const fate = this.isOpen ? this.#port.fateOf(message) : undefined;
    if (!fate) this.#outbox.post(message);
    else if (fate.kind === 'late') this.#outbox.postLater(message, fate.ms);
  }

  /** Ends the connection with a fatal `error` and its close code. */
  fail(code: EndingErrorCode, message: string, details: Pick<ErrorFrame, 'req_id' | 'retry_after_seconds'> = {}): void {
    if (!this.isOpen) {
      // The client began to close but does not read what was sent before, so the socket would stay half closed forever.
      if (!this.#isOver) this.terminate();
      return;
    }
    this.#end();
    this.#port.log.info(`closing a socket: ${code}: ${printable(message)}`);
    if (this.#outbox.isFrozen) return this.terminate();
    this.#ws.send(JSON.stringify({ type: 'error', code, message, fatal: true, ...details } satisfies ErrorFrame));
    this.#close(closeCodeOf[code], code);
  }

  /** Closes the connection normally, without an `error` frame. */
  close(): void {
    this.thaw();
    this.#end();
    this.#close(closeCodes.normal);
  }

  /** Cuts the connection without a close frame. */
  terminate(): void {
    this.#end();
    this.#ws.resume();
    this.#ws.terminate();
    this.#outbox.abandon();
  }

  /** Stops all data in both directions, like a network that fails silently. */
  freeze(): void {
    if (!this.isOpen) return;
    this.#outbox.freeze();
    this.#regulate();
  }

  /** Ends `freeze()`. Data that waited on either side is delivered. */
  thaw(): void {
    this.#outbox.thaw();
    this.#regulate();
  }

  /** Pauses or resumes the socket. Pings pause with it, because a paused socket reads no pong. */
  #regulate(): void {
    if (this.#outbox.isFrozen || this.#isFull) {
      this.#keepalive.pause();
      this.#ws.pause();
    } else {
      this.#ws.resume();
      this.#keepalive.resume();
    }
  }

  #end(): void {
    this.#isOver = true;
    this.#intake.close();
  }

  #close(code: number, reason?: string): void {
    this.#ws.close(code, reason);
    later(this.#port.log, LINGER_MS, () => this.#ws.terminate()).unref();
  }

  async #take(data: RawData, isBinary: boolean): Promise<void> {
    if (this.#isOver) return;
    const read = isBinary ? ({ kind: 'noise', problem: 'it is binary' } as const) : readFrame(String(data));
    if (read.kind !== 'message' && !this.#port.isAuthenticated()) {
      return this.fail('invalid_message', `The first frame must be authenticate: ${read.problem}.`);
    }
    if (read.kind === 'noise') return this.#answerNoise(read.problem);
    if (read.kind === 'invalid')
      return this.#refuse(new Refusal('invalid_message', `The frame breaks the contract: ${read.problem}.`), read);
    if (read.remark)
      this.#port.log.warn(`a client's frame was accepted, but it breaks the contract: ${printable(read.remark)}`);
    await this.#handle(read.message);
  }

  async #handle(message: ClientMessage): Promise<void> {
    try {
      await this.#port.onMessage(message);
    } catch (error) {
      const { req_id: reqId, call_id: callId } = message as { req_id?: string; call_id?: string };
      if (error instanceof Refusal) this.#refuse(error, { reqId, callId });
      else this.#answerFault(error, `on ${message.type}`, { reqId, callId });
    }
  }

  #refuse(refusal: Refusal, ids?: FrameIds): void {
    this.#port.log.warn(`refused: ${refusal.code}: ${printable(refusal.message)}`);
    this.send(refusal.frame(ids));
  }

  #answerFault(error: unknown, where = 'on a frame', ids?: FrameIds): void {
    const { log } = this.#port;
    log.warn(faultOf(error, where));
    const answer = () => this.#refuse(new Refusal('internal_error', 'The sandbox failed. See its log.'), ids);
    guarded(log, 'answering a fault', answer)();
  }

  #answerNoise(problem: string): void {
    this.#noise++;
    if (this.#noise < this.#port.limits.malformedFramesMax) {
      return this.#refuse(new Refusal('invalid_message', `The frame is not a message: ${problem}.`));
    }
    this.fail('invalid_message', `Too many frames were not messages. The last one: ${problem}.`);
  }
}
