import createClient from 'openapi-fetch';
import type { paths } from '../../generated/v1/rest.js';
import type { ClientFactory } from './client.js';

/** openapi-fetch over the generated paths, where bytes do not count. */
export const createOpenapiClient: ClientFactory = ({ baseUrl, fetch }) =>
  createClient<paths>({ baseUrl, fetch: (request) => fetch(request) });
