import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PhoneError } from '../../../../src/core/phone-error.js';
import { systemTimers } from '../../../../src/core/timing.js';
import { Negotiation } from '../../../../src/webrtc/media/negotiation.js';
import { FakeMedia, type FakePeerConnection, HOST, remoteSdp } from '../../../support/fake-media.js';

let connection: FakePeerConnection;
let negotiation: Negotiation;

beforeEach(() => {
  vi.useFakeTimers();
  const media = new FakeMedia();
  const pc = new media.platform.RTCPeerConnection({});
  connection = media.connection;
  negotiation = new Negotiation(pc, { iceTransportPolicy: 'all' }, systemTimers);
});
afterEach(() => {
  vi.useRealTimers();
});

async function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  await vi.advanceTimersByTimeAsync(100);
  return promise;
}

/** Our offer, as it is sent. */
async function offered(offer: () => Promise<string> = () => negotiation.offer()): Promise<string> {
  const sdp = await settled(offer());
  negotiation.offerSent();
  return sdp;
}

const restart = () => negotiation.restart([], false);
/** An answer whose ICE credentials have this name. */
const answer = (ufrag: string) => `${remoteSdp(ufrag)}a=ice-ufrag:${ufrag}\r\n`;
const accept = (ufrag: string) => settled(negotiation.accept('answer', answer(ufrag)));
const taken = () =>
  connection.descriptions
    .filter(({ side }) => side === 'remote')
    .map(({ sdp }) => /ice-ufrag:(\S+)/.exec(sdp)?.[1] ?? 'none');

/** A call that is up. */
async function up(): Promise<void> {
  await offered();
  await accept('first');
}

describe('an offer of ours', () => {
  it('has a candidate, also in a restart', async () => {
    expect(await offered()).toContain(HOST);
    await accept('first');
    expect(await offered(restart)).toContain(HOST);
  });

  it('is sent again word for word while it is not answered, and restarts nothing', async () => {
    await up();
    const first = await offered(restart);
    expect(await offered(restart)).toBe(first);
    expect(await offered()).toBe(first);
    expect([connection.restarts, connection.signalingState]).toEqual([1, 'have-local-offer']);
  });

  it('that was never sent is made anew', async () => {
    await up();
    const first = await settled(restart());
    expect(await settled(restart())).not.toBe(first);
    expect(connection.restarts).toBe(2);
  });

  it('that follows another which was answered late gets its own answer', async () => {
    await up();
    await offered(restart);
    await offered(restart); // Nothing else goes out before the first is answered.
    await accept('late');
    await offered(restart);
    await accept('second');
    expect([taken(), connection.signalingState]).toEqual([['first', 'late', 'second'], 'stable']);
  });

  it('is not answered by the second answer to one that was sent twice', async () => {
    await up();
    await offered(restart);
    await offered(restart);
    await accept('restarted');
    await offered(restart);
    await accept('restarted'); // To the same words, which came late.
    expect(connection.signalingState).toBe('have-local-offer');
    await accept('anew');
    expect([taken(), connection.signalingState]).toEqual([['first', 'restarted', 'anew'], 'stable']);
  });

  it('is not answered by what came before it went out', async () => {
    await up();
    const made = settled(restart());
    await accept('early');
    await made;
    negotiation.offerSent();
    expect(connection.signalingState).toBe('have-local-offer');
    await accept('right');
    expect(taken()).toEqual(['first', 'right']);
  });

  it('takes one answer: what comes after it answers nothing', async () => {
    await up();
    await accept('again');
    expect([taken(), connection.signalingState]).toEqual([['first'], 'stable']);
  });
});

describe('an offer of the service', () => {
  it('for a call that is up is answered, with a candidate', async () => {
    await up();
    expect(await settled(negotiation.answerOffer(answer('moved')))).toContain(HOST);
    expect([taken(), connection.signalingState]).toEqual([['first', 'moved'], 'stable']);
  });

  it('wins over one of ours that crosses it, which is made anew afterwards', async () => {
    await up();
    const ours = await offered(restart);
    await settled(negotiation.answerOffer(answer('theirs')));
    expect([negotiation.isOffering, connection.signalingState]).toEqual([false, 'stable']);
    const again = await offered(restart);
    expect(again).not.toBe(ours);
    await accept('ours');
    expect(taken()).toEqual(['first', 'theirs', 'ours']);
  });

  it('that comes while another is being answered is answered after it', async () => {
    await up();
    const both = Promise.all([negotiation.answerOffer(answer('one')), negotiation.answerOffer(answer('two'))]);
    const [one, two] = await settled(both);
    expect([one === two, taken()]).toEqual([false, ['first', 'one', 'two']]);
  });

  it('that cannot be taken leaves the call as it was', async () => {
    await up();
    await expect(settled(negotiation.answerOffer('nonsense'))).rejects.toMatchObject({ name: 'OperationError' });
    expect(connection.signalingState).toBe('stable');
    await expect(offered(restart)).resolves.toContain(HOST);
  });
});

it('a step of a call that is over rejects, and so does each that waits', async () => {
  const steps = [negotiation.offer(), negotiation.restart([], false)];
  const outcomes = Promise.allSettled(steps);
  negotiation.close();
  await vi.advanceTimersByTimeAsync(100);
  expect(await outcomes).toEqual(steps.map(() => ({ status: 'rejected', reason: expect.any(PhoneError) })));
});
