import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { MediaError } from '../../../../src/sandbox/media/media-error.js';
import { StepQueue } from '../../../../src/sandbox/media/step-queue.js';

afterEach(() => {
  vi.useRealTimers();
});

it('runs one step at a time, also after one that failed', async () => {
  const queue = new StepQueue();
  const done: string[] = [];
  const step = (name: string) => async () => {
    done.push(`${name} begins`);
    await Promise.resolve();
    done.push(`${name} ends`);
    if (name === 'a') throw new Error('of werift');
  };
  const [a, b] = [queue.run(step('a')), queue.run(step('b'))];
  await expect(a).rejects.toThrow(new MediaError('the media negotiation failed: Error: of werift'));
  await b;
  expect(done).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

it('gives up a step that does not end, and goes on with the next', async () => {
  vi.useFakeTimers();
  const queue = new StepQueue();
  const stuck = expect(queue.run(() => new Promise(() => {}))).rejects.toThrow(/took too long/);
  const next = queue.run(async () => 'next');
  await vi.advanceTimersByTimeAsync(5000);
  await stuck;
  expect(await next).toBe('next');
});

it('waits for the step under way when it is closed, and begins no other', async () => {
  const queue = new StepQueue();
  let finish = () => {};
  const underWay = queue.run(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
  );
  const refused = expect(queue.run(async () => {})).rejects.toThrow('the leg is closed');
  await nextTurn();
  let closed = false;
  const closing = queue.close().then(() => {
    closed = true;
  });
  await nextTurn();
  expect(closed).toBe(false);
  finish();
  await Promise.all([underWay, refused, closing]);
});
