/**
 * `@dialstack/sdk/sandbox`: an embedded DialStack service to develop and test against, without an account.
 * @packageDocumentation
 */
export type { EndReason, ServerMessageType } from '../../generated/v1/messages.js';
export type { OperationId } from '../../generated/v1/operations.js';
export type { AnswerErrorCode, EndingErrorCode, RequestType } from '../../generated/v1/protocol.js';
export { SERVICES, type Service } from './calls/services.js';
export { describeCommands } from './control/control.js';
export { ControlError } from './control/control-error.js';
export type { Control, ControlledRequest } from './control/control-methods.js';
export type { MintedToken } from './control/credentials.js';
export type { Affected } from './control/phones.js';
export type { CallStatus, PhoneStatus } from './control/status.js';
export { describe } from './describe.js';
export type { GivenLimits, SandboxLimits } from './limits.js';
export type { SandboxLog } from './log.js';
export { OptionError } from './option-error.js';
export {
  type Sandbox,
  type SandboxIceServer,
  type SandboxOptions,
  startSandbox,
} from './sandbox.js';
export type { SandboxAccount, SandboxUser } from './world/built-in.js';
