import { type Command, type ControlPort, type MethodOf, readParameters } from './command.js';
import { connections } from './connections.js';
import type { Control } from './control-methods.js';
import { credentials } from './credentials.js';
import { farSide } from './far-side.js';
import { replies } from './replies.js';
import { status } from './status.js';

/** The commands by their headings in docs/sandbox.md. */
export const COMMAND_GROUPS: Readonly<Record<string, Readonly<Record<string, Command>>>> = {
  Connections: connections,
  'Tokens and networks': credentials,
  'Requests and frames': replies,
  Calls: farSide,
  'Looking and cleaning up': status,
};

const commands = { ...connections, ...credentials, ...replies, ...farSide, ...status };

/** The name of a command: a method of `Control`, and the last part of its path over HTTP. */
export type ControlCommand = keyof Control;

export const CONTROL_COMMANDS: Readonly<Record<ControlCommand, Command>> = commands;

/** The type of the methods, derived from the commands. test/types checks that it equals `Control`. */
export type CommandMethods = { readonly [C in keyof typeof commands]: MethodOf<(typeof commands)[C]> };

export function createControl(port: ControlPort): Control {
  const methods = Object.entries(CONTROL_COMMANDS).map(([name, { parameters, run }]) => [
    name,
    (given?: unknown) => run(port, readParameters(name, parameters, given)),
  ]);
  return Object.fromEntries(methods) as CommandMethods;
}

/** A command and its parameters. Optional ones are in brackets. */
export const synopsisOf = (name: string, { parameters }: Command): string =>
  [name, ...Object.entries(parameters).map(([key, { required }]) => (required ? key : `[${key}]`))].join(' ');

/** Returns the text about the commands that `dialstack sandbox --help` prints. */
export function describeCommands(): string {
  return Object.entries(CONTROL_COMMANDS)
    .map(([name, command]) => `  ${synopsisOf(name, command)}\n${wrapped(command.about)}`)
    .join('\n');
}

/** Wraps text after at most 90 characters, and indents it. */
const wrapped = (text: string): string => text.replace(/(.{1,90})(?:\s+|$)/g, '      $1\n').trimEnd();
