#!/usr/bin/env node
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { printable } from './core/printable.js';

/** A command of `dialstack`; its code is loaded when it runs. */
interface Command {
  readonly summary: string;
  run(args: string[]): Promise<void>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  sandbox: { summary: 'start an embedded DialStack service to develop against', run: sandbox },
};

const USAGE = `Usage: dialstack <command> [options]

Commands:
${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`)
  .join('\n')}

dialstack <command> --help tells more.`;

const SANDBOX_USAGE = `Usage: dialstack sandbox [options]

Starts an embedded DialStack service on this machine: REST, signalling and audio, without an account.
It prints its addresses, an API key, its users with a token each, and the numbers that can be called. Ctrl-C ends it.

Options:
  --port N            the port to listen on; 0 takes a free one (default 4100)
  --host ADDRESS      the address to listen on (default 127.0.0.1: this machine only). Any other is plain HTTP for whoever
                      is on the network; 0.0.0.0 is every address of this machine
  --media-address IP  the address that audio uses (default: the host). Give one of this machine's own addresses for a
                      second device, or for a Firefox with default settings, which reaches no audio on 127.0.0.1
  --allow-host NAME   answer requests to this host name too; may be given several times (default: the address and, on
                      loopback, localhost). Others are refused, so that no web site reaches the sandbox by its own name
  --api-key KEY       the platform's API key: sk_test_ and at least 24 characters (default: a new one at every start).
                      Other users of this machine see what is on a command line: rather set DIALSTACK_API_KEY
  --quiet             do not log what phones do
  --help              this text

Environment:
  DIALSTACK_API_KEY   the platform's API key, unless --api-key is given

While it runs, what goes wrong in the world can be made to happen, and the far side of a call can be played:
  echo "Authorization: Bearer $DIALSTACK_API_KEY" |
    curl -H @- http://127.0.0.1:4100/sandbox/drop -d '{"user": "101", "how": "cut"}'
Each command takes its parameters as JSON, those in brackets if you like; docs/sandbox.md says more of them. A program
calls the same as methods: startSandbox() gives { control }.

`;

const LONGEST_ERROR = 2000;

/** A mistake of whoever typed the command. */
class UsageError extends Error {}

async function sandbox(args: string[]): Promise<void> {
  const { values } = parse({
    args,
    options: {
      port: { type: 'string', default: '4100' },
      host: { type: 'string' },
      'media-address': { type: 'string' },
      'allow-host': { type: 'string', multiple: true },
      'api-key': { type: 'string' },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { describe, describeCommands, OptionError, startSandbox } = await import('./sandbox/index.js');
  if (values.help) return console.log(SANDBOX_USAGE + describeCommands());
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('--port takes a number from 0 to 65535.');
  const apiKey = values['api-key'] ?? (process.env.DIALSTACK_API_KEY || undefined);
  let isQuiet = false; // What is said at the start is for whoever starts it, with --quiet too.
  const unlessQuiet = (print: (text: string) => void) => (text: string) => {
    if (!isQuiet) print(text);
  };
  const running = await startSandbox({
    port,
    ...(values.host !== undefined && { host: values.host }),
    ...(values['media-address'] !== undefined && { mediaAddress: values['media-address'] }),
    ...(values['allow-host'] && { allowHosts: values['allow-host'] }),
    ...(apiKey !== undefined && { apiKey }),
    log: { info: unlessQuiet(console.log), warn: unlessQuiet(console.warn) },
  }).catch((error) => {
    throw error instanceof OptionError ? new UsageError(error.message) : error;
  });
  const isOver = new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  isQuiet = values.quiet;
  console.log(await describe(running));
  await isOver;
  await running.stop();
}

function parse<const T extends ParseArgsConfig>(config: T) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function main([name = '--help', ...args]: string[]): Promise<void> {
  if (name === '--help' || name === 'help') return console.log(USAGE);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`There is no command ${name}.`);
  await command.run(args);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    const isUsage = error instanceof UsageError;
    console.error(printable(error instanceof Error ? error.message : String(error), LONGEST_ERROR));
    if (isUsage) console.error('dialstack --help tells what there is.');
    process.exit(isUsage ? 2 : 1);
  },
);
