import { type EndingErrorCode, reconnectRules } from '../../../generated/v1/protocol.js';
import { command, optional, required } from './command.js';
import * as kinds from './kinds.js';
import { type Affected, eachSocket, phonesOf } from './phones.js';

const CODES = Object.keys(reconnectRules) as EndingErrorCode[];
const quoted = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

/** Commands that act on connections. */
export const connections = {
  drop: command({
    about: `Ends connections. \`how\` is \`cut\` (without a close frame), \`close\` (a close frame, code 1000) or the code of a fatal error: ${quoted(CODES)}`,
    seen: '`disconnected`, with `transport_closed` after `cut` and `close`, else with that code. After `transport_closed`, `session_limit`, `idle_timeout`, `slow_consumer` and `going_away` the phone reconnects: `reconnecting` (`delayMs` is at least `retryAfterSeconds`), then `reconnected`, and calls continue. The same after `auth_expired` if there is an `onTokenExpiring`. All other codes are final: a fatal `error`, and calls end `failed`',
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
        socket.fail(how, 'The drop command of the sandbox ended this connection.', wait);
      }),
  }),

  freeze: command({
    about: 'Stops all data in both directions but leaves the connection open, like a network that fails silently',
    seen: 'Nothing. A request that waits for its reply rejects with `transport_closed` after 10 s. The service does not notice either: the user still appears connected and can be called',
    parameters: { user: optional(kinds.user) },
    run: (port, { user }) => eachSocket(port, user, (socket) => socket.freeze()),
  }),

  thaw: command({
    about: 'Ends `freeze`. Data that waited on either side arrives',
    seen: 'Everything that it missed, in order',
    parameters: { user: optional(kinds.user) },
    run: (port, { user }) => eachSocket(port, user, (socket) => socket.thaw()),
  }),

  refuse: command({
    about: 'Refuses the next WebSocket connections, whoever opens them, with 503',
    seen: '`connect()` rejects with `transport_closed`. A phone that reconnects tries again: `reconnecting` with the next `attempt`',
    parameters: { times: optional(kinds.times, 1) },
    run: ({ faults }, { times }) => faults.refuse(times),
  }),

  restart: command({
    about:
      'Every connection ends with `going_away`. For `downMs` (1000) the service answers neither WebSocket connections nor REST; the control API still works. Then calls continue, unless `keepCalls` is false. A phone that stays away for longer than the grace time, 30 s, loses its calls',
    seen: '`disconnected` with `going_away`, `reconnecting`, `reconnected`. Calls continue. With `keepCalls: false` they end `failed` once the phone is back',
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
