import type { CallIncoming, CallRestored, PresenceUpdate } from '../../generated/v1/messages.js';
import type { CallMessage } from './calls/call-phase.js';
import type { ServiceMessage } from './connection/session.js';

export interface Destinations {
  readonly calls: {
    incoming(message: CallIncoming): void;
    restored(message: CallRestored): void;
    deliver(message: CallMessage): void;
  };
  onNetworkChanged(): void;
  onPresence(update: PresenceUpdate): void;
}

/** Brings what the service says to whom it concerns. A type that the contract gains does not compile without a route. */
export function routeTo({ calls, onNetworkChanged, onPresence }: Destinations): (message: ServiceMessage) => void {
  return (message) => {
    switch (message.type) {
      case 'authenticated':
      case 'auth.refreshed':
      case 'pong':
      case 'presence.list':
        return; // It answers nothing.
      case 'network.changed':
        return onNetworkChanged();
      case 'presence.update':
        return onPresence(message);
      case 'call.incoming':
        return calls.incoming(message);
      case 'call.restored':
        return calls.restored(message);
      default:
        return calls.deliver(message);
    }
  };
}
