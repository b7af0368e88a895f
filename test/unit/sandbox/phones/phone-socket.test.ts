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

  pause(): void {}
  resume(): void {}
  ping(): void {}
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
    expect(log[0]).toMatch(/^a fault of the sandbox, on call\.mute: TypeError: a slip\n +at /);
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
    await expect.poll(() => log[0]).toMatch(/^a fault of the sandbox.*TypeError: a slip\n +at /s);
  });
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
