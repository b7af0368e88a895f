import type { ClientMessage, ServerMessage } from '../../../generated/v1/messages.js';
import type { OperationId } from '../../../generated/v1/operations.js';
import type { User } from './world.js';

/** What becomes of something: it comes so much later, never, or fails instead. */
export type Fate = { kind: 'late'; ms: number } | { kind: 'lost' } | { kind: 'fails'; with: Error };

/** What a fault befalls: the reply to a request of one of these types or operations, or a frame of the service. */
export type Subject =
  | { kind: 'request'; type: ClientMessage['type'] }
  | { kind: 'operation'; id: OperationId }
  | { kind: 'frame'; type: ServerMessage['type'] };

interface Fault {
  readonly subject: Subject;
  /** Everybody's when absent. */
  readonly user: User | undefined;
  readonly fate: Fate;
  /** How often it still happens. */
  left: number;
}

/** The faults that were asked for and have not happened yet. Without any, nothing costs anything. */
export class Faults {
  readonly #faults = new Set<Fault>();
  #refusals = 0;
  #downUntil = 0;

  add(subject: Subject, fate: Fate, user: User | undefined, times: number): void {
    this.#faults.add({ subject, fate, user, left: times });
  }

  /** The next sockets are refused. */
  refuse(times: number): void {
    this.#refusals += times;
  }

  /** Nobody is there for so long: neither sockets nor requests are answered. */
  goDownFor(ms: number): void {
    this.#downUntil = Date.now() + ms;
  }

  /** Whatever was asked for and has not happened does not happen any more. */
  clear(): void {
    this.#faults.clear();
    this.#refusals = this.#downUntil = 0;
  }

  get isDown(): boolean {
    return Date.now() < this.#downUntil;
  }

  /** Whether this socket is refused; counts it. */
  takesRefusal(): boolean {
    if (this.#refusals === 0) return false;
    this.#refusals--;
    return true;
  }

  /** What becomes of a frame of the service. */
  ofFrame(type: ServerMessage['type'], user: User | undefined): Fate | undefined {
    return this.#take(({ subject }) => subject.kind === 'frame' && subject.type === type, user);
  }

  /**
   * What becomes of the reply to a request, or of the request itself: it fails before it is carried out. A reply is
   * told from other frames by its `req_id`: without one, it waits for the next request that has one.
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
