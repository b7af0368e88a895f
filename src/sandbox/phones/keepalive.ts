import type { WebSocket } from 'ws';
import type { SandboxLimits } from '../limits.js';
import { guarded, type SandboxLog } from '../log.js';
import { later } from '../timers.js';

export interface KeepalivePort {
  readonly limits: SandboxLimits;
  readonly log: SandboxLog;
  /** No pong came in time. */
  onSilence(): void;
}

/** Sends WebSocket pings and reports when a pong is missing. */
export class Keepalive {
  readonly #ws: WebSocket;
  readonly #port: KeepalivePort;
  readonly #pinging: NodeJS.Timeout;
  #pongDue: NodeJS.Timeout | undefined;
  #isPaused = false;

  constructor(ws: WebSocket, port: KeepalivePort) {
    this.#ws = ws;
    this.#port = port;
    this.#pinging = setInterval(
      guarded(port.log, 'in a timer', () => this.#ping()),
      port.limits.pingEveryMs,
    );
    ws.on('pong', () => clearTimeout(this.#pongDue));
  }

  /** Stops pinging while the socket is not read, because no pong can arrive. */
  pause(): void {
    this.#isPaused = true;
    clearTimeout(this.#pongDue);
  }

  resume(): void {
    this.#isPaused = false;
  }

  stop(): void {
    clearInterval(this.#pinging);
    clearTimeout(this.#pongDue);
  }

  #ping(): void {
    if (this.#isPaused || this.#ws.readyState !== this.#ws.OPEN) return;
    this.#ws.ping();
    clearTimeout(this.#pongDue);
    this.#pongDue = later(this.#port.log, this.#port.limits.pongWithinMs, () => this.#port.onSilence());
  }
}
