#!/usr/bin/env node
import { type ParseArgsConfig, parseArgs } from 'node:util';

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
  --host ADDRESS      the address to listen on (default 127.0.0.1: this machine only)
  --media-address IP  the address that audio uses (default: the host). Give one of this machine's own addresses for a
                      second device, or for a Firefox with default settings, which reaches no audio on 127.0.0.1
  --api-key KEY       the platform's API key (default: a new one at every start)
  --quiet             do not log what phones do
  --help              this text

While it runs, what goes wrong in the world can be made to happen, and the far side of a call can be played:
  curl -X POST -H "Authorization: Bearer $API_KEY" http://127.0.0.1:4100/sandbox/drop -d '{"user": "101", "how": "cut"}'
Each command takes its parameters as JSON, those in brackets if you like; docs/sandbox.md says more of them. A program
calls the same as methods: startSandbox() gives { control }.

`;

/** A mistake of whoever typed the command. */
class UsageError extends Error {}

async function sandbox(args: string[]): Promise<void> {
  const { values } = parse({
    args,
    options: {
      port: { type: 'string', default: '4100' },
      host: { type: 'string' },
      'media-address': { type: 'string' },
      'api-key': { type: 'string' },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { describe, describeCommands, startSandbox } = await import('./sandbox/index.js');
  if (values.help) return console.log(SANDBOX_USAGE + describeCommands());
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('--port takes a number from 0 to 65535.');
  const log = values.quiet
    ? undefined
    : { info: (text: string) => console.log(text), warn: (text: string) => console.warn(text) };
  const running = await startSandbox({
    port,
    ...(values.host !== undefined && { host: values.host }),
    ...(values['media-address'] !== undefined && { mediaAddress: values['media-address'] }),
    ...(values['api-key'] !== undefined && { apiKey: values['api-key'] }),
    ...(log && { log }),
  });
  console.log(await describe(running));
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
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
    console.error(error instanceof Error ? error.message : error);
    if (isUsage) console.error('dialstack --help tells what there is.');
    process.exit(isUsage ? 2 : 1);
  },
);
