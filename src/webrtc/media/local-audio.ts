import { PhoneError } from '../../core/phone-error.js';
import { type Timers, withDeadline } from '../../core/timing.js';
import { callOver } from './media-error.js';

/** A call of the page before the reload only listens when its microphone takes longer. */
const GRANTED_WITHIN_MS = 1_500;

/** The microphone was unplugged or revoked; another one took its place. */
export type MicrophoneState = 'lost' | 'recovered';

/** Where the microphone comes from. */
export interface MicrophoneSource {
  readonly timers: Timers;
  /** Opens the microphone, asking the user where that is needed. At most 60 s. Rejects with a PhoneError. */
  openMicrophone(): Promise<MediaStreamTrack>;
  /** Whether opening it asks nobody. */
  isMicrophoneGranted(): Promise<boolean>;
  /** Whether tracks that the page put on a call are the page's to stop. */
  readonly keepTracks: boolean;
}

/** Who is told of the microphone. */
export interface MicrophoneOwner {
  /** `isMuted` changed. */
  onMuted(): void;
  emit(event: 'microphone', state: MicrophoneState): void;
  /** The call has a microphone, or will not get one: a browser that refused to play may play now. */
  onSettled(): void;
  report(error: unknown): void;
}

interface Opening {
  readonly at: 'opening';
  ready: Promise<void>;
  /** The user asked to be heard on a call that only listens; false, when that was taken back. */
  unmutes?: boolean | undefined;
}

type Microphone =
  /** Not asked for yet, or let go of. */
  | { readonly at: 'none' }
  | Opening
  | { readonly at: 'live'; readonly track: MediaStreamTrack }
  /** The call only listens: `unmute()` asks for a microphone. */
  | { readonly at: 'missing' }
  | { readonly at: 'closed' };

/**
 * What leaves the page on one call: the microphone, or a track that the page put in its place. All of it obeys mute and
 * hold, and none of it outlives the call. It outlives the peer connection: a call may get another one.
 */
export class LocalAudio {
  readonly #source: MicrophoneSource;
  readonly #owner: MicrophoneOwner;
  /** What was sent so far, and whether it is ours to stop. */
  readonly #sent = new Map<MediaStreamTrack, boolean>();
  /** What mute or hold switched off; what the page switched off stays off. */
  readonly #silenced = new Set<MediaStreamTrack>();
  #microphone: Microphone = { at: 'none' };
  #peerConnection: RTCPeerConnection | undefined;
  /** What the other side is to hear. */
  #track: MediaStreamTrack | null = null;
  #replace: (track: MediaStreamTrack | null) => Promise<void> = async () => {};
  #isMuted: boolean;
  /** `digits`: the track of a call that we hold is back, switched off, until the digits have sounded. */
  #hold: 'none' | 'silent' | 'digits' = 'none';

  constructor(source: MicrophoneSource, owner: MicrophoneOwner, isMuted: boolean) {
    this.#source = source;
    this.#owner = owner;
    this.#isMuted = isMuted;
  }

  get isMuted(): boolean {
    return this.#isMuted;
  }

  get isHeld(): boolean {
    return this.#hold !== 'none';
  }

  /** Whether the other side could hear somebody. */
  get isOpen(): boolean {
    return this.#microphone.at === 'live' && !this.#isMuted && !this.isHeld;
  }

  /** Whether it was asked for, and is neither there nor out of reach yet. */
  get isSettled(): boolean {
    return this.#microphone.at !== 'none' && this.#microphone.at !== 'opening';
  }

