/** A page that places one call under the policy that it is served with, and prints the result. */
import { DialStackPhone } from '../../../src/webrtc/index.js';

/** The result, which the page prints last, as JSON. */
export interface StrictPageResult {
  /** The directives that were violated. */
  readonly violations: string[];
  /** How loud the microphone and the other party were in the same time, 0 to 1. Undefined if there was no call. */
  readonly loudness?: { readonly sent: number; readonly heard: number };
  readonly error?: string;
}

const LISTEN_MS = 1000;

const violations: string[] = [];
addEventListener('securitypolicyviolation', (event) =>
  violations.push(`${event.effectiveDirective} ${event.blockedURI}`),
);

const parameters = new URLSearchParams(location.search);
const parameter = (name: string) => parameters.get(name) ?? '';

async function talk(): Promise<StrictPageResult['loudness']> {
  const phone = new DialStackPhone({
    token: parameter('token'),
    apiBaseUrl: parameter('api'),
    signalingBaseUrl: parameter('signaling'),
  });
  await phone.connect();
  const call = await phone.call('600');
  await new Promise<void>((resolve) => call.once('answered', resolve));
  const { peerConnection } = call;
  while ((await energies(peerConnection)).heard.energy === 0) await later(100);
  const before = await energies(peerConnection);
  await later(LISTEN_MS);
  const after = await energies(peerConnection);
  const ended = new Promise((resolve) => call.once('ended', resolve));
  call.hangup();
  await ended;
  phone.disconnect();
  return { sent: loudness(before.sent, after.sent), heard: loudness(before.heard, after.heard) };
}

interface Energy {
  readonly energy: number;
  readonly seconds: number;
}

async function energies(connection: RTCPeerConnection): Promise<{ sent: Energy; heard: Energy }> {
  const reports = [...((await connection.getStats()) as unknown as Map<string, Record<string, unknown>>).values()];
  const of = (type: string): Energy => {
    const { totalAudioEnergy = 0, totalSamplesDuration = 0 } = reports.find((report) => report.type === type) ?? {};
    return { energy: Number(totalAudioEnergy), seconds: Number(totalSamplesDuration) };
  };
  return { sent: of('media-source'), heard: of('inbound-rtp') };
}

const loudness = (from: Energy, to: Energy) => Math.sqrt((to.energy - from.energy) / (to.seconds - from.seconds));
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let result: Omit<StrictPageResult, 'violations'> = {};
try {
  if (parameters.has('careless')) new Worker(URL.createObjectURL(new Blob(['0'])));
  const heard = await talk();
  result = heard ? { loudness: heard } : {};
} catch (error) {
  result = { error: String(error) };
}
await later(100); // Violation events arrive in a later task.
console.log(JSON.stringify({ violations, ...result } satisfies StrictPageResult));
