import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import type { ClientMessage, ServerMessage } from '../../../../generated/v1/messages.js';
import { contractLimits } from '../../../../src/sandbox/limits.js';
import { PhoneSocket, type PhoneSocketPort } from '../../../../src/sandbox/phones/phone-socket.js';

/** As much of a WebSocket as the sandbox uses. */
class StubSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  isPaused = false;
  pings = 0;
  readonly sent: ServerMessage[] = [];

  send(text: string, done: (error?: Error) => void = () => {}): void {
    this.sent.push(JSON.parse(text));
    done();
  }

  says(message: ClientMessage): void {
    this.emit('message', Buffer.from(JSON.stringify(message)), false);
  }

  close(code = 1000): void {
    this.readyState = 3;
    this.emit('close', code);
  }

  terminate(): void {
    this.close(1006);
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
  }

  ping(): void {
    this.pings++;
  }
}

const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);
process.on('unhandledRejection', note);
afterEach(() => {
  vi.useRealTimers();
  expect(unhandled.splice(0)).toEqual([]);
});

function socketWith(port: Partial<PhoneSocketPort>) {
  const ws = new StubSocket();
  const log: string[] = [];
  const socket = new PhoneSocket(ws as unknown as WebSocket, '127.0.0.1', {
    limits: contractLimits,
    log: { info: () => {}, warn: (text) => log.push(text) },
    isAuthenticated: () => true,
    onMessage: () => {},
    fateOf: () => undefined,
    onUnsent: () => {},
    onClose: () => {},
    ...port,
  });
  return { ws, log, socket };
}

const CALL = 'call_1';
const ENDED: ServerMessage = { type: 'call.ended', call_id: CALL, reason: 'hangup', duration_seconds: null };

describe('a fault of the sandbox', () => {
  it('while a frame is handled is logged with its stack and answered, and the next frame is handled', async () => {
    const handled: string[] = [];
    const { ws, log, socket } = socketWith({
      onMessage: async ({ type }) => {
        if (type === 'call.mute') throw new TypeError('a slip');
        handled.push(type);
      },
    });
    ws.says({ type: 'call.mute', call_id: CALL });
    ws.says({ type: 'ping', req_id: 'r2' });
    await expect.poll(() => handled).toEqual(['ping']);
    expect(ws.sent).toMatchObject([{ type: 'error', code: 'internal_error', call_id: CALL, fatal: false }]);
    expect(log[0]).toMatch(/^a fault of the sandbox, on call\.mute: TypeError: a slip, at /);
    socket.terminate();
  });

  it('that would break the contract is answered, and breaks nothing', async () => {
    const { ws, log, socket } = socketWith({ onMessage: () => socket.send({ ...ENDED, reason: 'boredom' as 'busy' }) });
    ws.says({ type: 'ping', req_id: 'r1' });
    await expect.poll(() => ws.sent).toMatchObject([{ code: 'internal_error', req_id: 'r1' }]);
    expect(log[0]).toMatch(/about to break the contract: call\.ended: reason/);
    socket.terminate();
  });

  it('when the socket closes is logged', async () => {
    const { log, socket } = socketWith({
      onClose: () => {
        throw new TypeError('a slip');
      },
    });
    socket.terminate();
    await expect.poll(() => log[0]).toMatch(/^a fault of the sandbox.*TypeError: a slip, at /s);
  });
});

