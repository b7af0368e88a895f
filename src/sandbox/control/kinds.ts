import { isIP } from 'node:net';
import { operations } from '../../../generated/v1/operations.js';
import { replyTypes, serverMessageTypes } from '../../../generated/v1/protocol.js';
import { SERVICES } from '../calls/services.js';

/** The type of a parameter. */
export interface Kind<T> {
  /** Describes the values that fit. Completes the sentence "must be …". */
  readonly fits: string;
  /** Never throws, whatever the value. */
  accepts(value: unknown): value is T;
}

const text = (fits: string, accepts: (value: string) => boolean): Kind<string> => ({
  fits,
  accepts: (value): value is string => typeof value === 'string' && accepts(value),
});

const upTo = (max: number, what: string) =>
  text(
    `${what}: 1 to ${max} characters`,
    (value) => value.length >= 1 && value.length <= max && !/\p{Surrogate}/u.test(value),
  );

const wholeNumber = (from: number, to: number): Kind<number> => ({
  fits: `a whole number from ${from} to ${to}`,
  accepts: (value): value is number => Number.isInteger(value) && Number(value) >= from && Number(value) <= to,
});

export function oneOf<const T extends string>(values: readonly T[]): Kind<T> {
  return {
    fits: `one of ${values.join(', ')}`,
    accepts: (value): value is T => (values as readonly unknown[]).includes(value),
  };
}

export const flag: Kind<boolean> = {
  fits: 'true or false',
  accepts: (value): value is boolean => typeof value === 'boolean',
};

export const user = upTo(64, "a user's id, extension or number");
export const call = upTo(64, "the id of a phone's call");
export const times = wholeNumber(1, 1_000_000);
export const milliseconds = wholeNumber(0, 600_000);
export const seconds = wholeNumber(1, 86_400);
/** Of a token, in seconds: a week at most, as the contract says. */
export const lifetime = wholeNumber(1, 604_800);
export const status = wholeNumber(400, 599);
export const address = text('an IP address', (value) => isIP(value) !== 0);
export const callerNumber = text('a number: E.164 with +, or at most 32 digits, * and #', (value) =>
  /^(?:\+[1-9]\d{1,14}|[\d*#]{1,32})$/.test(value),
);
export const callerName = upTo(256, 'a name');
/** The number of a service that answers. */
export const service = oneOf(
  SERVICES.filter(({ script }) => script.outcome.kind === 'answers').map(({ code }) => code),
);

const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[];
/** A request that has a reply: a message type or a REST operation id. */
export const request = oneOf([...keysOf(replyTypes), ...keysOf(operations)]);
export const frame = oneOf(serverMessageTypes);
