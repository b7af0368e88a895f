/** The lists of names that are compared at run time hold what the interfaces hold. Compiled by `tsc`, never run. */
import type { Words } from '../../src/core/unknown-name.js';
import type { SandboxOptions } from '../../src/sandbox/index.js';
import type { SANDBOX_OPTIONS } from '../../src/sandbox/sandbox.js';
import type { SERVER_OPTIONS } from '../../src/server/dialstack.js';
import type { DialStackOptions } from '../../src/server/index.js';
import type { CALL_EVENTS } from '../../src/webrtc/calls/live-call.js';
import type { CallEvents, PhoneEvents, PhoneOptions } from '../../src/webrtc/index.js';
import type { PHONE_EVENTS, PHONE_OPTIONS } from '../../src/webrtc/phone.js';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

export const same: readonly true[] = [
  true satisfies Same<Words<typeof PHONE_OPTIONS>, keyof PhoneOptions>,
  true satisfies Same<Words<typeof PHONE_EVENTS>, keyof PhoneEvents>,
  true satisfies Same<Words<typeof CALL_EVENTS>, keyof CallEvents>,
  true satisfies Same<Words<typeof SERVER_OPTIONS>, keyof DialStackOptions>,
  true satisfies Same<Words<typeof SANDBOX_OPTIONS>, keyof SandboxOptions>,
];
