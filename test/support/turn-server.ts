import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { connect, createServer } from 'node:net';

export interface TurnServer {
  readonly iceServer: { urls: string; username: string; credential: string };
  /** Restarts the server. Every path through it is lost. */
  replace(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts coturn on loopback, with credentials that expire in an hour. */
export async function startTurnServer(): Promise<TurnServer> {
  const port = await freePort();
  const secret = randomBytes(12).toString('hex');
  const username = `${Math.floor(Date.now() / 1000) + 3600}:test`;
  const start = async (): Promise<ChildProcess> => {
    const started = spawn('turnserver', [
      '-n',
      '--listening-ip=127.0.0.1',
      '--relay-ip=127.0.0.1',
      `--listening-port=${port}`,
      '--use-auth-secret',
      `--static-auth-secret=${secret}`,
      '--realm=sandbox.local',
      '--allow-loopback-peers',
      '--no-cli',
      '--no-tls',
      '--no-dtls',
      '--no-multicast-peers',
      '--pidfile=/dev/null',
      '--log-file=stdout',
    ]);
    started.stdout.resume();
    started.stderr.resume();
    await listening(started, port);
    return started;
  };
  let server = await start();
  const stop = () =>
    new Promise<void>((resolve) => {
      server.once('exit', () => resolve());
      server.kill('SIGKILL');
    });
  return {
    iceServer: {
      urls: `turn:127.0.0.1:${port}`,
      username,
      credential: createHmac('sha1', secret).update(username).digest('base64'),
    },
    async replace() {
      await stop();
      server = await start();
    },
    stop,
  };
}

/** Waits until the server is up: until it accepts TCP connections on its port. */
async function listening(server: ChildProcess, port: number): Promise<void> {
  let failure: Error | undefined;
  server.once('error', (cause) => {
    failure = new Error('The program turnserver was not found. Install coturn.', { cause });
  });
  server.once('exit', (code) => {
    failure ??= new Error(`turnserver ended with ${code}`);
  });
  while (!(await accepts(port))) {
    if (failure) throw failure;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
