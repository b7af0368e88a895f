import type { ClientMessage } from '../../../generated/v1/messages.js';
import { clientMessages as exact } from '../../../generated/v1/validators/closed.js';
import { clientMessages as accepted } from '../../../generated/v1/validators/open.js';
import type { Validator } from '../../../generated/v1/validators/types.js';
import { explain } from '../explain.js';

/** The result of reading a client's frame. */
export type ReadFrame =
  /** `remark` names what a strict reader would refuse, for example an unknown field. */
  | { kind: 'message'; message: ClientMessage; remark?: string }
  /** A message that breaks the contract. Has the ids of the frame if they are valid. */
  | { kind: 'invalid'; problem: string; reqId?: string; callId?: string }
  /** Not a JSON object with a string `type`. */
  | { kind: 'noise'; problem: string };

/**
 * Reads a client's frame. It does not share code with the SDK's codec, so that a mistake there cannot go unnoticed
 * here.
 */
export function readFrame(text: string): ReadFrame {
  const frame = parse(text);
  if (typeof frame !== 'object' || frame === null || Array.isArray(frame)) return noise('it is not a JSON object');
  const { type, req_id, call_id } = frame as Record<string, unknown>;
  if (!Object.hasOwn(frame, 'type') || typeof type !== 'string') return noise('it has no type');
  const ids = {
    ...(typeof req_id === 'string' && req_id.length <= 128 && req_id && { reqId: req_id }),
    ...(typeof call_id === 'string' && call_id.length <= 64 && call_id && { callId: call_id }),
  };
  if (!Object.hasOwn(accepted, type))
    return { kind: 'invalid', problem: `there is no message ${JSON.stringify(type.slice(0, 64))}`, ...ids };
  const validate = (accepted as Record<string, Validator<unknown>>)[type] as Validator<unknown>;
  if (!validate(frame)) return { kind: 'invalid', problem: `${type}: ${explain(validate)}`, ...ids };
  const strict = (exact as Record<string, Validator<unknown>>)[type] as Validator<unknown>;
  const message = frame as ClientMessage;
  return strict(frame)
    ? { kind: 'message', message }
    : { kind: 'message', message, remark: `${type}: ${explain(strict)}` };
}

const noise = (problem: string): ReadFrame => ({ kind: 'noise', problem });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
