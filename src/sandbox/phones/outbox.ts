import type { WebSocket } from 'ws';
import type { ServerMessage } from '../../../generated/v1/messages.js';
import { guarded, type SandboxLog } from '../log.js';
import { later } from '../timers.js';

/** The messages that may be sent before `authenticated`, and that message itself. */
const ALWAYS: ReadonlySet<ServerMessage['type']> = new Set(['authenticated', 'error']);

/** Sends frames on one socket, in order. Sends only errors before `authenticated`, and nothing while it is frozen. */
export class Outbox {
  readonly #ws: WebSocket;
  readonly #log: SandboxLog;
  readonly #onUnsent: (message: ServerMessage) => void;
  #waiting: ServerMessage[] = [];
  #waitingBytes = 0;
  readonly #late = new Set<ServerMessage>();
  #isWelcome = false;
  #isFrozen = false;

  /** @param onUnsent Gets each frame that could not be sent, because the socket was closed. */
  constructor(ws: WebSocket, log: SandboxLog, onUnsent: (message: ServerMessage) => void) {
    this.#ws = ws;
    this.#log = log;
    this.#onUnsent = onUnsent;
  }

  get isFrozen(): boolean {
    return this.#isFrozen;
  }

  /** How many bytes the phone has not read yet. */
  get unreadBytes(): number {
    return this.#ws.bufferedAmount + this.#waitingBytes;
  }

  post(message: ServerMessage): void {
    if (this.#ws.readyState !== this.#ws.OPEN) return this.#onUnsent(message);
    if (this.#isFrozen || !(this.#isWelcome || ALWAYS.has(message.type))) {
      this.#waiting.push(message);
      this.#waitingBytes += JSON.stringify(message).length;
      return;
    }
    this.#write(message);
    if (message.type !== 'authenticated') return;
    this.#isWelcome = true;
    this.#postWaiting();
  }

  postLater(message: ServerMessage, ms: number): void {
    this.#late.add(message);
    later(this.#log, ms, () => this.#late.delete(message) && this.post(message)).unref();
  }

  freeze(): void {
    this.#isFrozen = true;
  }

  thaw(): void {
    this.#isFrozen = false;
    this.#postWaiting();
  }

  /** The socket is gone: passes everything that still waits to `onUnsent`. */
  abandon(): void {
    const late = [...this.#late];
    this.#late.clear();
    for (const message of [...this.#takeWaiting(), ...late]) this.#onUnsent(message);
  }

  #postWaiting(): void {
    for (const message of this.#takeWaiting()) this.post(message);
  }

  #takeWaiting(): ServerMessage[] {
    this.#waitingBytes = 0;
    return this.#waiting.splice(0);
  }

  #write(message: ServerMessage): void {
    this.#ws.send(
      JSON.stringify(message),
      guarded(this.#log, 'sending a frame', (error?: Error) => {
        if (error) this.#onUnsent(message);
      }),
    );
  }
}
