/**
 * `make call`: phones in real browsers talk to each other through the sandbox. Exits 0 only if each tone was truly heard
 * where it should be, and the digits came back.
 */
import { printable } from '../../src/core/printable.js';
import { BrowserPhone } from '../../test/support/browser/browser-phone.js';
import type { LabEvent } from '../../test/support/browser/lab.js';
import { startLabServer } from '../../test/support/browser/lab-server.js';
import { startTestbed } from '../../test/support/start-testbed.js';
import { Timeline } from './timeline.js';

const TONES = { Alice: 440, Bob: 600, Carol: 880 } as const;
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
  timeline.heading('Starting the sandbox and three browsers');
  const bed = await startTestbed();
  cleanUp.push(() => bed.stop());
  const lab = await startLabServer();
  cleanUp.push(() => lab.stop());
  timeline.line(
    'sandbox',
    `${bed.sandbox.apiBaseUrl}, users ${bed.sandbox.users.map(({ name, extension }) => `${name} ${extension}`).join(', ')}`,
  );

  const open = async (name: Name, user: number) => {
    const phone = await BrowserPhone.open(lab.url, TONES[name], { onEvent: (event) => tell(name, event) });
    cleanUp.push(() => phone.close());
    const token = await bed.sandbox.createToken(bed.sandbox.users[user]?.id ?? '');
    await phone.connect({ token, apiBaseUrl: bed.apiBaseUrl, signalingBaseUrl: bed.signalingBaseUrl });
    return phone;
  };
  const [alice, bob, carol] = await Promise.all([open('Alice', 0), open('Bob', 1), open('Carol', 2)]);

  const phones = { Alice: alice, Bob: bob, Carol: carol };

  /** Rings at `name` are answered; gives the id of the call there. */
  const answers = async (name: Name, from = 0): Promise<string> => {
    const { callId = '' } = await phones[name].event('incoming', { from });
    await phones[name].act(callId, 'answer');
    await phones[name].event('answered', { callId });
    return callId;
  };
  const hears = async (name: Name, callId: string, from: Name) => demandHeard(name, phones[name], callId, from);
  const happened = async (name: Name) => (await phones[name].events()).length;

  timeline.heading('Alice calls Bob');
  const outbound = await alice.dial('102');
  const inbound = await answers('Bob');
  const { at: answeredAt } = await alice.event('answered', { callId: outbound });
  for (const [name, id] of [
    ['Alice', outbound],
    ['Bob', inbound],
  ] as const) {
    const at = await phones[name].firstAudio(id);
    timeline.line(name, `first audio, ${Math.max(at - answeredAt, 0)} ms after the answer`, at);
  }
  await Promise.all([hears('Alice', outbound, 'Bob'), hears('Bob', inbound, 'Alice')]);

  timeline.heading('Alice holds the call, and resumes it');
  await alice.act(outbound, 'hold');
  await bob.event('held', { callId: inbound });
  const whileHeld = await alice.hearsWithin(outbound, 0);
  const music = await bob.hears(inbound, 800);
  timeline.line('Alice', whileHeld === 0 ? 'hears nothing' : `hears ${whileHeld.toFixed(1)} Hz`);
  timeline.line('Bob', `hears hold music, ${music.toFixed(1)} Hz at this moment`);
  demand(whileHeld === 0, 'Alice, who holds, still hears something');
  demand(music > 0 && Math.abs(music - TONES.Alice) > TOLERANCE_HZ, 'Bob, who is held, hears no music');
  await alice.act(outbound, 'resume');
  await bob.event('resumed', { callId: inbound });
  await Promise.all([hears('Alice', outbound, 'Bob'), hears('Bob', inbound, 'Alice')]);

  timeline.heading('Alice transfers Bob to Carol, blind');
  await alice.act(outbound, 'transfer', '103');
  const atCarol = await answers('Carol');
  await alice.event('ended', { callId: outbound });
  await Promise.all([hears('Bob', inbound, 'Carol'), hears('Carol', atCarol, 'Bob')]);
  await carol.act(atCarol, 'hangup');
  await Promise.all([bob.event('ended', { callId: inbound }), carol.event('ended', { callId: atCarol })]);

  timeline.heading('Alice calls Bob again, asks Carol, and connects the two');
  const [bobBefore, carolBefore] = [await happened('Bob'), await happened('Carol')];
  const first = await alice.dial('102');
  const second = await answers('Bob', bobBefore);
  await alice.event('answered', { callId: first });
  const consultation = await alice.consult(first, '103');
  const asked = await answers('Carol', carolBefore);
  await alice.event('answered', { callId: consultation });
  await hears('Alice', consultation, 'Carol');
  await alice.act(first, 'completeTransfer');
  await Promise.all([alice.event('ended', { callId: first }), alice.event('ended', { callId: consultation })]);
  await Promise.all([hears('Bob', second, 'Carol'), hears('Carol', asked, 'Bob')]);
  await bob.act(second, 'hangup');
  await Promise.all([bob.event('ended', { callId: second }), carol.event('ended', { callId: asked })]);

  timeline.heading(`Alice calls 608, which reads digits back, and dials ${DIGITS}`);
  const ivr = await alice.dial('608');
  await alice.event('answered', { callId: ivr });
  await alice.firstAudio(ivr);
  const digits = await alice.hearsDigits(ivr, DIGITS, () => alice.act(ivr, 'sendDtmf', DIGITS));
  timeline.line('Alice', `hears the digits ${digits || 'of nobody'}`);
  demand(digits === DIGITS, `608 read back "${digits}", not ${DIGITS}`);
  await alice.act(ivr, 'hangup');
  await alice.event('ended', { callId: ivr });

  timeline.heading('What is left');
  for (const [name, phone] of Object.entries(phones)) {
    const { tracks, connections } = await phone.open();
    timeline.line(name, `${tracks} live microphones, ${connections} open peer connections`);
    demand(tracks + connections === 0, `${name} left a microphone or a connection open`);
    demand(phone.faults.length === 0, `${name}'s page failed: ${phone.faults.join('; ')}`);
  }
  const violations = bed.tap.takeViolations();
  timeline.line('wire', `${bed.tap.frames.length} frames, ${violations.length} of them against the contract`);
  demand(violations.length === 0, violations.join('; '));
}

let failure: unknown;
try {
  await run();
} catch (error) {
  failure = error;
}
for (const end of cleanUp.reverse()) await end().catch((error) => console.error(printable(String(error))));
if (failure)
  console.error(`\nFAILED: ${printable(failure instanceof Error ? failure.message : String(failure), 2000)}`);
else console.log('\nAll heard whom they should, and the digits came back.');
process.exit(failure ? 1 : 0);
