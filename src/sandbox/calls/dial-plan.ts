import { limits } from '../../../generated/v1/protocol.js';
import { Refusal } from '../phones/refusal.js';
import type { Account, User, World } from '../world/world.js';
import { EMERGENCY_SERVICES, SERVICES, type Service } from './services.js';

/** What a dialled number reaches. */
export type Target =
  | { kind: 'user'; user: User }
  | { kind: 'service'; service: Service }
  /** An unassigned number. */
  | { kind: 'nobody' };

export interface Destination {
  readonly number: string;
  /** Whether the call goes to the public network, which requires an emergency address. */
  readonly isPublic: boolean;
  readonly target: Target;
}

/** The public number of a service: 600 is +1 212 555 0100, 609 is +1 212 555 0109. */
export const publicNumberOf = (service: Service): string => `+121255501${service.code.slice(1)}`;

const SEPARATORS = /[ .\-()]/g;
const E164 = /^\+[1-9]\d{1,14}$/;
const SHORT = /^[\d*#]+$/;

const byCode = new Map([...SERVICES, ...EMERGENCY_SERVICES].map((service) => [service.code, service]));
const byNumber = new Map(SERVICES.map((service) => [publicNumberOf(service), service]));

/** Resolves what a phone of the account dialled. @throws Refusal `invalid_message` if it is not a number. */
export function readDestination(world: World, account: Account, dialled: string): Destination {
  const number = dialled.replace(SEPARATORS, '');
  const isPublic = E164.test(number);
  if (number.length > limits.destinationMaxChars || !(isPublic || SHORT.test(number))) {
    throw new Refusal(
      'invalid_message',
      `The destination is not a number. Use E.164 with +, or up to ${limits.destinationMaxChars} digits, * and #.`,
    );
  }
  const user = world.userAt(account, number);
  const service = isPublic ? byNumber.get(number) : byCode.get(number);
  const target: Target = user ? { kind: 'user', user } : service ? { kind: 'service', service } : { kind: 'nobody' };
  return { number, isPublic: isPublic && !user, target };
}
