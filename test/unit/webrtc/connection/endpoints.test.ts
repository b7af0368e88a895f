import { describe, expect, it } from 'vitest';
import { PhoneError } from '../../../../src/core/phone-error.js';
import { resolveEndpoints } from '../../../../src/webrtc/connection/endpoints.js';

describe('the endpoints', () => {
  it('are the service’s without options', () => {
    expect(resolveEndpoints({})).toEqual({
      api: 'https://api.dialstack.ai',
      signalling: 'wss://webrtc.dialstack.ai/v1/webrtc',
    });
  });

  it.each([
    ['https://api.example.com', 'https://api.example.com', 'wss://webrtc.example.com/v1/webrtc'],
    ['https://api.example.com/', 'https://api.example.com', 'wss://webrtc.example.com/v1/webrtc'],
    ['https://API.Example.com', 'https://api.example.com', 'wss://webrtc.example.com/v1/webrtc'],
    ['https://api.api.example.com', 'https://api.api.example.com', 'wss://webrtc.api.example.com/v1/webrtc'],
    ['https://example.com', 'https://example.com', 'wss://example.com/v1/webrtc'],
    ['https://apis.example.com', 'https://apis.example.com', 'wss://apis.example.com/v1/webrtc'],
    ['https://my-api.example.com', 'https://my-api.example.com', 'wss://my-api.example.com/v1/webrtc'],
    ['https://eu.api.example.com', 'https://eu.api.example.com', 'wss://eu.api.example.com/v1/webrtc'],
    ['http://localhost:4010', 'http://localhost:4010', 'ws://localhost:4010/v1/webrtc'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010', 'ws://127.0.0.1:4010/v1/webrtc'],
    ['http://[::1]:4010', 'http://[::1]:4010', 'ws://[::1]:4010/v1/webrtc'],
    ['https://api.example.com:8443', 'https://api.example.com:8443', 'wss://webrtc.example.com:8443/v1/webrtc'],
    ['https://example.com/dialstack', 'https://example.com/dialstack', 'wss://example.com/dialstack/v1/webrtc'],
    ['https://example.com/a/b//', 'https://example.com/a/b', 'wss://example.com/a/b/v1/webrtc'],
    ['https://example.com/v1/webrtc', 'https://example.com/v1/webrtc', 'wss://example.com/v1/webrtc'],
  ])('of the REST base %s are %s and %s', (base, api, signalling) => {
    expect(resolveEndpoints({ apiBaseUrl: base })).toEqual({ api, signalling });
  });

  it.each([
    ['wss://phones.example.com', 'wss://phones.example.com/v1/webrtc'],
    ['wss://phones.example.com/', 'wss://phones.example.com/v1/webrtc'],
    ['wss://phones.example.com/v1/webrtc', 'wss://phones.example.com/v1/webrtc'],
    ['wss://phones.example.com/v1/webrtc/', 'wss://phones.example.com/v1/webrtc'],
    ['wss://phones.example.com/prefix', 'wss://phones.example.com/prefix/v1/webrtc'],
    ['wss://phones.example.com/prefix/v1/webrtc', 'wss://phones.example.com/prefix/v1/webrtc'],
    ['wss://phones.example.com/xv1/webrtc', 'wss://phones.example.com/xv1/webrtc/v1/webrtc'],
    ['wss://api.example.com', 'wss://api.example.com/v1/webrtc'],
    ['ws://localhost:9', 'ws://localhost:9/v1/webrtc'],
  ])('take the signalling address %s as %s', (given, signalling) => {
    expect(resolveEndpoints({ apiBaseUrl: 'https://api.example.com', signalingBaseUrl: given })).toEqual({
      api: 'https://api.example.com',
      signalling,
    });
  });

  it.each<[string, unknown]>([
    ['nothing', ''],
    ['no address', 'api.example.com'],
    ['another scheme', 'ftp://api.example.com'],
    ['a socket’s scheme', 'wss://api.example.com'],
    ['a script', 'javascript:alert(1)'],
    ['a query', 'https://api.example.com?token=x'],
    ['an empty query', 'https://api.example.com?'],
    ['a fragment', 'https://api.example.com#x'],
    ['a user', 'https://user@api.example.com'],
    ['a password', 'https://:secret@api.example.com'],
    ['null', null],
    ['a number', 7],
    ['an object', {}],
  ])('refuse %s as apiBaseUrl', (_, value) => {
    const resolve = () => resolveEndpoints({ apiBaseUrl: value as string });
    expect(resolve).toThrow(PhoneError);
    expect(resolve).toThrow(
      /^apiBaseUrl must be an address like https:\/\/host(, without credentials, query or fragment)?\.$/,
    );
    expect(resolve).toThrow(expect.objectContaining({ code: 'transport_closed' }));
  });

  it.each([
    '',
    'phones.example.com',
    'https://phones.example.com',
    'wss://phones.example.com?a=b',
    'wss://u:p@phones.example.com',
  ])('refuse “%s” as signalingBaseUrl', (value) => {
    expect(() => resolveEndpoints({ signalingBaseUrl: value })).toThrow(
      /^signalingBaseUrl must be an address like wss:\/\/host(, without credentials, query or fragment)?\.$/,
    );
  });

  it.each([
    [{ apiBaseUrl: 'http://api.example.com' }],
    [{ apiBaseUrl: 'http://127.0.0.1.example.com' }],
    [{ apiBaseUrl: 'http://localhost.example.com' }],
    [{ signalingBaseUrl: 'ws://phones.example.com' }],
  ])('refuse %o: a token would go there in the clear', (addresses) => {
    expect(() => resolveEndpoints(addresses)).toThrow(/not encrypted/);
    expect(() => resolveEndpoints({ ...addresses, allowInsecure: true })).not.toThrow();
  });

  it('are in the clear where that is allowed', () => {
    expect(resolveEndpoints({ apiBaseUrl: 'http://api.example.com', allowInsecure: true })).toEqual({
      api: 'http://api.example.com',
      signalling: 'ws://webrtc.example.com/v1/webrtc',
    });
  });
});
