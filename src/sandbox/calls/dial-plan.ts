import { limits } from '../../../generated/v1/protocol.js';
import { Refusal } from '../phones/refusal.js';
import type { Account, User, World } from '../world/world.js';
import { EMERGENCY_SERVICES, SERVICES, type Service } from './services.js';

/** What a dialled number reaches. */
export type Target =
  | { kind: 'user'; user: User }
  | { kind: 'service'; service: Service }
  /** A number that nobody has. */
  | { kind: 'nobody' };

export interface Destination {
  readonly number: string;
  /** Whether the call leaves for the public network, where the emergency gate stands. */
  readonly isPublic: boolean;
  readonly target: Target;
}

/** 6xx is reached over the public network at +1 212 555 01xx. */
export const publicNumberOf = (service: Service): string => `+121255501${service.code.slice(1)}`;

const SEPARATORS = /[ .\-()]/g;
const E164 = /^\+[1-9]\d{1,14}$/;
const SHORT = /^[\d*#]+$/;

const byCode = new Map([...SERVICES, ...EMERGENCY_SERVICES].map((service) => [service.code, service]));
const byNumber = new Map(SERVICES.map((service) => [publicNumberOf(service), service]));

/** Reads a destination as the account's phones dial it. @throws Refusal when it is no number. */
export function readDestination(world: World, account: Account, dialled: string): Destination {
  const number = dialled.replace(SEPARATORS, '');
  const isPublic = E164.test(number);
  if (number.length > limits.destinationMaxChars || !(isPublic || SHORT.test(number))) {
    throw new Refusal('invalid_message', 'The destination is not a number: E.164 with +, or digits, * and #.');
  }
  const user = world.userAt(account, number);
  const service = isPublic ? byNumber.get(number) : byCode.get(number);
  const target: Target = user ? { kind: 'user', user } : service ? { kind: 'service', service } : { kind: 'nobody' };
  return { number, isPublic: isPublic && !user, target };
}
