import { describe, expect, it } from 'vitest';
import type { Lab, LabOptions } from '../support/browser/lab.js';
import { optionsFor, usePhones } from '../support/browser/use-phones.js';
import { Overheard } from '../support/overheard.js';
import { useTestbed } from '../support/testbed.js';

declare const lab: Lab;
/** What the page was told of errors, in every way in which it could be written down. */
declare const written: string[];

const bed = useTestbed();
const phones = usePhones({ alice: 440 });

/** How a description is spoiled on its way to the page: a line of it, and what comes instead. */
const SPOILED: readonly (readonly [what: string, line: RegExp, instead: string])[] = [
  ['no audio line', /m=audio.*/, 'm=audible 1 2 3'],
  ['no fingerprint', /a=fingerprint:.*/, 'a=fingerprint:sha-256 AB:CD:EF:01:23:45'],
  ['no password', /a=ice-pwd:.*/, 'a=ice-pwd:short'],
  ['no codec', /a=rtpmap:.*/, 'a=rtpmap:secret-codec'],
  ['no line at all', /a=rtcp-mux/, 'this is no line of SDP 203.0.113.9'],
];

/** Lets the page read descriptions that are spoiled so, and write down every error of its phone. */
async function create(options: LabOptions, [, pattern, text]: (typeof SPOILED)[number]): Promise<void> {
  await phones.alice.page.evaluate(
    ([given, line, instead]) => {
      const words = (error: unknown): string[] => {
        if (typeof error !== 'object' || error === null) return [String(error)];
        const own = Object.getOwnPropertyNames(error).map((key) => `${key}: ${String(Reflect.get(error, key))}`);
        const { message, stack, cause } = error as Error;
        return [String(error), message, stack ?? '', JSON.stringify(error), ...own, ...(cause ? words(cause) : [])];
      };
      const spoil = (data: string) => {
        const frame = JSON.parse(data);
        if (frame.sdp) frame.sdp = frame.sdp.replace(new RegExp(line), instead);
        return JSON.stringify(frame);
      };
      const { addEventListener } = WebSocket.prototype;
      Object.assign(WebSocket.prototype, {
        addEventListener(this: WebSocket, type: string, listener: (event: unknown) => void) {
          const hear = (event: Event) =>
            listener(type === 'message' ? { data: spoil((event as MessageEvent<string>).data) } : event);
          addEventListener.call(this, type, hear);
        },
      });
      Object.assign(globalThis, { written: [] });
      lab.create(given);
      lab.phone.on('error', (error) => written.push(...words(error)));
    },
    [options, pattern.source, text] as const,
  );
  await phones.alice.page.evaluate(() => lab.phone.connect());
}

async function expectNothingSecret(broken: string): Promise<void> {
  const overheard = new Overheard();
  const said = await phones.alice.page.evaluate(() => written);
  expect(said.length).toBeGreaterThan(0);
  for (const text of said) overheard.hear('an error', text);
  for (const text of phones.alice.faults.splice(0)) overheard.hear('the console', text);
  overheard.frames(bed.tap.frames);
  overheard.description(broken);
  expect(overheard.takeLeaks()).toEqual([]);
}

describe('a description that the browser cannot read is not repeated by any error:', () => {
  it.each(SPOILED)('%s, in an answer', async (...spoiled) => {
    await create(await optionsFor(bed, 'alice'), spoiled);
    const id = await phones.alice.dial('600');
    expect(await phones.alice.event('error')).toMatchObject({ callId: id, detail: { code: 'call_failed' } });
    await expectNothingSecret(spoiled[2]);
  });

  // One without a readable audio line is an offer of nothing.
  it.each(SPOILED.slice(1))('%s, in an offer', async (...spoiled) => {
    await create(await optionsFor(bed, 'alice'), spoiled);
    bed.sandbox.control.ring({ user: '101' });
    const { callId = '' } = await phones.alice.event('incoming');
    // This one is read only when the call is answered.
    if (spoiled[0] === 'no fingerprint') await phones.alice.act(callId, 'answer');
    expect(await phones.alice.event('error')).toMatchObject({ callId, detail: { code: 'call_failed' } });
    await expectNothingSecret(spoiled[2]);
  });
});
