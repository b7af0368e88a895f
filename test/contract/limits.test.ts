import { describe, expect, it } from 'vitest';
import * as protocol from '../../generated/v1/protocol.js';
import * as closed from '../../generated/v1/validators/closed.js';
import * as open from '../../generated/v1/validators/open.js';
import { restQueries } from '../../generated/v1/validators/query.js';
import { rest, signalling } from './support/documents.js';
import { MOMENT } from './support/fields.js';
import { serverMessageValidators } from './support/received.js';
import { operationOf } from './support/subjects.js';
import { limits } from './tables/limits.js';

describe('the numbers of the protocol', () => {
  it('are those of the documents', () => {
    expect(Object.fromEntries(Object.entries(signalling.limits).map(([name, { value }]) => [name, value]))).toEqual(
      limits,
    );
  });

  it('are those of the generated code', () => expect({ ...protocol.limits }).toEqual(limits));
});

describe('the addresses', () => {
  it('are those of the service', () => {
    const [server, ...others] = Object.values(signalling.servers);
    expect(others).toEqual([]);
    expect(`${server?.protocol}://${server?.host}${server?.pathname}${signalling.address}`).toBe(
      'wss://webrtc.dialstack.ai/v1/webrtc',
    );
    expect(rest.servers.map(({ url }) => url)).toEqual(['https://api.dialstack.ai']);
  });

  it('go with a subprotocol that names the version', () => {
    expect(signalling.subprotocol).toBe('dialstack.webrtc.v1');
    expect(protocol.SUBPROTOCOL).toBe('dialstack.webrtc.v1');
    expect(protocol.PROTOCOL_VERSION).toMatch(/^1\.\d+\.\d+$/);
  });
});

describe('the bounds', () => {
  it.each([
    ['closed', closed.clientMessages['presence.subscribe']],
    ['open', open.clientMessages['presence.subscribe']],
  ])('presence.subscribe names 1 to 100 users (%s)', (_, check) => {
    const of = (count: number) => ({ type: 'presence.subscribe', users: new Array(count).fill('user_1') });
    expect([0, 1, 100, 101].map((count) => check(of(count)))).toEqual([false, true, true, false]);
    expect(check({ type: 'presence.subscribe' }), 'absent: every user').toBe(true);
  });

  it('presence.list has no such bound', () => {
    const entry = { user_id: 'user_1', name: 'Alice', status: 'available', updated_at: MOMENT };
    const list = { type: 'presence.list', users: new Array(1000).fill(entry) };
    expect(closed.serverMessages['presence.list'](list)).toBe(true);
    expect(serverMessageValidators['presence.list'](list)).toBe(true);
    expect(serverMessageValidators['presence.list']({ ...list, users: [] })).toBe(true);
  });

  it('a status text has at most 140 characters, not code units', () => {
    const of = (text: string) => ({ status: 'away', status_text: text });
    const check = closed.restRequests.setPresence;
    expect(['', 'x'.repeat(140), '😀'.repeat(140), 'x'.repeat(141)].map((text) => check(of(text)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(open.restRequests.setPresence(of('x'.repeat(141)))).toBe(false);
  });

  it('a user may not set what only the service can know', () => {
    const check = open.restRequests.setPresence;
    expect(['available', 'dnd', 'away'].map((status) => check({ status }))).toEqual([true, true, true]);
    expect(['on_call', 'offline'].map((status) => check({ status }))).toEqual([false, false]);
  });

  it('a session lasts 1 second to 7 days, and a day by default', () => {
    const of = (ttl: number) => ({ user: 'user_1', ttl_seconds: ttl });
    for (const check of [closed.restRequests.createUserSession, open.restRequests.createUserSession]) {
      expect([0, 1, 604_800, 604_801].map((ttl) => check(of(ttl)))).toEqual([false, true, true, false]);
    }
    const { schema } = operationOf('POST /v1/user_sessions').request ?? {};
    expect(schema?.properties?.ttl_seconds?.default).toBe(86_400);
  });

  it('a page of the directory holds 1 to 100 users, and 10 by default', () => {
    const check = restQueries.listDirectory;
    expect(['0', '1', '100', '101', 'ten', '', '1.5'].map((limit) => check({ limit }))).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    const query: unknown = {};
    expect(check(query) && query.limit).toBe(10);
    const given: unknown = { limit: '25', page: 'b2Zmc2V0OjE' };
    expect(check(given) && given).toEqual({ limit: 25, page: 'b2Zmc2V0OjE' });
  });

  it('a state and a country have two letters', () => {
    const of = (state: string, country: string) => ({ street: '1 Market Street', city: 'X', state, zip: '9', country });
    for (const check of [closed.restRequests.setEmergencyAddress, open.restRequests.setEmergencyAddress]) {
      expect(check(of('CA', 'US'))).toBe(true);
      for (const wrong of ['', 'C', 'CAL', 'C1', 'C ', '12']) {
        expect(check(of(wrong, 'US')), `state ${wrong}`).toBe(false);
        expect(check(of('CA', wrong)), `country ${wrong}`).toBe(false);
      }
    }
  });

  it.each(['+14155550123', '+1 (415) 555-01.23', '102', '*98#', '911', '9'.repeat(32)])(
    'a destination may be %s',
    (destination) => {
      const offer = { type: 'call.create', destination, sdp: 'v=0\r\n' };
      expect(open.clientMessages['call.create'](offer)).toBe(true);
    },
  );

  it('ids are opaque', () => {
    const of = (id: string) => ({ type: 'call.hangup', call_id: id });
    for (const id of ['call_01h2xcejqtf2nbrexx3vqjhp46', 'x', 'CALL-7']) {
      expect(open.clientMessages['call.hangup'](of(id)), id).toBe(true);
    }
  });
});
