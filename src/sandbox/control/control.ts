import type { ClientMessage, EndReason, ServerMessage } from '../../../generated/v1/messages.js';
import { type OperationId, operations } from '../../../generated/v1/operations.js';
import {
  type EndingErrorCode,
  replyTypes,
  type ServerErrorCode,
  serverMessageTypes,
} from '../../../generated/v1/protocol.js';
import { restResponses, serverMessages } from '../../../generated/v1/validators/closed.js';
import type { Bridge } from '../calls/bridge.js';
import type { Exchange } from '../calls/exchange.js';
import type { Leg } from '../calls/leg.js';
import type { Party } from '../calls/party.js';
import { Pending } from '../calls/pending.js';
import { SERVICES, type ServiceParty } from '../calls/services.js';
import { explain, type SchemaValidator } from '../explain.js';
import { Problem } from '../http/problem.js';
import type { PhoneSession } from '../phones/phone-session.js';
import type { PhoneSocket } from '../phones/phone-socket.js';
import { Refusal } from '../phones/refusal.js';
import type { Sessions } from '../phones/sessions.js';
import type { SignallingServer } from '../signalling/signalling-server.js';
import type { Fate, Faults, Subject } from '../world/faults.js';
import { newId } from '../world/ids.js';
import type { Tokens } from '../world/tokens.js';
import type { User, World } from '../world/world.js';
import { ControlError } from './control-error.js';

export interface ControlPort {
  readonly world: World;
  readonly tokens: Tokens;
  readonly sessions: Sessions;
  readonly exchange: Exchange;
  readonly signalling: SignallingServer;
  readonly faults: Faults;
}

/** A request of the contract that is answered: a message that has a reply, or a REST operation. */
export type ControlledRequest = keyof typeof replyTypes | OperationId;

/** How many phones, or calls, something befell. */
export interface Affected {
  readonly phones: number;
}

export interface PhoneStatus {
  readonly user: string;
  readonly extension: string | null;
  readonly connected: boolean;
  readonly network: string;
  readonly calls: readonly CallStatus[];
}

export interface CallStatus {
  readonly id: string;
  readonly direction: 'inbound' | 'outbound';
  readonly state: string;
  readonly from: string;
  readonly to: string;
  readonly muted: boolean;
  /** What the phone dialled during the call, as it was decoded from its audio. */
  readonly digits: string;
}

interface OfUser {
  /** A user's id, or an extension or number of the first account; everybody when absent. */
  readonly user?: string;
}

interface OfReply extends OfUser {
  readonly to: ControlledRequest;
  /** How often it happens; once when absent. */
  readonly times?: number;
}

interface OfFrame extends OfUser {
  readonly type: ServerMessage['type'];
  readonly times?: number;
}

interface OfCall {
  /** The call_id of a phone's leg, as `call.id` says it. */
  readonly call: string;
}

/** Longer than this nothing is delayed, in ms. */
const LONGEST_MS = 600_000;

/** A caller that nobody is. */
const STRANGER = { from: '+12125550199', fromName: 'Sandbox Caller' } as const;

const CODES: Readonly<Record<number, Problem['code']>> = {
  400: 'invalid_request',
  401: 'unauthorized',
  404: 'not_found',
  409: 'conflict',
  413: 'payload_too_large',
  422: 'invalid_request',
  429: 'rate_limited',
};

/**
 * Makes happen on purpose what a client must live with and nobody wants to wait for. Each method does one thing, at
 * once, to the phones of one user or of everybody.
 */
export class Control {
  readonly #port: ControlPort;
  /** Who calls, of the calls that `ring` makes: a leg that rings is on no bridge yet. */
  readonly #callers = new WeakMap<Leg, Party>();

  constructor(port: ControlPort) {
    this.#port = port;
  }

