import type { PhoneError } from '../../core/phone-error.js';
import type { Rest } from '../../rest/client.js';
import type { RestError } from '../../rest/rest-error.js';
import { ask } from './rest-fault.js';
import type { EmergencyAddress, EmergencyAddressRequest, Schemas } from './types.js';

/** Where emergency services are sent for this user (E911), and which address this phone says that it is at. */
export class EmergencyAddressBook {
  readonly #rest: Rest;
  /** What the phone presents when it authenticates. */
  id: string | undefined;

  constructor(rest: Rest, id: string | undefined) {
    this.#rest = rest;
    this.id = id;
  }

  get(): Promise<EmergencyAddress | null> {
    return ask(this.#rest, 'The emergency address could not be read', (client, init) =>
      client.GET('/v1/me/emergency-address', init),
    ).then(this.#known, (error: PhoneError) => {
      const { status, isOfService } = error.cause as RestError;
      if (status === 404 && isOfService) return null;
      throw error;
    });
  }

  set(address: EmergencyAddressRequest): Promise<EmergencyAddress> {
    return ask(this.#rest, 'The emergency address could not be set', (client, init) =>
      client.POST('/v1/me/emergency-address', { ...init, body: address }),
    ).then(this.#known);
  }

  readonly #known = ({ validated_at, ...address }: Schemas['EmergencyAddress']): EmergencyAddress => {
    this.id = address.id;
    return { ...address, validatedAt: validated_at };
  };
}
