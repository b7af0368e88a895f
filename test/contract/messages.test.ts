import { describe, expect, expectTypeOf, it } from 'vitest';
import type {
  ClientMessageType,
  EndReason,
  HoldSide,
  PresenceStatus,
  RejectReason,
  ReplyMap,
  RestoredCallState,
  ServerMessageType,
} from '../../generated/v1/messages.js';
import * as protocol from '../../generated/v1/protocol.js';
import * as received from '../../generated/v1/shapes.js';
import * as closed from '../../generated/v1/validators/closed.js';
import * as open from '../../generated/v1/validators/open.js';
import { signalling } from './support/documents.js';
import { build, type Fields, fieldsOf, isNullable, isOptional, pathOf } from './support/fields.js';
import { get, isRecord, leaf, remove, set } from './support/paths.js';
import { clientSubjects, serverSubjects, subjects } from './support/subjects.js';
import { bothDirections, clientMessages, replies, serverMessages } from './tables/messages.js';

const clientTypes = [...new Set(Object.keys(clientMessages).map((name) => name.split(' / ')[0] ?? ''))].sort();
const serverTypes = Object.keys(serverMessages).sort();
const sorted = (names: Iterable<string>) => [...names].sort();

describe('the messages', () => {
  it('are 18 of the client and 20 of the server, 34 in all', () => {
    expect(clientTypes).toHaveLength(18);
    expect(serverTypes).toHaveLength(20);
    expect(new Set([...clientTypes, ...serverTypes])).toHaveProperty('size', 34);
    expect(clientTypes.filter((type) => serverTypes.includes(type))).toEqual(bothDirections);
  });

  it('are those of the documents', () => {
    expect(sorted(signalling.clientMessages.keys())).toEqual(clientTypes);
    expect(sorted(signalling.serverMessages.keys())).toEqual(serverTypes);
  });

  it('are those of the generated code', () => {
    expect(sorted(protocol.clientMessageTypes)).toEqual(clientTypes);
    expect(sorted(protocol.serverMessageTypes)).toEqual(serverTypes);
    expect(sorted(Object.keys(closed.clientMessages))).toEqual(clientTypes);
    expect(sorted(Object.keys(closed.serverMessages))).toEqual(serverTypes);
    expect(sorted(Object.keys(open.clientMessages))).toEqual(clientTypes);
    expect(sorted(Object.keys(received.serverMessageShapes))).toEqual(serverTypes);
    expectTypeOf<ClientMessageType>().toEqualTypeOf<(typeof protocol.clientMessageTypes)[number]>();
    expectTypeOf<ServerMessageType>().toEqualTypeOf<(typeof protocol.serverMessageTypes)[number]>();
  });

  it('have the replies that the contract pairs them with', () => {
    expect(signalling.replies).toEqual(replies);
    expect(protocol.replyTypes).toEqual(replies);
    // A transfer that succeeds has no direct reply: the call ends.
    expectTypeOf<keyof ReplyMap>().toEqualTypeOf<Exclude<keyof typeof protocol.replyTypes, 'call.transfer'>>();
  });

  it('echo a req_id wherever a reply has one to echo', () => {
    for (const [request, answers] of Object.entries(replies)) {
      const forms = Object.entries(clientMessages).filter(([name]) => name.split(' / ')[0] === request);
      for (const [name, fields] of forms) expect(fields, name).toHaveProperty(['req_id?']);
      for (const reply of answers) expect(serverMessages[reply], reply).toHaveProperty(['req_id?']);
    }
  });

  it('name their fields in snake_case', () => {
    const names = subjects.flatMap(({ schema }) => Object.keys(fieldsOf(schema)).map((key) => leaf(pathOf(key))));
    expect(names.filter((name) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*(\[\])?$/.test(name))).toEqual([]);
  });

  it('have the words of the contract', () => {
    expectTypeOf<EndReason>().toEqualTypeOf<'hangup' | 'no-answer' | 'busy' | 'failed' | 'transferred' | 'rejected'>();
    expectTypeOf<PresenceStatus>().toEqualTypeOf<'available' | 'on_call' | 'dnd' | 'away' | 'offline'>();
    expectTypeOf<HoldSide>().toEqualTypeOf<'local' | 'remote'>();
    expectTypeOf<RejectReason>().toEqualTypeOf<'busy' | 'decline'>();
    expectTypeOf<RestoredCallState>().toEqualTypeOf<'ringing' | 'active' | 'held'>();
  });
});

const requiredPaths = (fields: Fields) => Object.keys(fields).filter((key) => !isOptional(key) && !key.endsWith('[]'));

for (const { title, fields, schema, checks } of [...clientSubjects, ...serverSubjects]) {
  describe(title, () => {
    const all = build(fields, 'all');
    const modules = Object.entries(checks);

    it('has these fields in the documents', () => expect(fieldsOf(schema)).toEqual(fields));

    it.each(modules)('has them in the validator: %s', (module, check) => {
      expect(check(build(fields, 'required')), JSON.stringify(check.errors)).toBe(true);
      expect(check(all), JSON.stringify(check.errors)).toBe(true);
      for (const path of requiredPaths(fields)) expect(check(remove(all, path)), `without ${path}`).toBe(false);
      for (const [key, kind] of Object.entries(fields)) {
        expect(check(set(all, pathOf(key), null)), `${key} null`).toBe(isNullable(kind));
      }
      for (const path of ['', ...Object.keys(fields).map(pathOf)].filter((path) => isRecord(get(all, path)))) {
        const more = set(all, `${path}.unknown_field`.replace(/^\./, ''), 1);
        expect(check(more), `an unknown field in '${path}'`).toBe(module !== 'closed');
      }
    });
  });
}
