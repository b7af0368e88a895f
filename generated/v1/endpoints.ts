// Generated, do not edit. Made by `make generate`.
// From specs/v1/signalling.asyncapi.yaml (sha256 ec47025863d70689).
// From specs/v1/rest.openapi.yaml (sha256 a87af8e24054421d).

/** The REST base of the public service. */
export const apiBaseUrl = 'https://api.dialstack.ai';

/** Where the signalling socket is, under its base. */
export const signallingPath = '/v1/webrtc';
