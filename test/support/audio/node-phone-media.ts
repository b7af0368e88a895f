import { setTimeout as sleep } from 'node:timers/promises';
import {
  MediaStream,
  type RTCDtlsTransport,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  type RTCRtpTransceiver,
  RtpHeader,
  RtpPacket,
} from 'werift';
import { type Clip, encodeClip } from '../../../src/sandbox/media/clip.js';
import { DigitDecoder, DTMF_DIGITS, writeTelephoneEvent } from '../../../src/sandbox/media/dtmf.js';
import { FRAME_MS, FRAME_SAMPLES } from '../../../src/sandbox/media/frame.js';
import { framePacer } from '../../../src/sandbox/media/pacer.js';
import { fingerprintOf } from '../../../src/sandbox/media/sdp.js';
import { tone } from '../../../src/sandbox/media/synthesis.js';
import { OpusDecoder } from './opus-decoder.js';
import { dominantHz } from './tone.js';
import { until } from './until.js';

const OPUS = 111;
const EVENTS = 110;
/** RFC 4733 §2.5.1.4: the end packet is sent three times. */
const END_PACKETS = 3;

export interface NodePhoneMediaOptions {
  readonly address?: string;
}

/** A packet to send now. The packets of a key press all carry the timestamp of its start, others the current one. */
interface Due {
  readonly payloadType: number;
  readonly payload: Buffer;
  readonly marker?: boolean;
  readonly timestamp?: number;
}

/** The media of a phone in Node: a peer connection with full ICE that speaks a tone and listens. */
export class NodePhoneMedia {
  readonly #connection: RTCPeerConnection;
  readonly #transceiver: RTCRtpTransceiver;
  readonly #dtls: RTCDtlsTransport;
  readonly #decoder = new OpusDecoder();
  readonly #digits = new DigitDecoder();
  readonly #keys: { digit: string; durationMs: number; gapMs: number }[] = [];
  readonly #stop: () => void;
  #speech: Clip = [];
  #spoken = 0;
  #sequenceNumber = Math.floor(Math.random() * 0x8000);
  #timestamp = Math.floor(Math.random() * 0x1_0000_0000);
  #key: Generator<Due | undefined> | undefined;
  #remoteFingerprint: string | undefined;
  /** Everything heard so far: Opus packets with their RTP headers. */
  readonly heard: { sequenceNumber: number; timestamp: number; marker: boolean; payload: Buffer }[] = [];
  heardDigits = '';

