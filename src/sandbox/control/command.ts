import type { Exchange } from '../calls/exchange.js';
import type { SandboxLog } from '../log.js';
import type { Sessions } from '../phones/sessions.js';
import type { SignallingServer } from '../signalling/signalling-server.js';
import type { Faults } from '../world/faults.js';
import type { Tokens } from '../world/tokens.js';
import type { World } from '../world/world.js';
import { ControlError } from './control-error.js';
import type { Kind } from './kinds.js';

/** The parts of the sandbox that commands work on. */
export interface ControlPort {
  readonly world: World;
  readonly tokens: Tokens;
  readonly sessions: Sessions;
  readonly exchange: Exchange;
  readonly signalling: SignallingServer;
  readonly faults: Faults;
  readonly log: SandboxLog;
}

/** A parameter of a command. The caller passes a `T`, or may leave it out; `run()` gets a `Read`. */
export interface Parameter<T = unknown, Read = unknown, Required extends boolean = boolean> {
  readonly kind: Kind<T>;
  readonly required: Required;
  readonly fallback: Read;
}

type Parameters = Readonly<Record<string, Parameter>>;
type RequiredIn<P extends Parameters> = { [K in keyof P]: P[K]['required'] extends true ? K : never }[keyof P];
type TypeOf<P> = P extends Parameter<infer T, infer _> ? T : never;
type ReadOf<P> = P extends Parameter<infer _, infer Read> ? Read : never;

/** Flattens an intersection, so that editors show one plain object. */
type Flat<T> = T extends infer O ? { readonly [K in keyof O]: O[K] } : never;

/** The parameters that the caller of a command passes. */
export type Given<P extends Parameters> = Flat<
  { [K in keyof P as K & RequiredIn<P>]: TypeOf<P[K]> } & {
    [K in keyof P as Exclude<K, RequiredIn<P>>]?: TypeOf<P[K]> | undefined;
  }
>;
type ReadIn<P extends Parameters> = { readonly [K in keyof P]: ReadOf<P[K]> };

/** A control command. */
export interface Command<P extends Parameters = Parameters, R = unknown> {
  /** What it does, in Markdown. Shown in docs/sandbox.md and by `dialstack sandbox --help`. */
  readonly about: string;
  /** What the phone sees, in Markdown. Shown in docs/sandbox.md. */
  readonly seen: string;
  readonly parameters: P;
  run(port: ControlPort, parameters: ReadIn<P>): R;
}

/** The method of `sandbox.control` that runs a command. */
export type MethodOf<C> =
  C extends Command<infer P, infer R>
    ? keyof P extends never
      ? () => R
      : Record<never, never> extends Given<P>
        ? (parameters?: Given<P>) => R
        : (parameters: Given<P>) => R
    : never;

export const command = <P extends Parameters, R>(declared: Command<P, R>): Command<P, R> => declared;

export const required = <T>(kind: Kind<T>): Parameter<T, T, true> => ({
  kind,
  required: true,
  fallback: undefined as T, // Never read.
});

export function optional<T>(kind: Kind<T>): Parameter<T, T | undefined, false>;
export function optional<T>(kind: Kind<T>, fallback: T): Parameter<T, T, false>;
export function optional<T>(kind: Kind<T>, fallback?: T): Parameter<T, T | undefined, false> {
  return { kind, required: false, fallback };
}

/** Checks what a caller passed. @throws ControlError that names the wrong parameter and says what it accepts. */
export function readParameters<P extends Parameters>(name: string, parameters: P, given: unknown): ReadIn<P> {
  const values = entriesOf(name, given);
  for (const key of values.keys()) {
    if (Object.hasOwn(parameters, key)) continue;
    const known = Object.keys(parameters).join(', ') || 'nothing';
    throw new ControlError(400, `${name} has no parameter ${key.slice(0, 64)}. It takes ${known}.`);
  }
  const read = Object.entries(parameters).map(([key, { kind, required, fallback }]) => {
    const value = values.get(key);
    if (value === undefined && !required) return [key, fallback];
    if (kind.accepts(value)) return [key, value];
    throw new ControlError(400, `${name}: ${key} must be ${kind.fits}, not ${shown(value)}.`);
  });
  return Object.fromEntries(read) as ReadIn<P>;
}

/** Copies the parameters first, so that a getter cannot return another value after the check. */
function entriesOf(name: string, given: unknown): ReadonlyMap<string, unknown> {
  try {
    if (given === undefined) return new Map();
    if (isPlainObject(given)) return new Map(Object.entries(given));
  } catch {
    throw new ControlError(400, `${name}: reading its parameters failed. Pass a plain object.`);
  }
  throw new ControlError(400, `${name} takes its parameters as one plain object, not ${shown(given)}.`);
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || (Object.getPrototypeOf(prototype) === null && !Array.isArray(value));
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'object') return value === null ? 'null' : 'an object';
  return typeof value === 'function' || typeof value === 'symbol' ? `a ${typeof value}` : String(value).slice(0, 40);
}
