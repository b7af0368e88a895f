import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { demandOwnOrigin } from '../http/gate.js';
import { bearerOf, parseBody, readBody, requestUrl, sendJson } from '../http/http.js';
import { Problem } from '../http/problem.js';
import { faultOf, type SandboxLog } from '../log.js';
import { CONTROL_COMMANDS, type ControlCommand } from './control.js';
import { ControlError } from './control-error.js';
import type { Control } from './control-methods.js';

/** The path prefix of the control API. No path of specs/v1/rest.openapi.yaml starts with it. */
export const CONTROL_PATH = '/sandbox/';

export interface ControlServerPort {
  readonly control: Control;
  readonly apiKey: string;
  readonly log: SandboxLog;
}

/**
 * The control API over HTTP: `POST /sandbox/<command>` with the parameters as JSON and the API key as Bearer token.
 * Web pages cannot use it: requests of other sites are refused, there are no CORS headers, and an API key must not be
 * in a page.
 */
export class ControlServer {
  readonly #port: ControlServerPort;

  constructor(port: ControlServerPort) {
    this.#port = port;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = requestUrl(request).pathname.slice(CONTROL_PATH.length);
    try {
      demandOwnOrigin(request);
      const text = await readBody(request);
      if (!isSame(bearerOf(request), this.#port.apiKey))
        throw new Problem(
          401,
          'unauthorized',
          'The API key is not valid. Use the key that the sandbox printed at its start.',
        );
      if (!isCommand(name)) throw new ControlError(404, `There is no command ${name}. The commands are ${names()}.`);
      if (request.method !== 'POST') throw new Problem(405, 'method_not_allowed', `Use POST for ${name}.`);
      const parameters = text === '' ? {} : parseBody(text);
      const run = this.#port.control[name] as (parameters: unknown) => unknown;
      const result = (await run(parameters)) ?? {};
      this.#port.log.info(`control: ${name} ${JSON.stringify(parameters)}`);
      sendJson(response, 200, result);
    } catch (error) {
      const isExpected = error instanceof ControlError || error instanceof Problem;
      if (!isExpected) this.#port.log.warn(faultOf(error, `on the command ${name}`));
      sendJson(response, isExpected ? error.status : 500, {
        error: isExpected ? error.message : 'The sandbox failed. See its log.',
      });
    }
  }
}

const isCommand = (name: string): name is ControlCommand => Object.hasOwn(CONTROL_COMMANDS, name);
const names = () => Object.keys(CONTROL_COMMANDS).join(', ');

/** Compares in constant time, so that the response time does not reveal how much of a key is right. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