  /** Who is connected, and the calls there are. */
  status(): { phones: PhoneStatus[] } {
    const phones = this.#port.sessions.all.map(({ user, socket, legs }) => ({
      user: user.id,
      extension: user.extension,
      connected: socket !== undefined,
      network: user.network ?? socket?.network ?? '',
      calls: [...legs.values()].map(({ id, direction, state, caller: { from, to }, muted, digits }) => ({
        id,
        direction,
        state,
        from,
        to,
        muted,
        digits,
      })),
    }));
    return { phones };
  }

  /**
   * Ends connections: `cut` without a word, `close` with a close frame alone, or with the fatal error of this code and
   * its close code.
   */
  drop({
    user,
    how,
    retryAfterSeconds,
  }: OfUser & { how: 'cut' | 'close' | EndingErrorCode; retryAfterSeconds?: number }) {
    const { retryAfterSeconds: seconds } = demandSeconds(retryAfterSeconds);
    return this.#eachSocket(user, (socket) => {
      if (how === 'cut') return socket.terminate();
      if (how === 'close') return socket.close();
      const wait = seconds === undefined ? {} : { retry_after_seconds: seconds };
      socket.fail(how, 'The sandbox was told to end this connection.', wait);
    });
  }

  /** Lets nothing through in either direction, and closes nothing: what a phone sees when its network dies in silence. */
  freeze({ user }: OfUser): Affected {
    return this.#eachSocket(user, (socket) => socket.freeze());
  }

  /** Ends `freeze`: what waited on either side arrives. */
  thaw({ user }: OfUser): Affected {
    return this.#eachSocket(user, (socket) => socket.thaw());
  }

  /** Refuses the next sockets that anybody opens. */
  refuse({ times = 1 }: { times?: number }): void {
    this.#port.faults.refuse(demandTimes(times));
  }

  /** All tokens of a user so far have expired; connected phones are told so. New ones work. */
  expireTokens({ user }: { user: string }): Affected {
    this.#port.tokens.expire(this.#user(user));
    return this.#eachSocket(user, (socket) => socket.fail('auth_expired', 'The token has expired.'), 0);
  }

  /** Revokes the sessions of a user, as `POST /v1/users/{user}/revoke_sessions` does. */
  revokeTokens({ user }: { user: string }): void {
    this.#port.tokens.revoke(this.#user(user));
  }

  /** A user's phones are taken to be at this address, at their own when absent; they are told if their emergency address is bound to another. */
  moveNetwork({ user, address }: { user: string; address?: string }): Affected {
    const moved = this.#user(user);
    moved.network = address;
    const phones = this.#phones(user, 0);
    for (const phone of phones) {
      const now = address ?? phone.socket?.network;
      if (moved.emergency && moved.emergency.network !== now) phone.send({ type: 'network.changed' });
    }
    return { phones: phones.length };
  }

  /** The reply to the next such request comes so much later; what the request does is done at once. */
  delayReply({ to, ms, user, times = 1 }: OfReply & { ms: number }): void {
    this.#add(requestOf(to), { kind: 'late', ms: demandMs(ms) }, user, times);
  }

  /** The reply to the next such request never comes; what the request does is done. */
  loseReply({ to, user, times = 1 }: OfReply): void {
    this.#add(requestOf(to), { kind: 'lost' }, user, times);
  }

  /** The next such request is refused: a message with an error `code`, a REST operation with a `status` of the contract. */
  failReply({
    to,
    code = 'internal_error',
    status = 500,
    retryAfterSeconds,
    user,
    times = 1,
  }: OfReply & { code?: ServerErrorCode; status?: number; retryAfterSeconds?: number }): void {
    const subject = requestOf(to);
    if (subject.kind === 'operation' && !(status >= 400 && Object.hasOwn(restResponses[subject.id], status))) {
      throw new ControlError(400, `The contract has no error ${status} of ${to}.`);
    }
    // The contract has Retry-After on every 429.
    const isRate = subject.kind === 'operation' && status === 429;
    const details = demandSeconds(retryAfterSeconds ?? (isRate ? 1 : undefined));
    const message = 'The sandbox was told to refuse this.';
    const error =
      subject.kind === 'operation'
        ? new Problem(status, CODES[status] ?? 'internal_error', message, details)
        : new Refusal(code, message, details);
    this.#add(subject, { kind: 'fails', with: error }, user, times);
  }

  /** The next frame of this type comes so much later; those after it overtake it. */
  delayFrame({ type, ms, user, times = 1 }: OfFrame & { ms: number }): void {
    this.#add(frameOf(type), { kind: 'late', ms: demandMs(ms) }, user, times);
  }

  /** The next frame of this type never comes. */
  loseFrame({ type, user, times = 1 }: OfFrame): void {
    this.#add(frameOf(type), { kind: 'lost' }, user, times);
  }

  /** Somebody calls a user; who answers hears what the service of this number says. Gives the ids of the calls that ring. */
  ring({
    user,
    from = STRANGER.from,
    fromName = STRANGER.fromName,
    service = '601',
  }: {
    user: string;
    from?: string;
    fromName?: string;
    service?: string;
  }): { calls: string[] } {
    const called = this.#user(user);
    demandCaller(from, fromName);
    const legsOf = () => this.#port.sessions.phonesOf(called).flatMap(({ legs }) => [...legs.values()]);
    const before = new Set(legsOf());
    const party = serviceParty(service);
    const reason = this.#port.exchange.ring(called, { from, fromName }, party);
    if (reason) throw new ControlError(409, `The phones of ${user} do not ring: ${reason}.`);
    const rung = legsOf().filter((leg) => !before.has(leg));
    for (const leg of rung) this.#callers.set(leg, party);
    return { calls: rung.map(({ id }) => id) };
  }

  /** The far side answers a call that a phone made; who is alerted rings no more, and the service of this number speaks. */
  answer({ call, service = '600' }: OfCall & { service?: string }): void {
    const { party } = this.#farSide(call);
    if (!(party instanceof Pending)) throw new ControlError(409, `Nobody is being alerted for ${call}.`);
    party.pickUp(serviceParty(service));
  }

  /** The far side hangs up, or ends the call with another reason. */
  hangup({ call, reason = 'hangup' }: OfCall & { reason?: EndReason }): void {
    const { bridge, party } = this.#farSide(call);
    bridge.end(party, reason);
  }

  /** The far side puts the call on hold. */
  hold({ call }: OfCall): void {
    const { bridge, party } = this.#farSide(call, 'up');
    bridge.hold(party);
  }

  /** The far side takes its hold back. */
  resume({ call }: OfCall): void {
    const { bridge, party } = this.#farSide(call, 'up');
    bridge.resume(party);
  }

  /** The service goes away and is not there for so long. Then it has the calls as they were, or, without `keepCalls`, none. */
  restart({ downMs = 1000, keepCalls = true }: { downMs?: number; keepCalls?: boolean }): Affected {
    const { faults, signalling, sessions } = this.#port;
    const phones = this.#phones(undefined, 0);
    faults.goDownFor(demandMs(downMs));
    signalling.goAway(Math.ceil(downMs / 1000));
    if (!keepCalls) for (const session of sessions.all) session.lose();
    return { phones: phones.length };
  }

  /** Nothing that was asked for and has not happened yet happens any more; frozen phones thaw, moved ones are back. */
  reset(): void {
    const { faults, world, sessions } = this.#port;
    faults.clear();
    for (const user of world.users) user.network = undefined;
    for (const { socket } of sessions.all) socket?.thaw();
  }

  #add(subject: Subject, fate: Fate, user: string | undefined, times: number): void {
    if (user !== undefined && subject.kind === 'operation' && operations[subject.id].credential === 'apiKey')
      throw new ControlError(400, `${subject.id} is asked for with the API key, by no user: leave user out.`);
    this.#port.faults.add(subject, fate, user === undefined ? undefined : this.#user(user), demandTimes(times));
  }

  #eachSocket(user: string | undefined, act: (socket: PhoneSocket) => void, atLeast = 1): Affected {
    const phones = this.#phones(user, atLeast);
    for (const { socket } of phones) if (socket) act(socket);
    return { phones: phones.length };
  }

  /** @throws ControlError when fewer phones are connected than must be. */
  #phones(user: string | undefined, atLeast = 1): PhoneSession[] {
    const { sessions } = this.#port;
    const phones =
      user === undefined ? sessions.all.filter(({ socket }) => socket) : sessions.phonesOf(this.#user(user));
    if (phones.length < atLeast) throw new ControlError(409, `No phone of ${user ?? 'anybody'} is connected.`);
    return phones;
  }

  #user(reference: string): User {
    const user = this.#port.world.find(reference);
    if (!user) throw new ControlError(404, `There is no user ${reference}: give an id, an extension or a number.`);
    return user;
  }

  /** Who is at the other end of a phone's call. */
  #farSide(id: string, state?: 'up'): { bridge: Bridge; party: Party } {
    const leg: Leg | undefined = this.#port.sessions.all.flatMap(({ legs }) => legs.get(id) ?? [])[0];
    if (!leg) throw new ControlError(404, `There is no call ${id}.`);
    const caller = this.#callers.get(leg);
    const bridge = leg.bridge ?? caller?.bridge;
    if (!bridge)
      throw new ControlError(409, `The call ${id} rings: its far side is the caller. Use the caller's call.`);
    if (state === 'up' && leg.state !== 'active') throw new ControlError(409, `The call ${id} is not answered.`);
    return { bridge, party: caller && !leg.bridge ? caller : bridge.other(leg) };
  }
}

