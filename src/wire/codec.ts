import * as limits from '../../generated/v1/limits.js';
import type { ClientMessage, ServerMessage } from '../../generated/v1/messages.js';
import { serverMessageShapes } from '../../generated/v1/shapes.js';
import { findFault } from '../../generated/v1/validators/rules.js';
import { attempt } from '../core/attempt.js';

/** The result of reading a text frame. Empty if this version does not know its type. */
export interface Decoded {
  readonly message?: ServerMessage;
  /** How the frame breaks the contract. */
  readonly problem?: string;
  /** The type and call of a frame that breaks the contract, if they could be read. */
  readonly type?: string;
  readonly callId?: string;
}

/** The only place where the client reads frames. Never throws. */
export function decode(data: unknown): Decoded {
  if (typeof data === 'string' && data.length > limits.serverFrameMaxBytes) {
    return { problem: 'too large' };
  }
  const frame = attempt(() => JSON.parse(data as string));
  const { type, call_id } = Object(frame) as { type?: unknown; call_id?: unknown };
  if (typeof type !== 'string') return { problem: 'not a JSON object with a type' };
  const shape = Object.hasOwn(serverMessageShapes, type) && serverMessageShapes[type as ServerMessage['type']];
  if (!shape) return {}; // The contract says to ignore it.
  const fault = findFault(frame, shape);
  if (!fault) return { message: frame };
  return { problem: type + fault, type, ...(typeof call_id === 'string' && { callId: call_id }) };
}

/** The only place where the client writes frames. */
export const encode = (message: ClientMessage): string => JSON.stringify(message);
