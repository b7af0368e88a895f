/**
 * `@dialstack/sdk/sandbox`: an embedded DialStack service to develop and test against, without an account.
 * @module
 */
export { SERVICES, type Service } from './calls/services.js';
export { type Control, type ControlledRequest, describeCommands } from './control/control.js';
export { ControlError } from './control/control-error.js';
export type { Affected } from './control/phones.js';
export type { CallStatus, PhoneStatus } from './control/status.js';
export { describe } from './describe.js';
export type { SandboxLimits } from './limits.js';
export type { SandboxLog } from './log.js';
export { OptionError } from './option-error.js';
export { type Sandbox, type SandboxAccount, type SandboxOptions, type SandboxUser, startSandbox } from './sandbox.js';
