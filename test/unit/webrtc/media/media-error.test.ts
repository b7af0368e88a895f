import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { mediaError } from '../../../../src/webrtc/media/media-error.js';

const LINE = 'a=candidate:1 1 udp 1 203.0.113.9 5 typ host';

it.each([
  `Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription. ${LINE} Invalid SDP line.`,
  `SDP Parsing Error: on line 5: ${LINE}`,
])('does not repeat the line of a description that the browser could not parse', (message) => {
  const error = mediaError(new DOMException(message, 'OperationError'), 'call_1');
  expect(error).toMatchObject({
    code: 'call_failed',
    callId: 'call_1',
    cause: 'OperationError',
  });
  expect(inspect(error, { depth: null, showHidden: true })).not.toContain('203.0.113.9');
});

it.each([new DOMException('Called in wrong state: stable', 'InvalidStateError'), 'a word', null, undefined])(
  'keeps any other cause: %s',
  (cause) => {
    expect(mediaError(cause).cause).toBe(cause);
  },
);
