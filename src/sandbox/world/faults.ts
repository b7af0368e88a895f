import type { ClientMessage, ServerMessage } from '../../../generated/v1/messages.js';
import type { OperationId } from '../../../generated/v1/operations.js';
import type { User } from './world.js';

/** What a fault does: delays by `ms` milliseconds, drops, or fails with an error. */
export type Fate = { kind: 'late'; ms: number } | { kind: 'lost' } | { kind: 'fails'; with: Error };

/** What a fault applies to: the reply to a message or a REST operation, or a frame of the service. */
export type Subject =
  | { kind: 'request'; type: ClientMessage['type'] }
  | { kind: 'operation'; id: OperationId }
  | { kind: 'frame'; type: ServerMessage['type'] };

interface Fault {
  readonly subject: Subject;
  /** Undefined means all users. */
  readonly user: User | undefined;
  readonly fate: Fate;
  /** How many times it still applies. */
  left: number;
}

/** The faults that control commands requested and that have not happened yet. */
export class Faults {
  readonly #faults = new Set<Fault>();
  #refusals = 0;
  #downUntil = 0;

  add(subject: Subject, fate: Fate, user: User | undefined, times: number): void {
    this.#faults.add({ subject, fate, user, left: times });
  }

  /** Refuses the next WebSocket connections. */
  refuse(times: number): void {
    this.#refusals += times;
  }

  /** For this many milliseconds, the service answers neither WebSocket connections nor requests. */
  goDownFor(ms: number): void {
    this.#downUntil = Date.now() + ms;
  }

  /** Cancels all faults that have not happened yet. */
  clear(): void {
    this.#faults.clear();
    this.#refusals = this.#downUntil = 0;
  }

  get isDown(): boolean {
    return Date.now() < this.#downUntil;
  }

  /** Whether to refuse this connection. Counts it if so. */
  takesRefusal(): boolean {
    if (this.#refusals === 0) return false;
    this.#refusals--;
    return true;
  }

  /** Takes the fault that applies to a frame of the service. */
  ofFrame(type: ServerMessage['type'], user: User | undefined): Fate | undefined {
    return this.#take(({ subject }) => subject.kind === 'frame' && subject.type === type, user);
  }

  /**
   * Takes the fault that applies to a message. One that fails is refused before it takes effect. The other faults apply
   * to the reply, which only a `req_id` identifies, so they skip messages without one.
   */
  ofRequest(message: ClientMessage, user: User | undefined): Fate | undefined {
    const hasReqId = 'req_id' in message && Boolean(message.req_id);
    return this.#take(
      ({ subject, fate }) =>
        subject.kind === 'request' && subject.type === message.type && (hasReqId || fate.kind === 'fails'),
      user,
    );
  }

  ofOperation(id: OperationId, user: User | undefined): Fate | undefined {
    return this.#take(({ subject }) => subject.kind === 'operation' && subject.id === id, user);
  }

  #take(matches: (fault: Fault) => boolean, user: User | undefined): Fate | undefined {
    for (const fault of this.#faults) {
      if (!matches(fault) || (fault.user && fault.user !== user)) continue;
      if (--fault.left === 0) this.#faults.delete(fault);
      return fault.fate;
    }
    return undefined;
  }
}