describe('a phone that sends more frames than the service reads', () => {
  const { framesPerWindow, frameWindowMs, pingEveryMs, pongWithinMs } = contractLimits;

  function flooded(port: Partial<PhoneSocketPort> = {}) {
    vi.useFakeTimers();
    const handled: string[] = [];
    const made = socketWith({ onMessage: ({ type }) => void handled.push(type), ...port });
    for (let n = 0; n < framesPerWindow + 1; n++) made.ws.says({ type: 'ping' });
    return { ...made, handled };
  }

  it('has them read at the rate of the contract, without an error and without a loss', async () => {
    const { ws, socket, handled } = flooded();
    await vi.advanceTimersByTimeAsync(0);
    expect([handled.length, ws.isPaused]).toEqual([framesPerWindow, true]);
    await vi.advanceTimersByTimeAsync(frameWindowMs + 1);
    expect([handled.length, ws.isPaused, ws.sent]).toEqual([framesPerWindow + 1, false, []]);
    socket.terminate();
  });

  it('does not miss the pong that waits in the socket meanwhile, but a later one', async () => {
    const { ws, socket } = flooded();
    ws.emit('pong');
    await vi.advanceTimersByTimeAsync(pingEveryMs + pongWithinMs - 1);
    expect([ws.pings, ws.sent]).toEqual([1, []]);
    await vi.advanceTimersByTimeAsync(2);
    expect(ws.sent).toMatchObject([{ type: 'error', code: 'idle_timeout' }]);
    socket.terminate();
  });

  it('can be frozen and thawed meanwhile, and is still not read too early', async () => {
    const { ws, socket } = flooded();
    await vi.advanceTimersByTimeAsync(0);
    socket.freeze();
    socket.thaw();
    expect(ws.isPaused).toBe(true);
    socket.freeze();
    await vi.advanceTimersByTimeAsync(frameWindowMs + 1);
    expect(ws.isPaused).toBe(true);
    socket.thaw();
    expect(ws.isPaused).toBe(false);
    socket.terminate();
  });

  it('can be closed at once', async () => {
    const onClose = vi.fn();
    const { ws, socket, handled } = flooded({ onClose });
    await vi.advanceTimersByTimeAsync(0);
    socket.fail('going_away', 'The service is being restarted.');
    expect(ws.isPaused).toBe(false);
    await vi.advanceTimersByTimeAsync(0);
    expect([onClose.mock.calls.length, handled.length]).toEqual([1, framesPerWindow]);
  });
});

it('a frozen phone is given up as one that does not read, once as much waits for it', () => {
  const unsent: ServerMessage[] = [];
  const { ws, socket } = socketWith({ onUnsent: (message) => unsent.push(message) });
  socket.send({ type: 'authenticated', user_id: 'user_1', account_id: 'acct_1' });
  socket.freeze();
  const bytes = JSON.stringify(ENDED).length;
  const count = Math.ceil(contractLimits.serverFrameMaxBytes / bytes) + 2;
  for (let n = 0; n < count; n++) socket.send(ENDED);
  expect([ws.readyState, unsent.length]).toEqual([3, count]);
});

it('a fault whose answer fails as well ends nothing', async () => {
  const { ws, log, socket } = socketWith({
    onMessage: () => {
      throw new TypeError('a slip');
    },
    fateOf: () => {
      throw new TypeError('another one');
    },
  });
  ws.says({ type: 'ping', req_id: 'r1' });
  await expect.poll(() => log.length).toBe(3);
  expect(log[2]).toMatch(/answering a fault: TypeError: another one, at /);
  socket.terminate();
});

it('a fault on a closing socket is logged', () => {
  const { log, socket } = socketWith({
    onUnsent: () => {
      throw new TypeError('a slip');
    },
  });
  socket.send({ type: 'authenticated', user_id: 'user_1', account_id: 'acct_1' });
  socket.freeze();
  socket.send(ENDED);
  socket.terminate();
  expect(log[0]).toMatch(/closing a socket: TypeError: a slip, at /);
});

describe('a frame that cannot be sent any more is handed back', () => {
  const unsentBy = (act: (ws: StubSocket, socket: PhoneSocket) => void): ServerMessage[] => {
    const unsent: ServerMessage[] = [];
    const { ws, socket } = socketWith({ onUnsent: (message) => unsent.push(message) });
    socket.send({ type: 'authenticated', user_id: 'user_1', account_id: 'acct_1' });
    act(ws, socket);
    socket.terminate();
    return unsent;
  };

  it.each<[string, (ws: StubSocket, socket: PhoneSocket) => void]>([
    [
      'when the socket was cut before',
      (_, socket) => {
        socket.terminate();
        socket.send(ENDED);
      },
    ],
    [
      'when it waits on a frozen socket that is then cut',
      (_, socket) => {
        socket.freeze();
        socket.send(ENDED);
      },
    ],
    [
      'when the connection was ended with an error before',
      (_, socket) => {
        socket.fail('going_away', 'The service is being restarted.');
        socket.send(ENDED);
      },
    ],
    [
      'when the phone does not read, and its connection is ended for that',
      (ws, socket) => {
        ws.bufferedAmount = contractLimits.serverFrameMaxBytes + 1;
        socket.send(ENDED);
      },
    ],
    [
      'when the socket fails while it is written',
      (ws, socket) => {
        ws.send = (_, done = () => {}) => done(new Error('EPIPE'));
        socket.send(ENDED);
      },
    ],
  ])('%s', (_, act) => expect(unsentBy(act)).toEqual([ENDED]));
});
