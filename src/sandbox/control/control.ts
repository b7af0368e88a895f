import type { OperationId } from '../../../generated/v1/operations.js';
import type { replyTypes } from '../../../generated/v1/protocol.js';
import { type Command, type ControlPort, type MethodOf, readParameters } from './command.js';
import { connections } from './connections.js';
import { credentials } from './credentials.js';
import { farSide } from './far-side.js';
import { replies } from './replies.js';
import { status } from './status.js';

/** The commands, by the headings under which docs/sandbox.md has them. */
export const COMMAND_GROUPS: Readonly<Record<string, Readonly<Record<string, Command>>>> = {
  Connections: connections,
  'Tokens and networks': credentials,
  'Requests and frames': replies,
  Calls: farSide,
  'Looking and cleaning up': status,
};

/** An intersection, because the type of a spread would lose the comments of the commands. */
type Commands = typeof connections & typeof credentials & typeof replies & typeof farSide & typeof status;

/** What can be asked over HTTP as well: the methods of `Control`. */
export type ControlCommand = keyof Commands;

export const CONTROL_COMMANDS: Readonly<Record<ControlCommand, Command>> = {
  ...connections,
  ...credentials,
  ...replies,
  ...farSide,
  ...status,
};

/**
 * Makes happen on purpose what a client must live with and nobody wants to wait for. Each method does one thing, at
 * once, to the phones of one user or of everybody. One that cannot be carried out throws a `ControlError`.
 */
export type Control = { readonly [C in keyof Commands]: MethodOf<Commands[C]> };

/** A request of the contract that is answered: a message that has a reply, or a REST operation. */
export type ControlledRequest = keyof typeof replyTypes | OperationId;

export function createControl(port: ControlPort): Control {
  const methods = Object.entries(CONTROL_COMMANDS).map(([name, { parameters, run }]) => [
    name,
    (given?: unknown) => run(port, readParameters(name, parameters, given)),
  ]);
  return Object.fromEntries(methods) as Control;
}

/** A command and its parameters, those in brackets that may be left out. */
export const synopsisOf = (name: string, { parameters }: Command): string =>
  [name, ...Object.entries(parameters).map(([key, { required }]) => (required ? key : `[${key}]`))].join(' ');

/** The commands as `dialstack sandbox --help` shows them. */
export function describeCommands(): string {
  return Object.entries(CONTROL_COMMANDS)
    .map(([name, command]) => `  ${synopsisOf(name, command)}\n${wrapped(command.about)}`)
    .join('\n');
}

/** In lines that a terminal has room for. */
const wrapped = (text: string): string => text.replace(/(.{1,90})(?:\s+|$)/g, '      $1\n').trimEnd();