  constructor({ address = '127.0.0.1' }: NodePhoneMediaOptions = {}) {
    this.#connection = new RTCPeerConnection({
      iceServers: [],
      iceUseIpv4: false,
      iceUseIpv6: false,
      iceAdditionalHostAddresses: [address],
      iceInterfaceAddresses: address.includes(':') ? { udp6: address } : { udp4: address },
      bundlePolicy: 'max-bundle',
      codecs: {
        audio: [
          new RTCRtpCodecParameters({ mimeType: 'audio/opus', clockRate: 48000, channels: 2, payloadType: OPUS }),
          new RTCRtpCodecParameters({ mimeType: 'audio/telephone-event', clockRate: 48000, payloadType: EVENTS }),
        ],
        video: [],
      },
      headerExtensions: { audio: [], video: [] },
    });
    this.#transceiver = this.#connection.addTransceiver('audio', {
      direction: 'sendrecv',
      streams: [new MediaStream()],
    });
    this.#dtls = this.#transceiver.dtlsTransport;
    delete this.#dtls.iceTransport.connection.stunServer;
    this.#dtls.onRtp.subscribe(({ header, payload }) => {
      const { sequenceNumber, timestamp, marker } = header;
      if (header.payloadType === OPUS) this.heard.push({ sequenceNumber, timestamp, marker, payload });
      else this.heardDigits += this.#digits.push({ payload, timestamp, marker }) ?? '';
    });
    this.#dtls.onStateChange.subscribe((state) => {
      if (state === 'connecting') queueMicrotask(() => forgiveRepeatedVerifyRequests(this.#dtls));
    });
    this.#stop = framePacer.add(() => this.#speakFrame());
  }

  get connected(): boolean {
    return this.#dtls.state === 'connected' && this.#dtls.iceTransport.connection.nominated !== undefined;
  }

  async offer({ iceRestart = false } = {}): Promise<string> {
    await this.#connection.setLocalDescription(await this.#connection.createOffer({ iceRestart }));
    return this.#connection.localDescription?.sdp ?? '';
  }

  /** Takes a provisional answer. The final one may have the same text. */
  async acceptEarlyAnswer(sdp: string): Promise<void> {
    await this.#connection.setRemoteDescription({ type: 'pranswer', sdp });
  }

  async acceptAnswer(sdp: string): Promise<void> {
    await this.#connection.setRemoteDescription({ type: 'answer', sdp });
    this.#described(sdp);
  }

  /** Answers the first offer, or a later one from the same endpoint. */
  async answer(offerSdp: string): Promise<string> {
    await this.#connection.setRemoteDescription({ type: 'offer', sdp: offerSdp });
    await this.#connection.setLocalDescription(await this.#connection.createAnswer());
    this.#described(offerSdp);
    return this.#connection.localDescription?.sdp ?? '';
  }

  /** Rolls back an offer that is not answered yet. */
  async rollback(): Promise<void> {
    await this.#connection.setLocalDescription({ type: 'rollback', sdp: '' });
  }

  /** Whether this offer comes from another endpoint than the one of this connection. */
  isElsewhere(offerSdp: string): boolean {
    return fingerprintOf(offerSdp) !== this.#remoteFingerprint;
  }

  /** Speaks a steady tone from now on. 0 is silence. */
  speak(hz: number): void {
    this.#speech = hz === 0 ? [] : encodeClip(tone([hz], { onMs: 200, offMs: 0 }));
  }

  /** Sends the digits as RFC 4733 events, one after the other. */
  press(digits: string, { durationMs = 100, gapMs = 60 } = {}): void {
    for (const digit of digits) this.#keys.push({ digit, durationMs, gapMs });
  }

  /** Listens for this long and returns the strongest frequency. 0 is silence. */
  async heardHz(ms = 120): Promise<number> {
    return dominantHz(await this.listen(ms), 48000);
  }

  /** Listens for this long and returns the audio: 48 kHz mono, empty if no packets arrive. */
  async listen(ms: number): Promise<Int16Array> {
    const start = this.heard.length;
    await sleep(ms);
    return this.#decoder.decode(this.heard.slice(start).map(({ payload }) => payload));
  }

  async hears(hz: number, timeoutMs = 4000): Promise<void> {
    const tolerance = Math.max(10, hz * 0.02);
    await until(`${hz} Hz`, async () => Math.abs((await this.heardHz()) - hz) < tolerance, {
      timeoutMs,
      intervalMs: 0,
    });
  }

  async close(): Promise<void> {
    this.#stop();
    await this.#connection.close();
    this.#decoder.close();
  }

  #described(remoteSdp: string): void {
    this.#remoteFingerprint = fingerprintOf(remoteSdp);
    // werift starts no checks for an ICE restart if DTLS is up already.
    const { iceTransport } = this.#dtls;
    if (this.#dtls.state === 'connected' && !iceTransport.connection.nominated)
      void iceTransport.start().catch(() => {});
  }

  #speakFrame(): void {
    this.#timestamp = (this.#timestamp + FRAME_SAMPLES) >>> 0;
    const due = this.#nextOfKey() ?? this.#nextOfSpeech();
    const { sender, codecs } = this.#transceiver;
    const codec = codecs.find(({ payloadType }) => payloadType === due?.payloadType);
    if (!due || !codec || this.#dtls.state !== 'connected') return;
    this.#sequenceNumber = (this.#sequenceNumber + 1) & 0xffff;
    sender.codec = codec;
    const header = new RtpHeader({
      sequenceNumber: this.#sequenceNumber,
      timestamp: due.timestamp ?? this.#timestamp,
      marker: due.marker ?? false,
    });
    void sender.sendRtp(new RtpPacket(header, due.payload));
  }

  #nextOfSpeech(): Due | undefined {
    const payload = this.#speech[this.#spoken++ % this.#speech.length];
    return payload && { payloadType: OPUS, payload };
  }

  #nextOfKey(): Due | undefined {
    if (this.#dtls.state !== 'connected') return undefined;
    const key = this.#keys[0];
    if (!this.#key && key) {
      this.#keys.shift();
      this.#key = pressKey(DTMF_DIGITS.indexOf(key.digit), key, this.#timestamp);
    }
    const next = this.#key?.next();
    if (next?.done) this.#key = undefined;
    return next?.value ?? undefined;
  }
}

const HELLO_VERIFY_REQUEST = 3;

/** Ignores repeated HelloVerifyRequests. A busy server sends them, and werift's DTLS client would fail. */
function forgiveRepeatedVerifyRequests({ dtls: socket }: RTCDtlsTransport): void {
  if (!socket) return;
  const handle = socket.onHandleHandshakes;
  let verified = false;
  socket.onHandleHandshakes = (messages) => {
    const fresh = messages.filter(({ msg_type }) => msg_type !== HELLO_VERIFY_REQUEST || !verified);
    verified ||= messages.some(({ msg_type }) => msg_type === HELLO_VERIFY_REQUEST);
    return handle(fresh);
  };
}

/** The packets of one key press, one for each 20 ms. Undefined during the gap after it. */
function* pressKey(
  code: number,
  { durationMs, gapMs }: { durationMs: number; gapMs: number },
  timestamp: number,
): Generator<Due | undefined, undefined> {
  const packets = Math.max(1, Math.round(durationMs / FRAME_MS));
  const event = (n: number, end: boolean): Due => ({
    payloadType: EVENTS,
    payload: writeTelephoneEvent({ code, end, volume: 10, duration: n * FRAME_SAMPLES }),
    marker: n === 1 && !end,
    timestamp,
  });
  for (let n = 1; n <= packets; n++) yield event(n, false);
  for (let n = 0; n < END_PACKETS; n++) yield event(packets, true);
  for (let n = 0; n < gapMs / FRAME_MS; n++) yield undefined;
}
