import type { CallRestored } from '../../generated/v1/messages.js';

/** A `call.restored` message. By default for an active outbound call. */
export const restored = (fields: Partial<CallRestored> = {}): CallRestored => ({
  type: 'call.restored',
  call_id: 'call_1',
  state: 'active',
  direction: 'outbound',
  from: '101',
  from_name: null,
  to: '102',
  answered_at: null,
  ...fields,
});
