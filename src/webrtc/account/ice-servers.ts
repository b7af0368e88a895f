import { PhoneError } from '../../core/phone-error.js';
import { LONGEST_TIMER_MS, type Timers } from '../../core/timing.js';
import type { UserApi } from '../../rest/user-api.js';

const LEAD_MS = 60_000;

/** The ICE servers of this phone's calls: given by the page, or fetched, and fetched again once they have expired. */
export class IceServers {
  readonly #ask: UserApi;
  readonly #timers: Timers;
  #servers: RTCIceServer[] | undefined;
  #expiresAt = Infinity;
  #timer: unknown;
  #refresh = new AbortController();

  constructor(ask: UserApi, timers: Timers, given: RTCIceServer[] | undefined) {
    this.#ask = ask;
    this.#timers = timers;
    this.#servers = given;
  }

  /** What is known now and has not expired, for a call that cannot wait. */
  get current(): RTCIceServer[] {
    return (this.#isFresh && this.#servers) || [];
  }

  get #isFresh(): boolean {
    return this.#timers.now() < this.#expiresAt;
  }

  /** Fetches them anew, shortly before they expire, for calls that cannot wait. */
  keepFresh(): void {
    this.stop();
    this.#refresh = new AbortController();
    const { signal } = this.#refresh;
    const left = this.#expiresAt - this.#timers.now() - LEAD_MS;
    if (left > LONGEST_TIMER_MS) return;
    const again = () => signal.aborted || this.keepFresh();
    const refresh = () => void this.#fetch(signal).then(again, again);
    this.#timer = this.#timers.setTimeout(refresh, Math.max(left, LEAD_MS));
  }

  stop(): void {
    this.#timers.clearTimeout(this.#timer);
    this.#refresh.abort();
  }

  /**
   * Rejects with `ice_fetch_failed`, or with the token's own fault, within the deadline of a request; or with the
   * signal's reason.
   */
  async get(signal?: AbortSignal): Promise<RTCIceServer[]> {
    return this.#servers && this.#isFresh ? this.#servers : this.#fetch(signal);
  }

  async #fetch(signal?: AbortSignal): Promise<RTCIceServer[]> {
    const { ice_servers, expires_at } = await this.#ask('getIceServers', { failsAs: 'ice_fetch_failed', signal });
    const expiresAt = Date.parse(expires_at);
    if (Number.isNaN(expiresAt)) {
      throw new PhoneError('ice_fetch_failed', 'The ICE servers have no valid expiry.');
    }
    this.#servers = ice_servers;
    this.#expiresAt = expiresAt;
    return ice_servers;
  }
}