function requestOf(to: ControlledRequest): Subject {
  if (Object.hasOwn(operations, to)) return { kind: 'operation', id: to as OperationId };
  if (Object.hasOwn(replyTypes, to)) return { kind: 'request', type: to as ClientMessage['type'] };
  throw new ControlError(400, `${to} is no request that has a reply.`);
}

function frameOf(type: ServerMessage['type']): Subject {
  if (serverMessageTypes.includes(type)) return { kind: 'frame', type };
  throw new ControlError(400, `The service sends no ${type}.`);
}

function demandMs(ms: number): number {
  if (ms >= 0 && ms <= LONGEST_MS) return ms;
  throw new ControlError(400, `A time is 0 to ${LONGEST_MS} ms.`);
}

function demandTimes(times: number): number {
  if (Number.isInteger(times) && times >= 1) return times;
  throw new ControlError(400, 'How often something happens is a whole number from 1 on.');
}

function demandSeconds(seconds: number | undefined): { retryAfterSeconds?: number } {
  if (seconds === undefined) return {};
  if (Number.isInteger(seconds) && seconds >= 1) return { retryAfterSeconds: seconds };
  throw new ControlError(400, 'A wait is a whole number of seconds from 1 on.');
}

/** What a phone is shown must be what the contract lets `call.incoming` say. */
function demandCaller(from: string, fromName: string): void {
  const validate: SchemaValidator = serverMessages['call.incoming'];
  if (validate({ type: 'call.incoming', call_id: newId('call'), from, from_name: fromName, to: from })) return;
  throw new ControlError(400, `No phone can be shown such a caller: ${explain(validate)}.`);
}

function serviceParty(code: string): ServiceParty {
  const outcome = SERVICES.find((service) => service.code === code)?.script.outcome;
  if (outcome?.kind === 'answers') return outcome.party();
  throw new ControlError(400, `No service that answers has the number ${code}.`);
}
