import * as limits from '../../generated/v1/limits.js';
import type { ClientMessage, ServerMessage } from '../../generated/v1/messages.js';
import { serverMessageShapes } from '../../generated/v1/validators/received.js';
import { type Fields, findFault } from '../../generated/v1/validators/rules.js';
import { attempt } from '../core/attempt.js';

/** What one text frame turned out to be. */
export type Decoded =
  | { kind: 'message'; message: ServerMessage }
  /** A type that this version does not know: the contract says to ignore it. */
  | { kind: 'unknown'; type: string }
  /** It breaks the contract. `type` and `callId` are there when they could be read. */
  | { kind: 'malformed'; problem: string; type?: string; callId?: string };

const shapes: Readonly<Record<string, Fields | undefined>> = serverMessageShapes;

/** The only place where the client reads frames. Never throws. */
export function decode(data: unknown): Decoded {
  if (typeof data === 'string' && data.length > limits.serverFrameMaxBytes) {
    return { kind: 'malformed', problem: 'a frame is too large' };
  }
  const frame = attempt(() => JSON.parse(data as string));
  const { type, call_id } = Object(frame) as { type?: unknown; call_id?: unknown };
  if (typeof type !== 'string') return { kind: 'malformed', problem: 'a frame is not a JSON object with a type' };
  const shape = Object.hasOwn(shapes, type) ? shapes[type] : undefined;
  if (!shape) return { kind: 'unknown', type };
  const fault = findFault(frame, shape);
  if (!fault) return { kind: 'message', message: frame as ServerMessage };
  return { kind: 'malformed', problem: type + fault, type, ...(typeof call_id === 'string' && { callId: call_id }) };
}

/** The only place where the client writes frames. */
export const encode = (message: ClientMessage): string => JSON.stringify(message);
