/**
 * `@dialstack/sdk/sandbox`: an embedded DialStack service to develop and test against, without an account.
 * @module
 */
export { SERVICES, type Service } from './calls/services.js';
export { describeCommands } from './control/commands.js';
export type { Affected, CallStatus, Control, ControlledRequest, PhoneStatus } from './control/control.js';
export { ControlError } from './control/control-error.js';
export { describe } from './describe.js';
export type { SandboxLimits } from './limits.js';
export type { SandboxLog } from './log.js';
export { type Sandbox, type SandboxAccount, type SandboxOptions, type SandboxUser, startSandbox } from './sandbox.js';
