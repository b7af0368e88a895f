/** A listener to a stream. */
export interface Ear {
  readonly rate: number;
  stop(): Promise<void>;
}

type OnChunk = (chunk: Float32Array) => void;

/** Passes the audio of a stream to `onChunk`. Gets the stream last, when it is ready to listen. */
export function listen(stream: () => Promise<MediaStream>, onChunk: OnChunk): Promise<Ear> {
  // Without a sound device, audio contexts do not run in Firefox.
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
  // In Chromium a remote stream has no audio until an audio element uses it.
  Object.assign(new Audio(), { muted: true, srcObject: heard });
  context.createMediaStreamSource(heard).connect(recorder);
  return { rate: context.sampleRate, stop: () => context.close() };
}

const RATE = 48_000;
const SLICE_MS = 50;

/**
 * Listens with a MediaRecorder. Its encoder has a delay of about 200 ms, for silence even of 5 s, so this resolves when
 * the first audio has come out.
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

/** Decodes all slices each time, because only the first has a header. */
async function decode(slices: readonly Blob[]): Promise<Float32Array> {
  const encoded = await new Blob([...slices]).arrayBuffer();
  const nothingYet = () => ({ getChannelData: () => new Float32Array() });
  const decoded = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(encoded).catch(nothingYet);
  return decoded.getChannelData(0);
}
