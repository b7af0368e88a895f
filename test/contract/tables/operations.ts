import type { Fields } from '../support/fields.js';

// The REST operations of version v1 as the contract lists them, written by hand.

export interface OperationRow {
  credential: 'apiKey' | 'userToken';
  success: number;
  /** The refusals that the contract names; 401, 429 and 500 may come from everywhere. */
  refusals?: number[];
  request?: Fields;
  response: Fields;
  /** The contract ends the list of the response's fields with an ellipsis. */
  responseHasMore?: boolean;
}

const OWN_STATUS = 'available|dnd|away';

const ownPresence = { status: OWN_STATUS, status_text: 'string or null', updated_at: 'timestamp' };

const address = (path = ''): Fields => ({
  [`${path}street`]: 'string',
  [`${path}street2?`]: 'string or null',
  [`${path}city`]: 'string',
  [`${path}state`]: 'string',
  [`${path}zip`]: 'string',
  [`${path}country`]: 'string',
});

const emergencyAddress = {
  id: 'string',
  street: 'string',
  street2: 'string or null',
  city: 'string',
  state: 'string',
  zip: 'string',
  country: 'string',
  validated_at: 'timestamp',
};

export const operations: Record<string, OperationRow> = {
  'POST /v1/users': {
    credential: 'apiKey',
    success: 201,
    request: { 'name?': 'string', 'email?': 'string', 'extension?': 'string' },
    response: { id: 'string', name: 'string or null', extension: 'string or null' },
    responseHasMore: true,
  },
  'POST /v1/user_sessions': {
    credential: 'apiKey',
    success: 201,
    refusals: [404, 422],
    request: { user: 'string', 'ttl_seconds?': 'integer' },
    response: { user: 'string', account: 'string', client_secret: 'string', expires_at: 'timestamp' },
  },
  'POST /v1/users/{user}/revoke_sessions': {
    credential: 'apiKey',
    success: 200,
    request: {},
    response: { user: 'string', sessions_revoked_at: 'timestamp' },
  },
  'GET /v1/webrtc/ice-servers': {
    credential: 'userToken',
    success: 200,
    response: {
      ice_servers: 'array',
      'ice_servers[]': 'object',
      'ice_servers[].urls': 'string or array', // as in RTCIceServer
      'ice_servers[].urls[]': 'string',
      'ice_servers[].username?': 'string',
      'ice_servers[].credential?': 'string',
      expires_at: 'timestamp',
    },
  },
  'GET /v1/me/presence': { credential: 'userToken', success: 200, response: ownPresence },
  'PUT /v1/me/presence': {
    credential: 'userToken',
    success: 200,
    request: { status: OWN_STATUS, 'status_text?': 'string or null' }, // null clears the text
    response: ownPresence,
  },
  'GET /v1/me/emergency-address': {
    credential: 'userToken',
    success: 200,
    refusals: [404],
    response: emergencyAddress,
  },
  'POST /v1/me/emergency-address': {
    credential: 'userToken',
    success: 200,
    refusals: [422],
    request: { ...address(), state: '2 letters', country: '2 letters' },
    response: emergencyAddress,
  },
  'GET /v1/me/directory': {
    credential: 'userToken',
    success: 200,
    response: {
      object: 'list',
      url: 'string',
      next_page_url: 'string or null',
      previous_page_url: 'string or null',
      data: 'array',
      'data[]': 'object',
      'data[].user': 'string',
      'data[].display_name': 'string',
    },
  },
};

export const errorBody: Fields = {
  error: 'string',
  'code?': 'string',
  'type?': 'string',
  'param?': 'string',
  'doc_url?': 'string',
  'suggestions?': 'array',
  'suggestions[]': 'object',
  ...address('suggestions[].'),
};
