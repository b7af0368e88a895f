import * as limits from '../../generated/v1/limits.js';
import type { ClientMessage, ServerMessage } from '../../generated/v1/messages.js';
import { serverMessageValidators } from '../../generated/v1/validators/received.js';
import type { Validator } from '../../generated/v1/validators/types.js';

/** What one text frame turned out to be. */
export type Decoded =
  | { kind: 'message'; message: ServerMessage }
  /** A type that this version does not know: the contract says to ignore it. */
  | { kind: 'unknown'; type: string }
  /** It breaks the contract. `type` and `callId` are there when they could be read. */
  | { kind: 'malformed'; problem: string; type?: string; callId?: string };

const validators: Readonly<Record<string, Validator<ServerMessage> | undefined>> = serverMessageValidators;

/** The only place where the client reads frames. Never throws. */
export function decode(data: unknown): Decoded {
  if (typeof data === 'string' && data.length > limits.serverFrameMaxBytes) {
    return { kind: 'malformed', problem: 'a frame is too large' };
  }
  let frame: unknown;
  try {
    frame = JSON.parse(data as string);
  } catch {
    return { kind: 'malformed', problem: 'a frame is not JSON' };
  }
  if (typeof frame !== 'object' || frame === null || !Object.hasOwn(frame, 'type')) {
    return { kind: 'malformed', problem: 'a frame is not an object with a type' };
  }
  const { type, call_id } = frame as { type: unknown; call_id?: unknown };
  if (typeof type !== 'string') return { kind: 'malformed', problem: 'the type of a frame is not a string' };
  const validate = Object.hasOwn(validators, type) ? validators[type] : undefined;
  if (!validate) return { kind: 'unknown', type };
  if (validate(frame)) return { kind: 'message', message: frame };
  const [error] = validate.errors ?? [];
  const problem = `${type}${error?.instancePath ?? ''} fails ${error?.keyword} ${JSON.stringify(error?.params ?? {})}`;
  return { kind: 'malformed', problem, type, ...(typeof call_id === 'string' && { callId: call_id }) };
}

/** The only place where the client writes frames. */
export const encode = (message: ClientMessage): string => JSON.stringify(message);
