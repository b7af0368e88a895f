import type { Testbed } from './testbed.js';

export interface RestCall {
  /** An API key or a user token. */
  readonly credential?: string;
  /** Sent as JSON, except for a string, which is sent unchanged. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Sends a REST request to the testbed's service, for example `restCall(bed, 'GET /v1/me/presence', {…})`. */
export async function restCall(
  bed: Pick<Testbed, 'apiBaseUrl'>,
  request: string,
  { credential, body, headers = {} }: RestCall = {},
): Promise<RestAnswer> {
  const [method = '', path = ''] = request.split(' ');
  const response = await fetch(`${bed.apiBaseUrl}${path}`, {
    method,
    headers: {
      ...(credential !== undefined && { Authorization: `Bearer ${credential}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as RestAnswer['body']),
  };
}
