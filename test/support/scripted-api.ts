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

/** A `fetch` that reaches a scripted REST service without a network. By default it answers with ICE servers. */
export class ScriptedApi {
  readonly requests: ApiRequest[] = [];
  #answer: Answer = () => new Response();

  constructor() {
    this.answerIce(SERVERS);
  }

  /** Answers with these ICE servers from now on. `expiresAt` is in ms since the epoch. */
  answerIce(servers: RTCIceServer[], expiresAt = Date.now() + 3_600_000): void {
    this.answer(200, { ice_servers: servers, expires_at: new Date(expiresAt).toISOString() });
  }

  /** Answers with this status and body from now on. They must be what the contract allows for `getIceServers`. */
  answer(status: 200 | 401 | 429 | 500, body: unknown, headers: Record<string, string> = {}): void {
    const validate = restResponses.getIceServers[status];
    if (!validate(body)) throw new Error(`the script breaks the contract: ${JSON.stringify(validate.errors?.[0])}`);
    this.answerWith(() => Response.json(body, { status, headers: { 'X-Request-Id': 'req_1', ...headers } }));
  }

  /** Answers with anything from now on, even if it breaks the contract. May throw, as `fetch` does. */
  answerWith(answer: Answer): void {
    this.#answer = answer;
  }

  /** Never answers from now on. */
  fallSilent(): void {
    this.answerWith(() => new Promise<never>(() => {}));
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const { method, url, headers, signal } = new Request(input, init);
    this.requests.push({ method, url, authorization: headers.get('Authorization'), signal });
    return this.#answer();
  };
}