  /** Speaks over this peer connection from now on. Rejects when that has no audio. */
  async attach(peerConnection: RTCPeerConnection): Promise<void> {
    const [sender] = peerConnection.getSenders();
    if (!sender) throw new PhoneError('call_failed', 'This call has no audio.');
    if (peerConnection === this.#peerConnection) return;
    this.#peerConnection = peerConnection;
    const replace = sender.replaceTrack.bind(sender);
    this.#replace = replace;
    sender.replaceTrack = (track) => {
      if (track) this.#adopt(track);
      this.#track = track;
      this.#apply();
      return this.#place();
    };
    if (this.#track) await this.#place();
  }

  /** Takes the microphone, unless it is there. Rejects when it cannot be had, or the call is over before. At most 60 s. */
  acquire(): Promise<void> {
    const microphone = this.#microphone;
    if (microphone.at === 'live') return Promise.resolve();
    return microphone.at === 'opening' ? microphone.ready : this.#open();
  }

  /** Takes a microphone that was granted before, so that nobody is asked; else the call only listens. At most 1.5 s. */
  async acquireGranted(): Promise<void> {
    const taken = (async () => {
      if (!(await this.#source.isMicrophoneGranted())) throw new Error();
      if (this.#microphone.at === 'none') await this.acquire();
    })();
    await withDeadline(this.#source.timers, GRANTED_WITHIN_MS, taken, Error).catch(() => this.#miss());
    this.#owner.onSettled();
  }

  /** Lets go of the microphone alone: an answer that failed must not leave it on. */
  release(): void {
    const microphone = this.#microphone;
    if (microphone.at === 'closed') return;
    this.#microphone = { at: 'none' };
    if (microphone.at !== 'live') return;
    this.#sent.delete(microphone.track);
    if (this.#track === microphone.track) this.#track = null;
    microphone.track.stop();
  }

  setMuted(muted: boolean): void {
    const microphone = this.#microphone;
    if (microphone.at === 'opening' && microphone.unmutes !== undefined) microphone.unmutes = !muted;
    else if (microphone.at === 'missing' && !muted) this.#open(true).catch((error) => this.#missed(error));
    else this.#setMuted(muted);
  }

  /** While we hold the call nothing is sent: no track, as not every browser stops for less. */
  setHeld(held: boolean): void {
    if (held === this.isHeld) return;
    this.#hold = held ? 'silent' : 'none';
    this.#apply();
    void this.#place().catch(() => {}); // It is switched off all the same.
  }

  /** Puts the track of a call that we hold back, switched off, until the digits that are to be sent have sounded. */
  async lendTrack(): Promise<void> {
    this.#hold = 'digits';
    await this.#place();
    const [sender] = this.#peerConnection?.getSenders() ?? [];
    if (!sender?.dtmf) return;
    sender.dtmf.ontonechange = ({ tone }) => {
      if (tone !== '' || this.#hold !== 'digits') return;
      this.#hold = 'silent';
      void this.#place().catch(() => {});
    };
  }

  /** The call is over: nothing that it sent stays live. */
  close(): void {
    this.#apply();
    this.#microphone = { at: 'closed' };
    this.#track = null;
    for (const [track, isOurs] of this.#sent) if (isOurs) track.stop();
    this.#sent.clear();
  }

  #open(unmutes?: boolean): Promise<void> {
    const before = this.#microphone;
    if (before.at === 'closed') return Promise.reject(callOver());
    const opening: Opening = { at: 'opening', ready: Promise.resolve(), unmutes };
    this.#microphone = opening;
    opening.ready = this.#opened(opening).catch((error) => {
      if (this.#microphone === opening) this.#microphone = before;
      throw error;
    });
    return opening.ready;
  }

  async #opened(opening: Opening): Promise<void> {
    const track = await this.#source.openMicrophone();
    if (this.#microphone === opening && opening.unmutes !== false) {
      const taken = this.#take(track);
      if (opening.unmutes) this.#setMuted(false); // Now: a mute() from here on counts.
      return taken;
    }
    track.stop();
    if (this.#microphone !== opening) throw callOver();
    this.#miss(); // The user took the wish back.
  }

  async #take(track: MediaStreamTrack): Promise<void> {
    this.#microphone = { at: 'live', track };
    this.#sent.set(track, true);
    track.onended = () => void this.#lost(track);
    this.#track = track;
    this.#apply();
    await this.#place().catch((error) => {
      this.release();
      throw error;
    });
    this.#owner.onSettled();
  }

  /** The device is gone. One that the page replaced on this call is no longer the call's. */
  async #lost(track: MediaStreamTrack): Promise<void> {
    if (this.#track !== track) return;
    this.release();
    this.#owner.emit('microphone', 'lost');
    try {
      await this.#open();
      this.#owner.emit('microphone', 'recovered');
    } catch (error) {
      this.#missed(error);
    }
  }

  #missed(error: unknown): void {
    this.#miss();
    this.#owner.report(error);
  }

  #miss(): void {
    if (this.#microphone.at === 'closed') return;
    this.release();
    this.#microphone = { at: 'missing' };
    this.#setMuted(true);
  }

  #setMuted(muted: boolean): void {
    if (muted === this.#isMuted) return;
    this.#isMuted = muted;
    this.#apply();
    this.#owner.onMuted();
  }

  #place(): Promise<void> {
    return this.#replace(this.#hold === 'silent' ? null : this.#track);
  }

  /** A track that the page put on the call. */
  #adopt(track: MediaStreamTrack): void {
    if (!this.#sent.has(track)) this.#sent.set(track, !this.#source.keepTracks);
  }

  #apply(): void {
    for (const { track } of this.#peerConnection?.getSenders() ?? []) if (track) this.#adopt(track);
    const isSilent = this.#isMuted || this.isHeld;
    for (const track of isSilent ? this.#sent.keys() : this.#silenced) {
      if (isSilent && track.enabled) this.#silenced.add(track);
      track.enabled = !isSilent;
    }
    if (!isSilent) this.#silenced.clear();
  }
}
