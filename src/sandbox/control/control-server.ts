import type { IncomingMessage, ServerResponse } from 'node:http';
import { bearerOf, parseBody, readBody, requestUrl, sendJson } from '../http/http.js';
import { Problem } from '../http/problem.js';
import type { SandboxLog } from '../log.js';
import { CONTROL_COMMANDS, type ControlCommand, type Parameter } from './commands.js';
import type { Control } from './control.js';
import { ControlError } from './control-error.js';

/** Where the control API is; no path of the contract begins so. */
export const CONTROL_PATH = '/sandbox/';

export interface ControlServerPort {
  readonly control: Control;
  readonly apiKey: string;
  readonly log: SandboxLog;
}

/**
 * The control API over HTTP: `POST /sandbox/<command>` with the parameters as JSON, and the API key as Bearer. Pages
 * cannot reach it: it sends no CORS headers, and the key has no business in a page.
 */
export class ControlServer {
  readonly #port: ControlServerPort;

  constructor(port: ControlServerPort) {
    this.#port = port;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = requestUrl(request).pathname.slice(CONTROL_PATH.length);
    try {
      const text = await readBody(request);
      if (bearerOf(request) !== this.#port.apiKey) throw new Problem(401, 'unauthorized', 'The API key is not valid.');
      if (!isCommand(name)) throw new ControlError(404, `There is no command ${name}; there are ${names()}.`);
      if (request.method !== 'POST') throw new Problem(405, 'method_not_allowed', `Use POST for ${name}.`);
      const parameters = checked(name, text === '' ? {} : parseBody(text));
      const run = this.#port.control[name] as (parameters: unknown) => unknown;
      const result = run.call(this.#port.control, parameters) ?? {};
      this.#port.log.info(`control: ${name} ${JSON.stringify(parameters)}`);
      sendJson(response, 200, result);
    } catch (error) {
      const isExpected = error instanceof ControlError || error instanceof Problem;
      if (!isExpected) this.#port.log.warn(`a fault of the sandbox: ${error instanceof Error ? error.stack : error}`);
      sendJson(response, isExpected ? error.status : 500, {
        error: isExpected ? error.message : 'The sandbox failed.',
      });
    }
  }
}

const isCommand = (name: string): name is ControlCommand => Object.hasOwn(CONTROL_COMMANDS, name);
const names = () => Object.keys(CONTROL_COMMANDS).join(', ');

/** @throws ControlError that says which parameter is wrong, and how. */
function checked(name: ControlCommand, given: unknown): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new ControlError(400, 'The body is not a JSON object.');
  const parameters: Readonly<Record<string, Parameter>> = CONTROL_COMMANDS[name].parameters;
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(parameters, key))
      throw new ControlError(
        400,
        `${name} takes no ${key}; it takes ${Object.keys(parameters).join(', ') || 'nothing'}.`,
      );
  }
  for (const [key, { type, required, oneOf }] of Object.entries(parameters)) {
    const value = (given as Record<string, unknown>)[key];
    if (value === undefined && !required) continue;
    if (typeof value !== type) throw new ControlError(400, `${name} wants ${key} as a ${type}.`);
    if (oneOf && !oneOf.includes(value as string)) throw new ControlError(400, `${key} is one of ${oneOf.join(', ')}.`);
  }
  return given as Record<string, unknown>;
}
