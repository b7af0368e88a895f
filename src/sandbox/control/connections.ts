import { type EndingErrorCode, reconnectRules } from '../../../generated/v1/protocol.js';
import { command, optional, required } from './command.js';
import * as kinds from './kinds.js';
import { type Affected, eachSocket, phonesOf } from './phones.js';

const CODES = Object.keys(reconnectRules) as EndingErrorCode[];
const quoted = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

/** What happens to connections. */
export const connections = {
  drop: command({
    about: `Ends connections. \`how\` is \`cut\` (without a word), \`close\` (a close frame, 1000) or the code of a fatal error: ${quoted(CODES)}`,
    seen: '`disconnected`, with `transport_closed` after `cut` and `close`, else with that code. After `transport_closed`, `session_limit`, `idle_timeout`, `slow_consumer` and `going_away` come `reconnecting` (`delayMs` is at least `retryAfterSeconds`) and `reconnected`; calls go on. `auth_expired` does the same when there is an `onTokenExpiring`. After the others it is over: a fatal `error`, and calls end `failed`',
    parameters: {
      how: required(kinds.oneOf(['cut', 'close', ...CODES])),
      retryAfterSeconds: optional(kinds.seconds),
      user: optional(kinds.user),
    },
    run: (port, { how, retryAfterSeconds, user }) =>
      eachSocket(port, user, (socket) => {
        if (how === 'cut') return socket.terminate();
        if (how === 'close') return socket.close();
        const wait = retryAfterSeconds === undefined ? {} : { retry_after_seconds: retryAfterSeconds };
        socket.fail(how, 'The sandbox was told to end this connection.', wait);
      }),
  }),

  freeze: command({
    about: 'Lets nothing through in either direction, and closes nothing, as a network that died in silence',
    seen: 'Nothing. A request that waits for its reply rejects with `transport_closed` after 10 s. The service does not notice either: the user still seems connected, and is called',
    parameters: { user: optional(kinds.user) },
    run: (port, { user }) => eachSocket(port, user, (socket) => socket.freeze()),
  }),

  thaw: command({
    about: 'Ends `freeze`: what waited on either side arrives',
    seen: 'All that it was not told meanwhile, in order',
    parameters: { user: optional(kinds.user) },
    run: (port, { user }) => eachSocket(port, user, (socket) => socket.thaw()),
  }),

  refuse: command({
    about: 'Refuses the next sockets that anybody opens, with 503',
    seen: '`connect()` rejects with `transport_closed`; a phone that is coming back tries again: `reconnecting` with the next `attempt`',
    parameters: { times: optional(kinds.times, 1) },
    run: ({ faults }, { times }) => faults.refuse(times),
  }),

  restart: command({
    about:
      'Every connection ends with `going_away`. For `downMs` (1000) neither sockets nor REST are answered; the control API is. Then calls go on, unless `keepCalls` is false. Calls of a phone that stays away for longer than the grace time, 30 s, are lost',
    seen: '`disconnected` with `going_away`, `reconnecting`, `reconnected`. Calls stay; without `keepCalls` they end `failed` once the phone is back',
    parameters: { downMs: optional(kinds.milliseconds, 1000), keepCalls: optional(kinds.flag, true) },
    run(port, { downMs, keepCalls }): Affected {
      const { faults, signalling, sessions } = port;
      const phones = phonesOf(port, undefined, 0);
      faults.goDownFor(downMs);
      signalling.goAway(Math.ceil(downMs / 1000));
      if (!keepCalls) for (const session of sessions.all) session.lose();
      return { phones: phones.length };
    },
  }),
};
