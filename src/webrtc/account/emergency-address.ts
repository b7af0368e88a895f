import type { Rest } from '../../rest/client.js';
import { RestError } from '../../rest/rest-error.js';
import { fromRestFault } from './rest-fault.js';
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

  async get(): Promise<EmergencyAddress | null> {
    try {
      return this.#known(await this.#rest.run((client, init) => client.GET('/v1/me/emergency-address', init)));
    } catch (cause) {
      if (cause instanceof RestError && cause.status === 404 && cause.isOfService) return null;
      throw fromRestFault(cause, 'The emergency address could not be read');
    }
  }

  async set(address: EmergencyAddressRequest): Promise<EmergencyAddress> {
    try {
      return this.#known(
        await this.#rest.run((client, init) => client.POST('/v1/me/emergency-address', { ...init, body: address })),
      );
    } catch (cause) {
      throw fromRestFault(cause, 'The emergency address could not be set');
    }
  }

  #known({ validated_at, ...address }: Schemas['EmergencyAddress']): EmergencyAddress {
    this.id = address.id;
    return { ...address, validatedAt: validated_at };
  }
}
