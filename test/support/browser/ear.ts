/** Somebody who listens to a stream, and can stop. */
export interface Ear {
  readonly rate: number;
  stop(): Promise<void>;
}

type OnChunk = (chunk: Float32Array) => void;

/** Hands on what a stream lets hear, while it does. The stream is waited for once all else is ready. */
export function listen(stream: () => Promise<MediaStream>, onChunk: OnChunk): Promise<Ear> {
  // Without a sound device, Firefox's audio contexts stand still.
  return navigator.userAgent.includes('Firefox') ? listenByRecorder(stream, onChunk) : listenByWorklet(stream, onChunk);
}

const RECORDER = `registerProcessor('recorder', class extends AudioWorkletProcessor {
  process([input]) { if (input[0]) this.port.postMessage(input[0].slice()); return true; }
});`;

async function listenByWorklet(stream: () => Promise<MediaStream>, onChunk: OnChunk): Promise<Ear> {
  const context = new AudioContext();
  const module = URL.createObjectURL(new Blob([RECORDER], { type: 'text/javascript' }));
  await context.audioWorklet.addModule(module);
  const recorder = new AudioWorkletNode(context, 'recorder');
  recorder.port.onmessage = ({ data }) => onChunk(data as Float32Array);
  const heard = await stream();
  // Chromium lets a remote stream flow only once an element has it.
  Object.assign(new Audio(), { muted: true, srcObject: heard });
  context.createMediaStreamSource(heard).connect(recorder);
  return { rate: context.sampleRate, stop: () => context.close() };
}

const RATE = 48_000;
const SLICE_MS = 50;

/**
 * An encoder keeps what it was given for about 200 ms, and mere silence for 5 s: this listens once the first of it is
 * out.
 */
async function listenByRecorder(stream: () => Promise<MediaStream>, onChunk: OnChunk): Promise<Ear> {
  const recorder = new MediaRecorder(await stream(), { mimeType: 'audio/ogg;codecs=opus' });
  const slices: Blob[] = [];
  let given = 0;
  let isDecoding = false;
  const listening = new Promise<void>((resolve) => {
    recorder.ondataavailable = async ({ data }) => {
      slices.push(data);
      if (isDecoding) return;
      isDecoding = true;
      const samples = await decode(slices);
      isDecoding = false;
      if (samples.length > given) onChunk(samples.slice(given));
      given = samples.length;
      if (given > 0) resolve();
    };
  });
  recorder.start(SLICE_MS);
  await listening;
  return {
    rate: RATE,
    async stop() {
      recorder.ondataavailable = null;
      if (recorder.state !== 'inactive') recorder.stop();
    },
  };
}

/** From the beginning, each time: what comes later has no header of its own. */
async function decode(slices: readonly Blob[]): Promise<Float32Array> {
  const encoded = await new Blob([...slices]).arrayBuffer();
  const nothingYet = () => ({ getChannelData: () => new Float32Array() });
  const decoded = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(encoded).catch(nothingYet);
  return decoded.getChannelData(0);
}
