import type { components } from '../../../generated/v1/rest.js';
import type { PhoneError } from '../../core/phone-error.js';
import type { UserApi } from '../../rest/user-api.js';
import type { EmergencyAddress, EmergencyAddressRequest } from './types.js';

/** Where emergency services are sent for this user (E911), and which address this phone says that it is at. */
export class EmergencyAddressBook {
  readonly #ask: UserApi;
  /** What the phone presents when it authenticates. */
  id: string | undefined;

  constructor(ask: UserApi, id: string | undefined) {
    this.#ask = ask;
    this.id = id;
  }

  get(): Promise<EmergencyAddress | null> {
    return this.#ask('getEmergencyAddress').then(this.#known, (error: PhoneError) => {
      if (error.rawCode === 'not_found') return null;
      throw error;
    });
  }

  set(address: EmergencyAddressRequest): Promise<EmergencyAddress> {
    return this.#ask('setEmergencyAddress', { body: address }).then(this.#known);
  }

  readonly #known = ({ validated_at, ...address }: components['schemas']['EmergencyAddress']): EmergencyAddress => {
    this.id = address.id;
    return { ...address, validatedAt: validated_at };
  };
}
