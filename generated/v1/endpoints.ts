// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 0ef1bcbe2fc9a4a7).
// From specs/v1/rest.openapi.yaml (sha256 bfd034172890f8f1).

/** The base URL of the public REST service. */
export const apiBaseUrl = 'https://api.dialstack.ai';

/** The path of the signalling WebSocket below its base URL. */
export const signallingPath = '/v1/webrtc';
