import { afterEach, expect } from 'vitest';
import { RTCDtlsTransport } from 'werift';
import type {
  CallCreate,
  CallEnded,
  CallIncoming,
  ServerMessage,
  ServerMessageMap,
  ServerMessageType,
} from '../../generated/v1/messages.js';
import type { ServerErrorCode } from '../../generated/v1/protocol.js';
import type { SandboxOptions } from '../../src/sandbox/index.js';
import { NodePhoneMedia } from './audio/node-phone-media.js';
import { until } from './audio/until.js';
import type { TappedFrame } from './contract-tap.js';
import { type Testbed, useTestbed } from './testbed.js';
import { WirePhone } from './wire-phone.js';

export const [ALICE, BOB, CAROL] = [0, 1, 2] as const;

/** One phone's end of a call. */
export interface End {
  readonly phone: WirePhone;
  readonly callId: string;
}

/** An end with real audio. */
export interface AudibleEnd extends End {
  readonly media: NodePhoneMedia;
}

/** A valid offer of a phone without audio, for tests that do not listen. */
export const silentOffer = (fingerprintByte = 'AB'): string => silentSdp('actpass', fingerprintByte);
export const silentAnswer = (): string => silentSdp('active', 'AB');

function silentSdp(setup: string, fingerprintByte: string): string {
  return [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111 110',
    'c=IN IP4 0.0.0.0',
    'a=rtcp-mux',
    'a=mid:0',
    `a=setup:${setup}`,
    'a=ice-ufrag:silent',
    'a=ice-pwd:0123456789abcdefghijklmn',
    `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => fingerprintByte).join(':')}`,
    'a=sendrecv',
    'a=rtpmap:111 opus/48000/2',
    'a=rtpmap:110 telephone-event/48000',
    '',
  ].join('\r\n');
}

/** The messages with a `call_id`. */
type CallMessageType = {
  [T in ServerMessageType]: ServerMessageMap[T] extends { call_id: string } ? T : never;
}[ServerMessageType];

let requests = 0;
export const newReqId = (): string => `req-${++requests}`;

/** Waits for the next message of this type about this end's call. */
export function told<T extends CallMessageType>({ phone, callId }: End, type: T): Promise<ServerMessageMap[T]> {
  return phone.next(type, (message) => (message as { call_id: string }).call_id === callId);
}

/** Waits for the end of the call and checks its reason. */
export async function endsAs(
  end: End,
  reason: CallEnded['reason'],
  fields: Partial<Pick<CallEnded, 'answered_elsewhere' | 'duration_seconds'>> = {},
): Promise<void> {
  expect(await told(end, 'call.ended')).toMatchObject({ reason, ...fields });
}

/** The messages about this end's call so far, in short. Leaves out SDP and candidates, whose order is free. */
export function story({ phone, callId }: End): string[] {
  return phone.received
    .filter((message) => callIdOf(message) === callId && message.type.startsWith('call.'))
    .map(inShort);
}

function inShort(message: ServerMessage): string {
  if (message.type === 'call.ended') return `ended ${message.reason}`;
  if (message.type === 'call.held') return `held ${message.held_by}`;
  return message.type.replace('call.', '');
}

const callIdOf = (message: object | null): unknown => (message as { call_id?: unknown } | null)?.call_id;

/** Waits for the error that answers a frame: not fatal, and with exactly the ids of that frame. */
export async function refused(
  phone: WirePhone,
  code: ServerErrorCode,
  ids: { req_id?: string; call_id?: string } = {},
): Promise<ServerMessageMap['error']> {
  const error = await phone.next('error');
  expect(error).toMatchObject({ code, fatal: false, ...ids });
  expect('req_id' in error, 'the error repeats only the ids of the frame').toBe('req_id' in ids);
  expect('call_id' in error, 'the error repeats only the ids of the frame').toBe('call_id' in ids);
  return error;
}

/** Waits for the connection to end: with this fatal error as its last frame, and this close code. */
export async function endsConnection(
  phone: WirePhone,
  code: ServerErrorCode,
  closeCode: number,
  fields: Partial<ServerMessageMap['error']> = {},
): Promise<void> {
  const closed = await phone.closed;
  expect(phone.received.at(-1)).toMatchObject({ type: 'error', code, fatal: true, ...fields });
  expect(closed.code).toBe(closeCode);
}

/** Waits until the service has handled everything that these phones sent, and all effects of it have arrived. */
export async function settled(...phones: WirePhone[]): Promise<void> {
  for (const phone of phones) await phone.settled();
  for (const phone of phones) await phone.settled();
}

