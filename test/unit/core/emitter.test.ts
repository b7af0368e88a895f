import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { reactive, readonly, ref, shallowRef } from 'vue';
import { Emitter } from '../../../src/core/emitter.js';
import type { Logger } from '../../../src/core/logger.js';

class Bell extends Emitter<{ ring: [times: number, who?: string]; rest: [] }> {
  constructor(logger?: Logger) {
    super('ring rest', logger);
  }

  ring(times: number, ...who: [string?]): void {
    this.emit('ring', times, ...who);
  }

  rest(): void {
    this.emit('rest');
  }
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the emitter', () => {
  it.each(['on', 'once'] as const)('takes a listener that came with %s off when its signal is aborted', (how) => {
    const bell = new Bell();
    const stop = new AbortController();
    const rest = vi.fn();
    bell[how]('rest', rest, { signal: stop.signal });
    stop.abort();
    bell.rest();
    bell[how]('rest', rest, { signal: stop.signal });
    bell.rest();
    expect(rest).not.toHaveBeenCalled();
  });

  it.each<[string, (bell: Bell, listener: () => void, off: () => void) => void]>([
    ['is taken off by name', (bell, listener) => bell.off('rest', listener)],
    ['is taken off with all of its event', (bell) => bell.off('rest')],
    ['is taken off by the function that came of it', (_bell, _listener, off) => off()],
    ['was there for one event', (bell) => bell.rest()],
  ])('leaves nothing on a signal once the listener %s', (_, end) => {
    const bell = new Bell();
    const { signal } = new AbortController();
    const rest = vi.fn();
    end(bell, rest, bell.once('rest', rest, { signal }));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    bell.rest();
    expect(rest.mock.calls.length).toBeLessThanOrEqual(1);
  });

  it('calls every listener of an event, in the order in which they came, with its arguments', () => {
    const bell = new Bell();
    const heard: unknown[] = [];
    bell.on('ring', (...args) => heard.push(['first', ...args]));
    bell.on('ring', (...args) => heard.push(['second', ...args]));
    bell.on('rest', () => heard.push('rest'));
    bell.ring(2, 'Bob');
    expect(heard).toEqual([
      ['first', 2, 'Bob'],
      ['second', 2, 'Bob'],
    ]);
  });

  it('emits without listeners', () => {
    expect(() => new Bell().rest()).not.toThrow();
  });

