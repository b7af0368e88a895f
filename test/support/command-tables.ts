import type { Command } from '../../src/sandbox/control/command.js';
import { COMMAND_GROUPS, type ControlCommand } from '../../src/sandbox/control/control.js';

const HEAD = '| command | parameters | what it does | what the phone sees |\n| --- | --- | --- | --- |';

/** The command tables of docs/sandbox.md by their headings, made from the commands' own descriptions. */
export const commandTables = (): [heading: string, table: string][] =>
  Object.entries(COMMAND_GROUPS).map(([heading, commands]) => [
    heading,
    [HEAD, ...Object.entries<Command>(commands).map(([name, command]) => rowOf(name as ControlCommand, command))].join(
      '\n',
    ),
  ]);

function rowOf(name: ControlCommand, { about, seen, parameters }: Command): string {
  const list = Object.entries(parameters).map(([key, { required }]) => `\`${required ? key : `[${key}]`}\``);
  return `| \`${name}\` | ${list.join(', ')} | ${about} | ${seen} |`.replace('|  |', '| |');
}