/** Places a call and waits for `call.trying`. */
export async function dial(
  phone: WirePhone,
  destination: string,
  fields: Partial<Pick<CallCreate, 'sdp' | 'caller_id'>> = {},
): Promise<End> {
  const req_id = newReqId();
  phone.send({ type: 'call.create', req_id, destination, sdp: silentOffer(), ...fields });
  const { call_id } = await phone.next('call.trying', (trying) => trying.req_id === req_id);
  return { phone, callId: call_id };
}

/** Waits until the phone rings. */
export async function rings(phone: WirePhone): Promise<End & { readonly incoming: CallIncoming }> {
  const incoming = await phone.next('call.incoming');
  return { phone, callId: incoming.call_id, incoming };
}

/** Answers an incoming call, without audio. */
export async function answer(end: End): Promise<void> {
  const { phone, callId } = end;
  await told(end, 'sdp.offer');
  phone.send({ type: 'call.answer', call_id: callId });
  phone.send({ type: 'sdp.answer', call_id: callId, sdp: silentAnswer() });
  await told(end, 'call.answered');
}

/** Sets up an answered call, without audio. */
export async function call(caller: WirePhone, callee: WirePhone, destination = '102'): Promise<[End, End]> {
  const outbound = await dial(caller, destination);
  const inbound = await rings(callee);
  await answer(inbound);
  await told(outbound, 'call.answered');
  return [outbound, inbound];
}

export const hangup = ({ phone, callId }: End): void => phone.send({ type: 'call.hangup', call_id: callId });
export const hold = ({ phone, callId }: End): void => phone.send({ type: 'call.hold', call_id: callId });
export const resume = ({ phone, callId }: End): void => phone.send({ type: 'call.resume', call_id: callId });

/** Waits for the media path. The limit is generous, because DTLS repeats a lost packet only after a second or more. */
const pathOf = (media: NodePhoneMedia): Promise<void> =>
  until('the media path', () => media.connected, { timeoutMs: 10_000 });

/** Phones on a testbed. `clear()` ends their calls and connections. */
export class CallRig {
  readonly #phones: WirePhone[] = [];
  readonly #media: NodePhoneMedia[] = [];

  constructor(readonly bed: Testbed) {}

  /** Connects a new phone. Pass a `session_id` to choose it, or `undefined` to send none. */
  async connect(
    user: number,
    fields: { session_id?: string | undefined; emergency_address_id?: string } = {},
  ): Promise<WirePhone> {
    const { session_id = 'session_id' in fields ? undefined : newReqId(), ...others } = fields;
    return this.#kept(await WirePhone.connect(this.bed, user, { ...(session_id && { session_id }), ...others }));
  }

  async open(protocols?: string[]): Promise<WirePhone> {
    return this.#kept(await WirePhone.open(this.bed, protocols));
  }

  /** Cuts a user's only phone like a lost network, and waits until the service has noticed. */
  async drop(phone: WirePhone, user: number, close = () => phone.socket.terminate()): Promise<void> {
    const id = this.bed.sandbox.users[user]?.id ?? '';
    const watcher = await this.connect(CAROL);
    watcher.send({ type: 'presence.subscribe', users: [id] });
    await watcher.next('presence.list');
    close();
    await watcher.next('presence.update', ({ user_id, status }) => user_id === id && status === 'offline');
    await watcher.close();
  }

  /** A peer connection that speaks a tone. */
  media(hz = 0): NodePhoneMedia {
    const media = new NodePhoneMedia();
    media.speak(hz);
    this.#media.push(media);
    return media;
  }

  /**
   * Like `media()`, but with a new DTLS certificate, as after a page reload. werift shares one in the whole process.
   */
  reloadedMedia(hz = 0): NodePhoneMedia {
    delete RTCDtlsTransport.localCertificate;
    delete RTCDtlsTransport.localCertificatePromise;
    return this.media(hz);
  }

  /** Places a call that speaks a tone. Does not wait for the answer. */
  async dialAudibly(phone: WirePhone, destination: string, hz = 0): Promise<AudibleEnd> {
    const media = this.media(hz);
    const end = await dial(phone, destination, { sdp: await media.offer() });
    return { ...end, media };
  }

  /** Takes the service's SDP answer and waits for the media path. */
  async hasAnswer(end: AudibleEnd): Promise<void> {
    await end.media.acceptAnswer((await told(end, 'sdp.answer')).sdp);
    await pathOf(end.media);
  }

