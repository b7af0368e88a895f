import { afterEach, describe, expect, it, vi } from 'vitest';
import { PhoneError } from '../../../src/core/phone-error.js';
import { systemTimers } from '../../../src/core/timing.js';
import { demandWebRtc, type Platform, resolvePlatform } from '../../../src/webrtc/platform.js';
import { FakeMedia } from '../../support/fake-media.js';
import { ScriptedApi } from '../../support/scripted-api.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

const PARTS = ['WebSocket', 'RTCPeerConnection', 'MediaStream', 'getUserMedia', 'fetch'] as const;

/** A runtime that has nothing of a browser. */
function bareRuntime(): void {
  for (const name of [...PARTS, 'navigator', 'sessionStorage', 'isSecureContext']) vi.stubGlobal(name, undefined);
}

describe('the platform', () => {
  it.each(PARTS)('says what to do where there is no %s', (part) => {
    bareRuntime();
    const platform = resolvePlatform();
    expect(() => platform[part]).toThrow(PhoneError);
    expect(() => platform[part]).toThrow(expect.objectContaining({ code: 'webrtc_unsupported' }));
    expect(() => platform[part]).toThrow(new RegExp(`no ${part} here.*supply platform\\.${part}`));
  });

  it('is what it is given, where it is given', () => {
    bareRuntime();
    const storage = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
    const timers = { ...systemTimers };
    const permissions = { query: () => Promise.reject(new Error('unasked')) };
    class Socket {}
    const WebSocket = Socket as unknown as Platform['WebSocket'];
    const given: Platform = {
      ...new FakeMedia().platform,
      WebSocket,
      fetch: new ScriptedApi().fetch,
      timers,
      storage,
      permissions,
    };
    const platform = resolvePlatform(given);
    for (const part of [...PARTS, 'timers', 'storage', 'permissions'] as const)
      expect(platform[part]).toBe(given[part]);
  });

  it('looks a part up when it is used, not before', () => {
    bareRuntime();
    const platform = resolvePlatform();
    const connection = class {};
    vi.stubGlobal('RTCPeerConnection', connection);
    expect(platform.RTCPeerConnection).toBe(connection);
  });

  it('calls the browser’s functions as methods of what they belong to', async () => {
    bareRuntime();
    const devices = {
      stream: 'stream',
      async getUserMedia(this: { stream: string }) {
        return this.stream;
      },
    };
    vi.stubGlobal('navigator', { mediaDevices: devices });
    let owner: unknown;
    vi.stubGlobal('fetch', function (this: unknown) {
      owner = this;
    });
    const platform = resolvePlatform();
    const { getUserMedia, fetch } = platform;
    await expect(getUserMedia({ audio: true })).resolves.toBe('stream');
    void fetch('https://api.example.test');
    expect(owner).toBe(globalThis);
  });

  it('says for a missing microphone that a page must be secure', () => {
    bareRuntime();
    vi.stubGlobal('isSecureContext', false);
    const platform = resolvePlatform();
    expect(() => platform.getUserMedia).toThrow(/no getUserMedia here\. Use a current browser over https/);
    expect(() => platform.RTCPeerConnection).toThrow(/no RTCPeerConnection here/);
  });

  it('waits by the system’s timers unless it is given others', () => {
    expect(resolvePlatform().timers).toBe(systemTimers);
  });

  it('has the page’s session storage, or none where there is none', () => {
    bareRuntime();
    expect(resolvePlatform().storage).toBeUndefined();
    const storage = { getItem: () => null };
    vi.stubGlobal('sessionStorage', storage);
    expect(resolvePlatform().storage).toBe(storage);
  });

  it('has no storage where the page’s is blocked', () => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'sessionStorage');
    Object.defineProperty(globalThis, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('The document is sandboxed.', 'SecurityError');
      },
    });
    expect(resolvePlatform().storage).toBeUndefined();
    Reflect.deleteProperty(globalThis, 'sessionStorage');
    if (before) Object.defineProperty(globalThis, 'sessionStorage', before);
  });
});

describe('the demand for WebRTC', () => {
  it('is met where everything that a call needs is there', () => {
    bareRuntime();
    expect(() => demandWebRtc(resolvePlatform(new FakeMedia().platform))).not.toThrow();
  });

  it.each(['RTCPeerConnection', 'MediaStream', 'getUserMedia'] as const)('fails without %s', (part) => {
    bareRuntime();
    const { [part]: _, ...rest } = new FakeMedia().platform;
    expect(() => demandWebRtc(resolvePlatform(rest))).toThrow(new RegExp(`no ${part} here`));
  });
});
