import { restResponses } from '../../generated/v1/validators/closed.js';

export interface ApiRequest {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | null;
  readonly signal: AbortSignal;
}

type Answer = () => Response | Promise<Response>;

export const SERVERS: RTCIceServer[] = [
  { urls: ['stun:stun.example.test:3478'] },
  { urls: 'turn:turn.example.test:3478', username: 'user', credential: 'secret' },
];

/** The REST service as `fetch` reaches it: no network. Asked for ICE servers it gives them, unless told otherwise. */
export class ScriptedApi {
  readonly requests: ApiRequest[] = [];
  #answer: Answer = () => new Response();

  constructor() {
    this.answerIce(SERVERS);
  }

  /** Gives these servers from now on; they expire at `expiresAt`. */
  answerIce(servers: RTCIceServer[], expiresAt = Date.now() + 3_600_000): void {
    this.answer(200, { ice_servers: servers, expires_at: new Date(expiresAt).toISOString() });
  }

  /** Answers the request for ICE servers as the contract allows. */
  answer(status: 200 | 401 | 429 | 500, body: unknown, headers: Record<string, string> = {}): void {
    const validate = restResponses.getIceServers[status];
    if (!validate(body)) throw new Error(`the script breaks the contract: ${JSON.stringify(validate.errors?.[0])}`);
    this.answerWith(() => Response.json(body, { status, headers: { 'X-Request-Id': 'req_1', ...headers } }));
  }

  /** Answers with anything, the wrong included; or throws as `fetch` does. */
  answerWith(answer: Answer): void {
    this.#answer = answer;
  }

  /** Takes requests and never answers. */
  fallSilent(): void {
    this.answerWith(() => new Promise<never>(() => {}));
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const { method, url, headers, signal } = new Request(input, init);
    this.requests.push({ method, url, authorization: headers.get('Authorization'), signal });
    return this.#answer();
  };
}