  async answerAudibly(end: End, hz = 0): Promise<AudibleEnd> {
    const { phone, callId } = end;
    const media = this.media(hz);
    const sdp = await media.answer((await told(end, 'sdp.offer')).sdp);
    phone.send({ type: 'call.answer', call_id: callId });
    phone.send({ type: 'sdp.answer', call_id: callId, sdp });
    await told(end, 'call.answered');
    await pathOf(media);
    return { phone, callId, media };
  }

  /** Answers the service's next offer during a call. Uses a new connection if the offer comes from another endpoint. */
  async answerReoffer(end: AudibleEnd, hz: number, { mayFail = false } = {}): Promise<AudibleEnd> {
    const { phone, callId } = end;
    const { sdp } = await told(end, 'sdp.offer');
    const media = end.media.isElsewhere(sdp) ? this.media(hz) : end.media;
    media.speak(hz);
    phone.send({ type: 'sdp.answer', call_id: callId, sdp: await media.answer(sdp) });
    if (!mayFail) await pathOf(media);
    return { phone, callId, media };
  }

  /** Sets up an answered call in which each side speaks a tone and hears the other's. */
  async talk(caller: WirePhone, hz: number, callee: WirePhone, otherHz: number, destination = '102') {
    const outbound = await this.dialAudibly(caller, destination, hz);
    const inbound = await this.answerAudibly(await rings(callee), otherHz);
    await this.hasAnswer(outbound);
    await Promise.all([outbound.media.hears(otherHz), inbound.media.hears(hz)]);
    return [outbound, inbound] as const;
  }

  /** Ends all calls and connections, so that the next test starts without any. */
  async clear(): Promise<void> {
    for (const phone of this.#phones.splice(0)) {
      const { readyState, OPEN } = phone.socket;
      if (readyState !== OPEN) continue;
      for (const callId of liveCalls(phone.received)) hangup({ phone, callId });
      await phone.close();
    }
    await Promise.all(this.#media.splice(0).map((media) => media.close()));
  }

  #kept(phone: WirePhone): WirePhone {
    this.#phones.push(phone);
    return phone;
  }
}

/**
 * Gives the tests of a file a testbed with phones. After each test, checks that the messages about each call came in an
 * order that the contract allows. The limit on calls per user is raised, so that a file can place many.
 */
export function useCallRig({ limits, ...options }: SandboxOptions = {}): CallRig {
  const bed = useTestbed({ ...options, limits: { callCreatesPerWindow: 1000, ...limits } });
  const rig = new CallRig(bed);
  afterEach(async () => {
    await rig.clear();
    expect(faultsOfCallLives(bed.tap.frames)).toEqual([]);
  });
  return rig;
}

function liveCalls(received: readonly ServerMessage[]): Set<string> {
  const live = new Set<string>();
  for (const message of received) {
    if (message.type === 'call.ended') live.delete(message.call_id);
    else if (message.type === 'call.trying' || message.type === 'call.incoming' || message.type === 'call.restored')
      live.add(message.call_id);
  }
  return live;
}

const ONCE = new Set<string>(['call.trying', 'call.incoming', 'call.ringing', 'call.answered', 'call.ended']);
const OFFERED_AFTER = new Set<string>(['call.incoming', 'call.restored']);
const isUp = (life: readonly string[]) => life.includes('call.answered');
const BEGINNINGS = new Set<string>(['call.trying', 'call.incoming', 'call.restored']);

/** Returns messages about calls that came in an order which the contract never allows. */
export function faultsOfCallLives(frames: readonly TappedFrame[]): string[] {
  const lives = new Map<string, string[]>();
  const faults: string[] = [];
  for (const { from, message } of frames) {
    const callId = callIdOf(message);
    if (from !== 'server' || typeof callId !== 'string' || message.type === 'error') continue;
    const life = lives.get(callId) ?? [];
    const faulty = (fault: string) => faults.push(`${message.type} ${fault}: ${life.join(', ')}`);
    if (life.includes('call.ended')) faulty('after the end');
    if (ONCE.has(message.type) && life.includes(message.type)) faulty('twice');
    if (life.length === 0 && !BEGINNINGS.has(message.type)) faulty('before the call is known');
    if (message.type === 'sdp.offer' && !OFFERED_AFTER.has(life.at(-1) ?? '') && !isUp(life)) faulty('out of place');
    lives.set(callId, [...life, message.type]);
  }
  return faults;
}
