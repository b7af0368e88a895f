import { operations } from '../../../generated/v1/operations.js';
import { reconnectRules, replyTypes, serverMessageTypes } from '../../../generated/v1/protocol.js';
import type { Control } from './control.js';

/** One parameter of a command. */
export interface Parameter {
  readonly type: 'string' | 'number' | 'boolean';
  readonly about: string;
  readonly required?: true;
  readonly oneOf?: readonly string[];
}

/** What can be asked over HTTP: the methods of `Control`. */
export type ControlCommand = keyof Control;

type ParametersOf<C extends ControlCommand> = Control[C] extends () => unknown
  ? Record<never, never>
  : Parameters<Control[C]>[0];

export interface CommandDescription<Names extends PropertyKey = string> {
  readonly about: string;
  readonly parameters: Readonly<Record<Names, Parameter>>;
}

const USER = { type: 'string', about: "a user's id, extension or number; everybody when absent" } as const;
const ONE_USER = { type: 'string', required: true, about: "a user's id, extension or number" } as const;
const CALL = { type: 'string', required: true, about: "the id of a phone's call" } as const;
const TIMES = { type: 'number', about: 'how often (1)' } as const;
const MS = { type: 'number', required: true, about: 'how much later, in ms' } as const;
const SERVICE = { type: 'string', about: 'the number of the service that speaks' } as const;
const RETRY = { type: 'number', about: 'the wait that the phone is asked for' } as const;
const REQUEST = {
  type: 'string',
  required: true,
  about: 'a message that has a reply, or an operationId',
  oneOf: [...Object.keys(replyTypes), ...Object.keys(operations)],
} as const;
const FRAME = { type: 'string', required: true, about: 'a message of the service', oneOf: serverMessageTypes } as const;

/** Each command in words. A method or a parameter that is missing here does not compile. */
export const CONTROL_COMMANDS: { readonly [C in ControlCommand]: CommandDescription<keyof ParametersOf<C>> } = {
  status: { about: 'who is connected, the calls there are, and the digits that were dialled in them', parameters: {} },
  drop: {
    about: 'end connections: cut without a word, close without saying why, or with a fatal error of this code',
    parameters: {
      how: { type: 'string', required: true, about: 'how', oneOf: ['cut', 'close', ...Object.keys(reconnectRules)] },
      retryAfterSeconds: RETRY,
      user: USER,
    },
  },
  freeze: { about: 'let nothing through in either direction, and close nothing', parameters: { user: USER } },
  thaw: { about: 'end freeze; what waited arrives', parameters: { user: USER } },
  refuse: { about: 'refuse the next sockets that anybody opens', parameters: { times: TIMES } },
  expireTokens: { about: 'all tokens of a user so far have expired', parameters: { user: ONE_USER } },
  revokeTokens: {
    about: "revoke a user's sessions; a phone learns it when it next makes or gets a call",
    parameters: { user: ONE_USER },
  },
  moveNetwork: {
    about:
      'the phones of a user are somewhere else: network.changed, when an emergency address is bound to another network',
    parameters: { user: ONE_USER, address: { type: 'string', about: 'an IP address; their own when absent' } },
  },
  delayReply: {
    about: 'the reply to the next such request is late',
    parameters: { to: REQUEST, ms: MS, user: USER, times: TIMES },
  },
  loseReply: {
    about: 'the reply to the next such request never comes',
    parameters: { to: REQUEST, user: USER, times: TIMES },
  },
  failReply: {
    about: 'the next such request is refused',
    parameters: {
      to: REQUEST,
      code: { type: 'string', about: 'of a message: the error code (internal_error)' },
      status: { type: 'number', about: 'of a REST operation: the status (500)' },
      retryAfterSeconds: RETRY,
      user: USER,
      times: TIMES,
    },
  },
  delayFrame: {
    about: 'the next frame of this type is late',
    parameters: { type: FRAME, ms: MS, user: USER, times: TIMES },
  },
  loseFrame: {
    about: 'the next frame of this type never comes',
    parameters: { type: FRAME, user: USER, times: TIMES },
  },
  ring: {
    about: 'somebody calls a user',
    parameters: {
      user: ONE_USER,
      from: { type: 'string', about: "the caller's number" },
      fromName: { type: 'string', about: "the caller's name" },
      service: SERVICE,
    },
  },
  answer: { about: 'the far side answers a call that a phone made', parameters: { call: CALL, service: SERVICE } },
  hangup: {
    about: 'the far side hangs up',
    parameters: {
      call: CALL,
      reason: {
        type: 'string',
        about: 'why (hangup)',
        oneOf: ['hangup', 'no-answer', 'busy', 'failed', 'transferred', 'rejected'],
      },
    },
  },
  hold: { about: 'the far side holds a call', parameters: { call: CALL } },
  resume: { about: 'the far side resumes a call', parameters: { call: CALL } },
  restart: {
    about: 'the service says going_away, is not there for a while, and comes back with the calls or without',
    parameters: {
      downMs: { type: 'number', about: 'for how long (1000)' },
      keepCalls: { type: 'boolean', about: 'whether calls go on (true)' },
    },
  },
  reset: { about: 'nothing more happens that was asked for', parameters: {} },
};

/** The commands as `dialstack sandbox --help` shows them. */
export function describeCommands(): string {
  return Object.entries(CONTROL_COMMANDS)
    .map(([name, { about, parameters }]) => {
      const list = Object.entries<Parameter>(parameters).map(([key, { required }]) => (required ? key : `[${key}]`));
      return `  ${[name, ...list].join(' ')}\n      ${about}`;
    })
    .join('\n');
}
