/**
 * `make bench-faults`: how long what is lost takes to be back, in real Chromium, with the sandbox, coturn and a machine of
 * its own whose network changes. The promises are stated beside what is measured; RUNS=n makes more of each.
 */
import { BrowserPhone } from '../support/browser/browser-phone.js';
import { startLabServer } from '../support/browser/lab-server.js';
import { startRemotePhone, VOICE_HZ } from '../support/browser/remote-phone.js';
import { startTestbed, type Testbed } from '../support/start-testbed.js';
import { startTurnServer } from '../support/turn-server.js';

const RUNS = Number(process.env.RUNS ?? 10);
const TONE_HZ = 1000;

interface Measure {
  readonly name: string;
  readonly promise: string;
  /** One run, in ms. */
  run(): Promise<number>;
}

const lab = await startLabServer();
const bed = await startTestbed({ limits: { callCreatesPerWindow: 100_000 } });
const turn = await startTurnServer();
const phone = await BrowserPhone.open(lab.url, 440);
const there = await startRemotePhone();
const user = bed.sandbox.users[0]?.id ?? '';

/** A call to the echo, from the machine of its own: what is heard went both ways. */
async function callEchoThere(): Promise<string> {
  await there.connect();
  const call = await there.phone.dial('600');
  await heard(call, there.phone, VOICE_HZ);
  return call;
}

async function connect(more: object = {}): Promise<void> {
  await phone.connect({ ...(await optionsOf(bed)), ...more });
}

async function optionsOf({ apiBaseUrl, signalingBaseUrl, sandbox }: Testbed) {
  return { token: await sandbox.createToken(user), apiBaseUrl, signalingBaseUrl, allowInsecure: true };
}

/** A call to the tone, that is heard. */
async function callTone(): Promise<string> {
  const call = await phone.dial('601');
  await phone.event('answered', { callId: call });
  await heard(call);
  return call;
}

async function heard(call: string, by = phone, what = TONE_HZ): Promise<void> {
  const hz = await by.hearsWithin(call, what, 20_000);
  if (Math.abs(hz - what) > 10) throw new Error(`${what} Hz are not heard, but ${hz} Hz`);
}

const fire = (name: string) => phone.page.evaluate((event) => void dispatchEvent(new Event(event)), name);
const happened = async () => (await phone.events()).length;

const MEASURES: readonly Measure[] = [
  {
    name: 'a socket that is cut in a call: until it is connected again',
    promise: 'the first wait, 0.5 to 1 s, and a dial',
    async run() {
      await connect();
      await callTone();
      const before = Date.now();
      bed.sandbox.control.drop({ user, how: 'cut' });
      return (await phone.event('reconnected')).at - before;
    },
  },
  {
    name: 'a socket that died in silence: from the wake until it is found',
    promise: 'within 8 s',
    async run() {
      await connect();
      bed.sandbox.control.freeze({ user });
      const before = Date.now();
      await fire('pageshow');
      return (await phone.event('disconnected')).at - before;
    },
  },
  {
    name: 'a network that is back: from `online` until a dead socket is replaced',
    promise: 'within 8 s',
    async run() {
      await connect();
      bed.sandbox.control.freeze({ user });
      const before = Date.now();
      await fire('online');
      return (await phone.event('reconnected')).at - before;
    },
  },
  {
    name: 'a page that is reloaded in a call: from connect() until audio',
    promise: 'within 3 s',
    async run() {
      await connect();
      const call = await callTone();
      await phone.reload();
      const before = Date.now();
      await connect();
      await phone.event('restored');
      return (await phone.firstAudio(call)) - before;
    },
  },
  {
    name: "a relay that dies in a call: from the browser's first signal until audio",
    promise: 'within 3 s',
    async run() {
      await connect({ iceServers: [turn.iceServer], iceTransportPolicy: 'relay' });
      const call = await callTone();
      const from = await happened();
      await turn.replace();
      const signal = await phone.event('signal', { from, withinMs: 20_000 });
      return (await phone.firstAudio(call, 20_000)) - signal.at;
    },
  },
  {
    name: 'a network that takes path and socket alike: from `online` until audio',
    promise: 'within 3 s',
    async run() {
      await connect({ iceServers: [turn.iceServer], iceTransportPolicy: 'relay' });
      const call = await callTone();
      bed.sandbox.control.freeze({ user });
      await turn.replace();
      await phone.hearsWithin(call, 0);
      const before = Date.now();
      await fire('online');
      return (await phone.firstAudio(call, 20_000)) - before;
    },
  },
  {
    name: "a machine that gets another address in a call: from the browser's first signal until audio",
    promise: 'within 3 s',
    async run() {
      const call = await callEchoThere();
      await there.host.move();
      const signal = await there.phone.event('signal', { withinMs: 20_000 });
      return (await there.phone.firstAudio(call, 20_000)) - signal.at;
    },
  },
  {
    name: 'a cable that was out until the phone was lost: from its return until audio',
    promise: 'within 3 s',
    async run() {
      const call = await callEchoThere();
      await there.host.unplug();
      await there.phone.event('disconnected', { withinMs: 20_000 });
      const before = Date.now();
      await there.host.plug();
      return (await there.phone.firstAudio(call, 20_000)) - before;
    },
  },
];

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;

console.log(`${RUNS} runs each, in ms\n\n   p50    p95    max  what, and what is promised`);
for (const { name, promise, run } of MEASURES) {
  const times: number[] = [];
  for (let n = 0; n < RUNS; n++) {
    process.stderr.write(`\r${n + 1}/${RUNS} ${name}`);
    await phone.load(lab.url);
    times.push(await run());
    await Promise.all([phone.disconnect(), there.phone.disconnect()]);
    bed.sandbox.control.reset();
  }
  process.stderr.write('\r\x1b[K');
  times.sort((a, b) => a - b);
  const figures = [0.5, 0.95, 1].map((share) => String(Math.round(percentile(times, share))).padStart(6));
  console.log(`${figures.join(' ')}  ${name} (${promise})`);
}
await phone.close();
await Promise.all([lab.stop(), bed.stop(), turn.stop(), there.stop()]);
process.exit(0);
