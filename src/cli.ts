#!/usr/bin/env node
import { readFileSync } from 'node:fs';
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

Options:
  -h, --help     this text; dialstack <command> --help lists the options of a command
  -v, --version  the version of @dialstack/sdk`;

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
  -h, --help          this text
  -v, --version       the version of @dialstack/sdk

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
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', short: 'v', default: false },
    },
  });
  if (values.version) return console.log(version());
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
    if (error instanceof OptionError) throw new UsageError(error.message);
    const advice = LISTEN_ADVICE[(error as NodeJS.ErrnoException).code ?? ''];
    throw advice
      ? new UsageError(`The sandbox cannot listen on ${values.host ?? '127.0.0.1'}:${port}. ${advice}`)
      : error;
  });
  const isOver = new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  isQuiet = values.quiet;
  console.log(await describe(running));
  await isOver;
  await running.stop();
}

/** What to do when the address cannot be listened on, by the code of the system. */
const LISTEN_ADVICE: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Another program uses this port. Stop it, or choose another port with --port (0 takes a free one).',
  EACCES: 'Ports below 1024 need a privileged user. Choose another port with --port.',
  EADDRNOTAVAIL: 'This machine does not have this address. Choose one of its own with --host.',
  ENOTFOUND: 'There is no such host. Choose an address of this machine with --host.',
};

/** The package.json is in the folder above this file, in the repository as in the package. */
const version = (): string => JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

function parse<const T extends ParseArgsConfig>(config: T) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function main([name = '--help', ...args]: string[]): Promise<void> {
  if (['-h', '--help', 'help'].includes(name)) return console.log(USAGE);
  if (['-v', '--version'].includes(name)) return console.log(version());
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command)
    throw new UsageError(`There is no command ${name}. The commands are: ${Object.keys(COMMANDS).join(', ')}.`);
  await command.run(args);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    const isUsage = error instanceof UsageError;
    console.error(printable(error instanceof Error ? error.message : String(error), LONGEST_ERROR));
    if (isUsage) console.error('Run dialstack --help for the commands and options.');
    process.exit(isUsage ? 2 : 1);
  },
);
