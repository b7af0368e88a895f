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
const REFUSED = 'The failReply command of the sandbox refused this request.';

const REPLY = { to: required(kinds.request), user: optional(kinds.user), times: optional(kinds.times, 1) };
const FRAME = { type: required(kinds.frame), user: optional(kinds.user), times: optional(kinds.times, 1) };

/** Commands that act on requests, their replies, and other frames of the service. */
export const replies = {
  delayReply: command({
    about:
      'Delays the reply to the next such request by `ms` (at most 600 000). The request itself takes effect at once. The service sends nothing else before a delayed `authenticated`',
    seen: 'A promise that takes longer. Other frames arrive before the reply. A reply later than 10 s counts as lost',
    parameters: { to: REPLY.to, ms: required(kinds.milliseconds), user: REPLY.user, times: REPLY.times },
    run: (port, { to, ms, user, times }) => add(port, requestOf(to), { kind: 'late', ms }, user, times),
  }),

  loseReply: command({
    about: 'Drops the reply to the next such request. The request itself takes effect',
    seen: 'The promise rejects with `transport_closed` after 10 s. A server SDK retries with the same idempotency key after a third of its `timeoutMs`, and gets the first answer',
    parameters: REPLY,
    run: (port, { to, user, times }) => add(port, requestOf(to), { kind: 'lost' }, user, times),
  }),

  failReply: command({
    about:
      'Refuses the next such request, which then has no effect: a message with the error `code` (`internal_error`), a REST operation with a `status` that the contract lists for it (500)',
    seen: 'The promise rejects with that code, or with the code that belongs to the status, and with `retryAfterMs`. For a method without a promise, such as `subscribePresence()`, there is an `error` event. Server SDKs retry after 429 and 5xx',
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
    about: 'Delays the next message of this type from the service by `ms`. Later messages overtake it',
    seen: 'Messages in another order. For example, a `call.ringing` after `call.answered` changes nothing',
    parameters: { type: FRAME.type, ms: required(kinds.milliseconds), user: FRAME.user, times: FRAME.times },
    run: (port, { type, ms, user, times }) => add(port, { kind: 'frame', type }, { kind: 'late', ms }, user, times),
  }),

  loseFrame: command({
    about: 'Drops the next message of this type',
    seen: 'The message has no effect. Without `call.ended`, `hangup()` ends the call after 5 s. Without `call.restored`, the call ends once the phone is back',
    parameters: FRAME,
    run: (port, { type, user, times }) => add(port, { kind: 'frame', type }, { kind: 'lost' }, user, times),
  }),
};

function add(port: ControlPort, subject: Subject, fate: Fate, user: string | undefined, times: number): void {
  if (user !== undefined && subject.kind === 'operation' && operations[subject.id].credential === 'apiKey')
    throw new ControlError(400, `${subject.id} is called with the API key, so it has no user. Leave user out.`);
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
      `failReply: status must be one of ${fits.join(', ')}, because ${id} has no answer ${status}.`,
    );
  }
  // specs/v1/rest.openapi.yaml requires Retry-After on every 429.
  const seconds = retryAfterSeconds ?? (status === 429 ? 1 : undefined);
  return new Problem(
    status,
    REST_CODES[status] ?? 'internal_error',
    REFUSED,
    seconds === undefined ? {} : { retryAfterSeconds: seconds },
  );
}
