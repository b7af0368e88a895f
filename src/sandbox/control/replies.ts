import type { ClientMessageType } from '../../../generated/v1/messages.js';
import { type OperationId, operations } from '../../../generated/v1/operations.js';
import { answerErrorCodes } from '../../../generated/v1/protocol.js';
import { restResponses } from '../../../generated/v1/validators/closed.js';
import { Problem } from '../http/problem.js';
import { Refusal } from '../phones/refusal.js';
import type { Fate, Subject } from '../world/faults.js';
import { type ControlPort, command, optional, required } from './command.js';
import { ControlError } from './control-error.js';
import * as kinds from './kinds.js';
import { userOf } from './phones.js';

const REST_CODES: Readonly<Record<number, Problem['code']>> = {
  400: 'invalid_request',
  401: 'unauthorized',
  404: 'not_found',
  409: 'conflict',
  413: 'payload_too_large',
  422: 'invalid_request',
  429: 'rate_limited',
};
const REFUSED = 'The sandbox was told to refuse this.';

const REPLY = { to: required(kinds.request), user: optional(kinds.user), times: optional(kinds.times, 1) };
const FRAME = { type: required(kinds.frame), user: optional(kinds.user), times: optional(kinds.times, 1) };

/** What happens to requests, their replies, and other frames of the service. */
export const replies = {
  delayReply: command({
    about:
      'The reply to the next such request comes `ms` (at most 600 000) later. What was asked is done at once. Nothing comes before a late `authenticated`',
    seen: 'A promise that takes longer; other frames come before the reply. Replies later than 10 s count as lost',
    parameters: { to: REPLY.to, ms: required(kinds.milliseconds), user: REPLY.user, times: REPLY.times },
    run: (port, { to, ms, user, times }) => add(port, requestOf(to), { kind: 'late', ms }, user, times),
  }),

  loseReply: command({
    about: 'The reply to the next such request never comes. What was asked is done',
    seen: 'The promise rejects with `transport_closed` after 10 s. A server SDK asks again with the same idempotency key after a third of its `timeoutMs`, and gets the first answer',
    parameters: REPLY,
    run: (port, { to, user, times }) => add(port, requestOf(to), { kind: 'lost' }, user, times),
  }),

  failReply: command({
    about:
      'The next such request is refused and nothing is done: a message with the error `code` (`internal_error`), a REST operation with a `status` of the contract (500)',
    seen: 'The promise rejects with that code, or with the one that belongs to the status, and with `retryAfterMs`. What has no promise, as `subscribePresence()`, is an `error` event. Server SDKs try again after 429 and 5xx',
    parameters: {
      to: REPLY.to,
      code: optional(kinds.oneOf(answerErrorCodes), 'internal_error'),
      status: optional(kinds.status, 500),
      retryAfterSeconds: optional(kinds.seconds),
      user: REPLY.user,
      times: REPLY.times,
    },
    run(port, { to, code, status, retryAfterSeconds, user, times }) {
      const subject = requestOf(to);
      const error =
        subject.kind === 'operation'
          ? problemOf(subject.id, status, retryAfterSeconds)
          : new Refusal(code, REFUSED, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
      add(port, subject, { kind: 'fails', with: error }, user, times);
    },
  }),

  delayFrame: command({
    about: 'The next message of this type that the service sends comes `ms` later; those after it overtake it',
    seen: 'Messages in another order: a `call.ringing` after `call.answered`, for one, which changes nothing any more',
    parameters: { type: FRAME.type, ms: required(kinds.milliseconds), user: FRAME.user, times: FRAME.times },
    run: (port, { type, ms, user, times }) => add(port, { kind: 'frame', type }, { kind: 'late', ms }, user, times),
  }),

  loseFrame: command({
    about: 'The next message of this type never comes',
    seen: 'What the message would have brought does not happen. Without `call.ended`, `hangup()` ends the call after 5 s; without `call.restored`, the call ends once the phone is back',
    parameters: FRAME,
    run: (port, { type, user, times }) => add(port, { kind: 'frame', type }, { kind: 'lost' }, user, times),
  }),
};

function add(port: ControlPort, subject: Subject, fate: Fate, user: string | undefined, times: number): void {
  if (user !== undefined && subject.kind === 'operation' && operations[subject.id].credential === 'apiKey')
    throw new ControlError(400, `${subject.id} is asked for with the API key, by no user: leave user out.`);
  port.faults.add(subject, fate, user === undefined ? undefined : userOf(port, user), times);
}

function requestOf(to: ClientMessageType | OperationId): Subject {
  return Object.hasOwn(operations, to)
    ? { kind: 'operation', id: to as OperationId }
    : { kind: 'request', type: to as ClientMessageType };
}

function problemOf(id: OperationId, status: number, retryAfterSeconds: number | undefined): Problem {
  if (!Object.hasOwn(restResponses[id], status)) {
    const fits = Object.keys(restResponses[id]).filter((known) => Number(known) >= 400);
    throw new ControlError(
      400,
      `failReply: status must be one of ${fits.join(', ')}: the contract has no ${status} of ${id}.`,
    );
  }
  // The contract has Retry-After on every 429.
  const seconds = retryAfterSeconds ?? (status === 429 ? 1 : undefined);
  return new Problem(
    status,
    REST_CODES[status] ?? 'internal_error',
    REFUSED,
    seconds === undefined ? {} : { retryAfterSeconds: seconds },
  );
}
