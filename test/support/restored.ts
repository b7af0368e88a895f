import type { CallRestored } from '../../generated/v1/messages.js';

/** What a service says of a call that it kept: an active one that was placed here, unless told otherwise. */
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
