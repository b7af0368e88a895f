/** Types that the package writes out for its users, held against where they come from. Compiled by `tsc`, never run. */
import type { components } from '../../generated/v1/rest.js';
import type { CommandMethods } from '../../src/sandbox/control/control.js';
import type * as sandbox from '../../src/sandbox/index.js';
import type * as server from '../../src/server/index.js';
import type * as webrtc from '../../src/webrtc/index.js';
import { type Equal, expectType, type Given } from './equal.js';

type Schemas = components['schemas'];

// What the server client takes and returns is what the REST document says.
expectType<Equal<server.CreateUserParams, Given<Schemas['CreateUserRequest']>>>();
expectType<Equal<server.User, Schemas['User']>>();
expectType<Equal<server.CreateUserSessionParams, Given<Schemas['CreateUserSessionRequest']>>>();
expectType<Equal<server.UserSession, Schemas['UserSession']>>();
expectType<Equal<server.SessionRevocation, Schemas['SessionRevocation']>>();
expectType<Equal<server.IceServer, Schemas['IceServer']>>();
expectType<Equal<server.IceServers, Schemas['IceServers']>>();

// So is what the phone takes and returns, but for the spelling of the names.
expectType<Equal<webrtc.OwnPresenceStatus, Schemas['OwnPresenceStatus']>>();
expectType<Equal<webrtc.AddressSuggestion, Schemas['AddressSuggestion']>>();
expectType<Equal<webrtc.EmergencyAddressRequest, Given<Schemas['EmergencyAddressRequest']>>>();
expectType<
  Equal<
    {
      [K in keyof webrtc.EmergencyAddress as K extends 'validatedAt' ? 'validated_at' : K]: webrtc.EmergencyAddress[K];
    },
    { [K in keyof Schemas['EmergencyAddress']]: Schemas['EmergencyAddress'][K] }
  >
>();

// `Control` has a method for each command, with its parameters and its result.
expectType<Equal<keyof sandbox.Control, keyof CommandMethods>>();
type SameMethod<A, B> = A extends (...args: infer P) => infer R
  ? B extends (...args: infer Q) => infer S
    ? Equal<[P, R], [Q, S]>
    : false
  : false;
expectType<
  { [C in keyof sandbox.Control]: SameMethod<sandbox.Control[C], CommandMethods[C]> }[keyof sandbox.Control]
>();

// With `exactOptionalPropertyTypes` too, an option may be given as `undefined`: `{ apiBaseUrl: process.env.API }`.
type TakesUndefined<Options> = Equal<{ [K in keyof Options]: Options[K] }, Given<Options>>;
expectType<TakesUndefined<webrtc.PhoneOptions>>();
expectType<TakesUndefined<NonNullable<webrtc.PhoneOptions['platform']>>>();
expectType<TakesUndefined<webrtc.CallOptions>>();
expectType<TakesUndefined<webrtc.ConnectOptions>>();
expectType<TakesUndefined<webrtc.ListenerOptions>>();
expectType<TakesUndefined<webrtc.DirectoryQuery>>();
expectType<TakesUndefined<webrtc.EmergencyAddressRequest>>();
expectType<TakesUndefined<server.DialStackOptions>>();
expectType<TakesUndefined<server.CreateUserParams>>();
expectType<TakesUndefined<server.CreateUserSessionParams>>();
expectType<TakesUndefined<sandbox.SandboxOptions>>();
expectType<TakesUndefined<NonNullable<sandbox.SandboxOptions['limits']>>>();
expectType<TakesUndefined<sandbox.SandboxIceServer>>();
