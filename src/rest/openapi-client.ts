import createClient from 'openapi-fetch';
import type { paths } from '../../generated/v1/rest.js';
import type { ClientFactory } from './client.js';

/** openapi-fetch over the generated paths, where bytes do not count. */
export const createOpenapiClient: ClientFactory = (options) => createClient<paths>(options);
