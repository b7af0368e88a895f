import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallTrying, Pong, ServerMessage } from '../../../generated/v1/messages.js';
import { PhoneError } from '../../../src/core/phone-error.js';
import { systemTimers } from '../../../src/core/timing.js';
import { Correlator } from '../../../src/wire/correlator.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A correlator, the ids of what it sent, and the usual question. */
function correlator() {
  const replies = new Correlator(systemTimers);
  const sent: string[] = [];
  const ping = (accept: (pong: Pong) => unknown = (pong) => pong) => {
    const answer = replies.ask<Pong, unknown>({
      type: 'ping',
      withinMs: 10_000,
      send: (reqId) => sent.push(reqId),
      accept,
    });
    answer.catch(() => {});
    return answer;
  };
  return { replies, sent, ping };
}

const pong = (req_id: string | undefined): Pong => ({ type: 'pong', ...(req_id && { req_id }) });
const late = 'The service did not answer ping in 10 s; try again.';
const trying: CallTrying = { type: 'call.trying', call_id: 'call_1' };

describe('the correlator', () => {
  it('resolves a request with the reply that echoes its id, and leaves no timer', async () => {
    const { replies, sent, ping } = correlator();
    const answer = ping();
    const reply = pong(sent[0]);
    expect(replies.settle(sent[0], reply)).toBe(true);
    await expect(answer).resolves.toBe(reply);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives every request an id of its own', () => {
    const { sent, ping } = correlator();
    for (let count = 0; count < 50; count++) void ping();
    expect(new Set(sent).size).toBe(50);
  });

  it('settles each of several requests with its own reply, in any order', async () => {
    const { replies, sent, ping } = correlator();
    const [first, second] = [ping((reply) => reply.req_id), ping((reply) => reply.req_id)];
    replies.settle(sent[1], pong(sent[1]));
    replies.settle(sent[0], pong(sent[0]));
    await expect(Promise.all([first, second])).resolves.toEqual(sent);
  });

  it('rejects a request with the error that answers it, and leaves no timer', async () => {
    const { replies, sent, ping } = correlator();
    const answer = ping();
    const fault = new PhoneError('rate_limited', 'Too many.');
    expect(replies.settle(sent[0], fault)).toBe(true);
    await expect(answer).rejects.toBe(fault);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('rejects a request that is not answered in time, not before', async () => {
    const { ping } = correlator();
    const settled = vi.fn();
    const answer = ping();
    answer.catch(settled);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await expect(answer).rejects.toMatchObject({ code: 'transport_closed', message: late });
  });

  it('does not settle a request with a frame of a type that does not answer it', async () => {
    const { replies, sent, ping } = correlator();
    const answer = ping();
    expect(replies.settle(sent[0], { ...trying, req_id: sent[0] ?? '' } as ServerMessage)).toBe(false);
    expect(replies.settle(sent[0], pong(sent[0]))).toBe(true);
    await expect(answer).resolves.toMatchObject({ type: 'pong' });
  });

  it('does not settle anything with a reply that comes too late', async () => {
    const { replies, sent, ping } = correlator();
    const accept = vi.fn();
    const answer = ping(accept);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(replies.settle(sent[0], pong(sent[0]))).toBe(false);
    expect(accept).not.toHaveBeenCalled();
    await expect(answer).rejects.toMatchObject({ message: late });
  });

  it('settles a request once', async () => {
    const { replies, sent, ping } = correlator();
    const accept = vi.fn(() => 'value');
    const answer = ping(accept);
    expect(replies.settle(sent[0], pong(sent[0]))).toBe(true);
    expect(replies.settle(sent[0], pong(sent[0]))).toBe(false);
    expect(replies.settle(sent[0], new PhoneError('internal_error', 'second'))).toBe(false);
    expect(accept).toHaveBeenCalledTimes(1);
    await expect(answer).resolves.toBe('value');
  });

  it.each([undefined, null, '', 'r99', '__proto__'])('finds no request for the id %s', (reqId) => {
    const { replies, ping } = correlator();
    void ping();
    expect(replies.settle(reqId, pong(undefined))).toBe(false);
  });

  it('rejects every request at once with rejectAll, and leaves no timer', async () => {
    const { replies, sent, ping } = correlator();
    const answers = [ping(), ping()];
    const lost = new PhoneError('transport_closed', 'lost');
    replies.rejectAll(lost);
    for (const answer of answers) await expect(answer).rejects.toBe(lost);
    expect(replies.settle(sent[0], pong(sent[0]))).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('rejects a request whose accept throws, with that error', async () => {
    const { replies, sent, ping } = correlator();
    const fault = new Error('no such thing');
    const answer = ping(() => {
      throw fault;
    });
    expect(() => replies.settle(sent[0], pong(sent[0]))).not.toThrow();
    await expect(answer).rejects.toBe(fault);
  });

  it('rejects a request that cannot be sent, and forgets it', async () => {
    const { replies } = correlator();
    const fault = new PhoneError('transport_closed', 'closed');
    const answer = replies.ask<Pong, unknown>({
      type: 'ping',
      withinMs: 10_000,
      send: () => {
        throw fault;
      },
      accept: (reply) => reply,
    });
    await expect(answer).rejects.toBe(fault);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('runs accept before settle returns: the frame after the reply finds what it made', async () => {
    const { replies, sent, ping } = correlator();
    const calls = new Set<string>();
    const answer = ping(() => calls.add('call_1'));
    replies.settle(sent[0], pong(sent[0]));
    expect(calls.has('call_1')).toBe(true);
    await answer;
  });

  it('lets accept ask the next question', async () => {
    const { replies, sent, ping } = correlator();
    const answer = ping(() => ping());
    replies.settle(sent[0], pong(sent[0]));
    expect(sent).toHaveLength(2);
    replies.settle(sent[1], pong(sent[1]));
    await expect(answer).resolves.toMatchObject({ req_id: sent[1] });
  });
});
