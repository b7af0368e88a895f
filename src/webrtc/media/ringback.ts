const SECONDS_ON = 2;
const SECONDS_OFF = 4;
const RATE = 8000;

/** The tone that a caller hears while the other party is alerted, made here (North American cadence, 440 + 480 Hz). */
export class Ringback {
  readonly #ringing = new Set<object>();
  #context: AudioContext | undefined;

  /** Sounds as long as at least one call rings. */
  start(call: object): void {
    this.#ringing.add(call);
    if (this.#context) return;
    try {
      this.#context = new AudioContext();
    } catch {
      return; // There are none here, or no more, as browsers limit them; the call goes on without the tone.
    }
    const source = this.#context.createBufferSource();
    source.buffer = cadence(this.#context);
    source.loop = true; // No timers: they stall in background tabs.
    source.connect(this.#context.destination);
    source.start();
  }

  stop(call: object): void {
    if (!this.#ringing.delete(call) || this.#ringing.size > 0) return;
    void this.#context?.close();
    this.#context = undefined;
  }
}

function cadence(context: AudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, (SECONDS_ON + SECONDS_OFF) * RATE, RATE);
  const wave = (hz: number, at: number) => Math.sin((2 * Math.PI * hz * at) / RATE);
  const samples = buffer.getChannelData(0);
  for (let at = 0; at < SECONDS_ON * RATE; at++) samples[at] = 0.05 * (wave(440, at) + wave(480, at));
  return buffer;
}
