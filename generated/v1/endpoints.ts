// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 4f3e2d387c1de10f).
// From specs/v1/rest.openapi.yaml (sha256 6b92b727e0086960).

/** The base URL of the public REST service. */
export const apiBaseUrl = 'https://api.dialstack.ai';

/** The path of the signalling WebSocket below its base URL. */
export const signallingPath = '/v1/webrtc';
