// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 f19f05d290f28572).
// From specs/v1/rest.openapi.yaml (sha256 07ea6d05fa99ae7a).

/** The base URL of the public REST service. */
export const apiBaseUrl = 'https://api.dialstack.ai';

/** The path of the signalling WebSocket below its base URL. */
export const signallingPath = '/v1/webrtc';
