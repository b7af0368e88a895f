/**
 * `make call`: two phones in two real browsers talk to each other through the sandbox. Exits 0 only if each tone was
 * truly heard on the other side and the digits came back.
 */
import { BrowserPhone } from '../../test/support/browser/browser-phone.js';
import type { LabEvent } from '../../test/support/browser/lab.js';
import { startLabServer } from '../../test/support/browser/lab-server.js';
import { startTestbed } from '../../test/support/start-testbed.js';
import { Timeline } from './timeline.js';

const TONES = { Alice: 440, Bob: 660 } as const;
const DIGITS = '1590#';
const TOLERANCE_HZ = 10;

type Name = keyof typeof TONES;

const timeline = new Timeline();
const cleanUp: (() => Promise<void>)[] = [];

function demand(fact: boolean, otherwise: string): void {
  if (!fact) throw new Error(otherwise);
}

function tell(name: string, { at, name: event, detail }: LabEvent): void {
  const more = detail === undefined ? '' : ` ${typeof detail === 'string' ? detail : JSON.stringify(detail)}`;
  timeline.line(name, `${event}${more}`, at);
}

async function demandHeard(name: Name, phone: BrowserPhone, callId: string, from: Name): Promise<void> {
  const heard = await phone.hearsWithin(callId, TONES[from]);
  timeline.line(name, `hears ${heard.toFixed(1)} Hz (${from}'s microphone: ${TONES[from]} Hz)`);
  demand(
    Math.abs(heard - TONES[from]) <= TOLERANCE_HZ,
    `${name} heard ${heard.toFixed(1)} Hz, not ${from}'s ${TONES[from]} Hz`,
  );
}

async function run(): Promise<void> {
  timeline.heading('Starting the sandbox and two browsers');
  const bed = await startTestbed();
  cleanUp.push(() => bed.stop());
  const lab = await startLabServer();
  cleanUp.push(() => lab.stop());
  timeline.line(
    'sandbox',
    `${bed.sandbox.apiBaseUrl}, users ${bed.sandbox.users.map(({ name, extension }) => `${name} ${extension}`).join(', ')}`,
  );

  const open = async (name: Name, user: number) => {
    const phone = await BrowserPhone.open(lab.url, TONES[name], (event) => tell(name, event));
    cleanUp.push(() => phone.close());
    const token = await bed.sandbox.createToken(bed.sandbox.users[user]?.id ?? '');
    await phone.connect({ token, apiBaseUrl: bed.apiBaseUrl, signalingBaseUrl: bed.signalingBaseUrl });
    return phone;
  };
  const [alice, bob] = await Promise.all([open('Alice', 0), open('Bob', 1)]);

  timeline.heading('Alice calls Bob');
  const outbound = await alice.dial('102');
  const { callId: inbound = '' } = await bob.event('incoming');
  await bob.act(inbound, 'answer');
  const [{ at: answeredAt }] = await Promise.all([
    alice.event('answered', { callId: outbound }),
    bob.event('answered', { callId: inbound }),
  ]);
  await Promise.all([
    alice
      .firstAudio(outbound)
      .then((at) => timeline.line('Alice', `first audio, ${at - answeredAt} ms after the answer`, at)),
    bob
      .firstAudio(inbound)
      .then((at) => timeline.line('Bob', `first audio, ${at - answeredAt} ms after the answer`, at)),
  ]);
  await Promise.all([demandHeard('Alice', alice, outbound, 'Bob'), demandHeard('Bob', bob, inbound, 'Alice')]);
  await bob.act(inbound, 'hangup');
  await Promise.all([alice.event('ended', { callId: outbound }), bob.event('ended', { callId: inbound })]);

  timeline.heading(`Alice calls 608, which reads digits back, and dials ${DIGITS}`);
  const ivr = await alice.dial('608');
  await alice.event('answered', { callId: ivr });
  await alice.firstAudio(ivr);
  const reading = alice.hearsDigits(ivr, 5000);
  await alice.act(ivr, 'sendDtmf', DIGITS);
  const digits = await reading;
  timeline.line('Alice', `hears the digits ${digits || 'of nobody'}`);
  demand(digits === DIGITS, `608 read back "${digits}", not ${DIGITS}`);
  await alice.act(ivr, 'hangup');
  await alice.event('ended', { callId: ivr });

  timeline.heading('What is left');
  for (const [name, phone] of [
    ['Alice', alice],
    ['Bob', bob],
  ] as const) {
    const { tracks, connections } = await phone.open();
    timeline.line(name, `${tracks} live microphones, ${connections} open peer connections`);
    demand(tracks + connections === 0, `${name} left a microphone or a connection open`);
    demand(phone.faults.length === 0, `${name}'s page failed: ${phone.faults.join('; ')}`);
  }
  const violations = bed.tap.takeViolations();
  timeline.line('wire', `${bed.tap.frames.length} frames, ${violations.length} of them against the contract`);
  demand(violations.length === 0, violations.join('\n'));
}

let failure: unknown;
try {
  await run();
} catch (error) {
  failure = error;
}
for (const end of cleanUp.reverse()) await end().catch((error) => console.error(error));
if (failure) console.error(`\nFAILED: ${failure instanceof Error ? failure.message : String(failure)}`);
else console.log('\nBoth sides heard each other, and the digits came back.');
process.exit(failure ? 1 : 0);
