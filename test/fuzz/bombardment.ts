import { DialStackPhone } from '../../src/webrtc/index.js';
import { type Frame, FrameSource, misread } from './frames.js';
import { ModelService } from './model-service.js';
import { PhoneWatch } from './phone-watch.js';
import { Random } from './random.js';
import type { Suggestion } from './schema.js';
import { Surroundings } from './surroundings.js';

export interface Tally {
  /** Frames by what was done to make them. */
  readonly made: Map<string, number>;
  /** What went wrong, with the frame that did it where there is one. */
  readonly faults: string[];
}

const MOST_AT_ONCE = 20;
const LONGEST_ID = 64;
/** After it, nothing of a phone that left is under way. */
const LONGEST_MS = 91_000;

/** A connected phone with calls, for a service that says anything. */
class Target {
  readonly around: Surroundings;
  readonly service: ModelService;
  readonly phone: DialStackPhone;
  readonly watch: PhoneWatch;
  errors = 0;

  constructor(random: Random) {
    this.around = new Surroundings(random);
    this.service = new ModelService(this.around.network);
    this.phone = new DialStackPhone({
      token: 'token',
      iceServers: [],
      ringback: false,
      playRemoteAudio: false,
      platform: this.around.platform,
    });
    this.watch = new PhoneWatch(this.phone, this.around, this.service);
    this.phone.on('error', () => this.errors++);
  }

  /** Connected, with a call of each direction. */
  async prepare(): Promise<void> {
    if (!this.phone.isConnected) {
      this.watch.expect('connect', this.phone.connect(), 31_000);
      await this.around.clock.advance(20);
    }
    const directions = new Set(this.phone.activeCalls.map(({ direction }) => direction));
    if (!directions.has('inbound')) this.service.ring();
    if (!directions.has('outbound')) this.place();
    await this.around.clock.advance(20);
  }

  place(): void {
    this.watch.expect('call', this.phone.call('101'), 1_000, (call) => this.watch.placed(call));
  }

  /** Whether a call can still be placed, answered and ended. */
  async answers(): Promise<void> {
    const { clock } = this.around;
    await this.prepare();
    const before = new Set(this.watch.calls);
    this.place();
    await clock.advance(50);
    const call = this.watch.calls.find((each) => !before.has(each));
    if (!call) return void this.watch.faults.push('no call can be placed any more');
    for (const _ of ['ringing', 'answered']) this.service.advance(call.id);
    await clock.advance(5);
    if (!['active', 'held'].includes(call.state)) this.watch.faults.push(`a call that is answered is ${call.state}`);
    call.hangup();
    await clock.advance(10);
    if (this.phone.activeCalls.includes(call)) this.watch.faults.push('a call cannot be hung up any more');
  }

  async leave(): Promise<void> {
    this.phone.disconnect();
    await this.around.clock.advance(LONGEST_MS);
    this.watch.checkOver();
  }
}

/** Feeds so many frames to decode() and to a phone. The same seed does the same again. */
export async function bombard(seed: number, frames: number, { made, faults }: Tally): Promise<void> {
  const random = new Random(seed);
  const target = new Target(random);
  const suggest: Suggestion = (field) => suggestion(field, random, target);
  const source = new FrameSource(random, suggest);
  try {
    for (let left = frames; left > 0 && faults.length === 0; ) {
      await target.prepare();
      const burst = Array.from({ length: Math.min(left, 1 + random.below(MOST_AT_ONCE)) }, () => source.next());
      left -= burst.length;
      for (const frame of burst) {
        made.set(frame.how, (made.get(frame.how) ?? 0) + 1);
        const problem = misread(frame) ?? thrownBy(() => target.service.sayAnything(frame.data));
        if (problem) faults.push(`${problem}: ${shown(frame)}`);
      }
      await target.around.clock.advance(random.below(4));
      target.watch.check();
      faults.push(...target.watch.faults.splice(0).map((fault) => `${fault}, after ${burst.map(shown).join('\n  ')}`));
    }
    await target.answers();
    await target.leave();
    faults.push(...target.watch.faults);
  } finally {
    target.around.leave();
  }
}

/** Faults that a service may repeat without end. */
export const STORMS = [
  'half a fra',
  '{"type":7}',
  '{"type":"call.held","call_id":"call_1"}',
  '{"type":"error","code":"internal_error","message":"No."}',
  '{"type":"error","code":"call_failed","message":"No.","call_id":"call_of_nobody"}',
  '{"type":"call.parked"}',
];

/** How many `error` events come of the same frame that many times. */
export async function errorsOfStorm(frame: string, times: number): Promise<number> {
  const target = new Target(new Random(1));
  try {
    await target.prepare();
    const before = target.errors;
    for (let count = 0; count < times; count++) target.service.sayAnything(frame);
    await target.around.clock.advance(1_000);
    return target.errors - before;
  } finally {
    target.phone.disconnect();
    await target.around.clock.advance(LONGEST_MS);
    target.around.leave();
  }
}

/** Values that concern the phone's own calls and requests. */
function suggestion(field: string, random: Random, { service, phone }: Target): unknown {
  if (field === 'fatal') return random.chance(0.01);
  if (field === 'req_id') return `r${random.below(40)}`;
  if (field === 'retry_after_seconds') return random.pick([undefined, undefined, null, 0, 5]);
  if (field !== 'call_id' || random.chance(0.2)) return undefined;
  const id = random.chance(0.9) ? random.pick(phone.activeCalls)?.id : random.pick([...service.legs.keys()]);
  return id && id.length <= LONGEST_ID ? id : undefined;
}

function thrownBy(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return `thrown through: ${error instanceof Error ? error.stack : error}`;
  }
}

const shown = ({ how, data }: Frame): string => `${how} (${String(data).slice(0, 200)})`;