  it('keeps the same listener once an event', () => {
    const bell = new Bell();
    const listener = vi.fn();
    bell.on('ring', listener);
    bell.on('ring', listener);
    bell.ring(1);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('keeps the same listener of two events apart', () => {
    const bell = new Bell();
    const listener = vi.fn();
    bell.on('ring', listener);
    bell.on('rest', listener);
    bell.off('ring', listener);
    bell.ring(1);
    bell.rest();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it.each(['the function that on() returns', 'off() with the listener', 'off() without one'])(
    'lets %s take it off',
    (way) => {
      const bell = new Bell();
      const listener = vi.fn();
      const off = bell.on('ring', listener);
      if (way.startsWith('the function')) off();
      else if (way.endsWith('with the listener')) bell.off('ring', listener);
      else bell.off('ring');
      bell.ring(1);
      expect(listener).not.toHaveBeenCalled();
    },
  );

  it('takes every listener off without naming one, and none of another event', () => {
    const bell = new Bell();
    const rings = [vi.fn(), vi.fn()];
    const rest = vi.fn();
    for (const ring of rings) bell.on('ring', ring);
    bell.on('rest', rest);
    bell.off('ring');
    bell.ring(1);
    bell.rest();
    expect(rings.map((ring) => ring.mock.calls.length)).toEqual([0, 0]);
    expect(rest).toHaveBeenCalledTimes(1);
  });

  it('takes off what was never on, and takes off twice, without a word', () => {
    const bell = new Bell();
    const off = bell.on('ring', () => {});
    off();
    expect(off).not.toThrow();
    expect(() => bell.off('rest')).not.toThrow();
    expect(() => bell.off('rest', () => {})).not.toThrow();
  });

  it('calls a once listener once', () => {
    const bell = new Bell();
    const listener = vi.fn();
    bell.once('ring', listener);
    bell.ring(1, 'Bob');
    bell.ring(2);
    expect(listener.mock.calls).toEqual([[1, 'Bob']]);
  });

  it('calls a once listener once, also when it emits the event itself', () => {
    const bell = new Bell();
    const heard: number[] = [];
    bell.once('ring', (times) => {
      heard.push(times);
      if (times < 5) bell.ring(times + 1);
    });
    bell.ring(1);
    expect(heard).toEqual([1]);
  });

  it.each(['on, then once', 'once, then on'])('keeps a listener that was put %s', (order) => {
    const bell = new Bell();
    const listener = vi.fn();
    for (const way of order.split(', then ')) bell[way === 'on' ? 'on' : 'once']('ring', listener);
    bell.ring(1);
    bell.ring(2);
    expect(listener.mock.calls).toEqual([[1], [2]]);
  });

  it.each(['the function that once() returns', 'off()'])('lets %s take a once listener off', (way) => {
    const bell = new Bell();
    const listener = vi.fn();
    const off = bell.once('ring', listener);
    if (way === 'off()') bell.off('ring', listener);
    else off();
    bell.ring(1);
    expect(listener).not.toHaveBeenCalled();
  });

  it('calls the other listeners when one throws, and shows its error once', () => {
    const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
    const bell = new Bell();
    const after = vi.fn();
    const fault = new Error('a mistake of the application');
    bell.on('ring', () => {
      throw fault;
    });
    bell.on('ring', after);
    expect(() => bell.ring(1)).not.toThrow();
    expect(after).toHaveBeenCalledTimes(1);
    expect(shown.mock.calls).toEqual([[fault]]);
  });

  it('shows a listener’s error where the platform reports errors', () => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
    const bell = new Bell();
    const fault = new Error('a mistake of the application');
    bell.on('rest', () => {
      throw fault;
    });
    bell.rest();
    expect(reportError.mock.calls).toEqual([[fault]]);
    expect(shown).not.toHaveBeenCalled();
  });

  it('does not call a listener that an earlier one has taken off', () => {
    const bell = new Bell();
    const second = vi.fn();
    bell.on('ring', () => bell.off('ring', second));
    bell.on('ring', second);
    bell.ring(1);
    expect(second).not.toHaveBeenCalled();
  });

  it('calls no further listener once one has taken them all off', () => {
    const bell = new Bell();
    const second = vi.fn();
    bell.on('ring', () => bell.off('ring'));
    bell.on('ring', second);
    bell.ring(1);
    expect(second).not.toHaveBeenCalled();
  });

  it('calls the next listener when one takes itself off', () => {
    const bell = new Bell();
    const second = vi.fn();
    const off = bell.on('ring', () => off());
    bell.on('ring', second);
    bell.ring(1);
    bell.ring(2);
    expect(second.mock.calls).toEqual([[1], [2]]);
  });

  it('calls a listener that is added during an event from the next one on', () => {
    const bell = new Bell();
    const late = vi.fn();
    bell.on('ring', () => bell.on('ring', late));
    bell.ring(1);
    expect(late).not.toHaveBeenCalled();
    bell.ring(2);
    expect(late.mock.calls).toEqual([[2]]);
  });
});

/** As strict about its private members as a phone is. */
class Counter extends Emitter<{ counted: [sum: number] }> {
  #sum = 0;

  constructor() {
    super('counted');
  }

  add(by: number): number {
    this.#sum += by;
    this.emit('counted', this.#sum);
    return this.#sum;
  }

  get sum(): number {
    return this.#sum;
  }

  set sum(sum: number) {
    this.#sum = sum;
  }
}

class DoubleCounter extends Counter {
  override add(by: number): number {
    return super.add(by * 2);
  }
}

describe('an emitter behind a proxy', () => {
  it.each<[string, (counter: Counter) => Counter]>([
    ['without traps', (counter) => new Proxy(counter, {})],
    [
      'that logs and reflects',
      (counter) => {
        const log: PropertyKey[] = [];
        return new Proxy(counter, {
          get(target, key, receiver) {
            log.push(key);
            return Reflect.get(target, key, receiver);
          },
          set: (target, key, value, receiver) => Reflect.set(target, key, value, receiver),
        });
      },
    ],
    ['in a proxy', (counter) => new Proxy(new Proxy(counter, {}), {})],
    ['of a framework: reactive', (counter) => reactive(counter) as Counter],
    ['of a framework: reactive, deep', (counter) => reactive({ nested: { counter } }).nested.counter as Counter],
    ['of a framework: readonly', (counter) => readonly(counter) as Counter],
    ['of a framework: ref', (counter) => ref(counter).value as Counter],
    ['of a framework: shallowRef', (counter) => shallowRef(counter).value],
  ])('%s has its methods, accessors and events', (_, wrap) => {
    const proxy = wrap(new DoubleCounter());
    const heard = vi.fn();
    const off = proxy.on('counted', heard);
    expect([proxy.add(1), proxy.sum]).toEqual([2, 2]);
    off();
    proxy.once('counted', heard);
    proxy.add(1);
    proxy.add(1);
    expect(heard.mock.calls).toEqual([[2], [4]]);
    expect(proxy).toBeInstanceOf(DoubleCounter);
  });

  it('can be set through it', () => {
    const proxy = new Proxy(new Counter(), {});
    proxy.sum = 7;
    expect(proxy.sum).toBe(7);
  });
});

describe('the members of an emitter', () => {
  it('can be passed on by themselves', () => {
    const { add, on } = new DoubleCounter();
    const heard = vi.fn();
    on('counted', heard);
    expect([1, 2].map(add)).toEqual([2, 6]);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('can be spied on, and are called by others through the spy', () => {
    const counter = new Counter();
    const add = vi.spyOn(counter, 'add').mockReturnValue(9);
    expect(counter.add(1)).toBe(9);
    add.mockRestore();
    expect(counter.add(1)).toBe(1);
  });

  it('are not listed', () => {
    expect([Object.keys(new Counter()), JSON.stringify(new Counter())]).toEqual([[], '{}']);
  });
});

describe('an event that a listener makes untrue', () => {
  class Door extends Emitter<{ opened: [] }> {
    isOpen = true;

    constructor() {
      super('opened');
    }

    open(): void {
      this.emitWhile(() => this.isOpen, 'opened');
    }
  }

  it('is not told to those after it', () => {
    const door = new Door();
    const heard: string[] = [];
    door.on('opened', () => heard.push('first'));
    door.on('opened', () => {
      door.isOpen = false;
    });
    door.on('opened', () => heard.push('last'));
    door.open();
    expect(heard).toEqual(['first']);
  });
});

describe('listening for an event that does not exist', () => {
  it('warns through the logger, and names the events that exist', () => {
    const warn = vi.fn();
    new Bell({ debug: () => {}, warn }).on('rings' as 'ring', () => {});
    expect(warn).toHaveBeenCalledExactlyOnceWith('There is no event rings. Known: ring rest.');
  });

  it('is silent without a logger, and for an event that exists', () => {
    const warn = vi.fn();
    new Bell().on('rings' as 'ring', () => {});
    new Bell({ debug: () => {}, warn }).on('ring', () => {});
    expect(warn).not.toHaveBeenCalled();
  });
});
