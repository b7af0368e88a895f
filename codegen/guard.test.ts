import { describe, expect, it } from 'vitest';
import { type Sources, SpecError } from './documents.js';
import { generate } from './generate.js';
import { guard } from './guard.js';
import { buildModel } from './model.js';

/** A small pair of valid documents. Each test breaks one thing in them. */
function documents() {
  const channel = { $ref: '#/channels/phone' };
  const message = (id: string) => ({ $ref: `#/channels/phone/messages/${id}` });
  const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const payload = (type: string, properties: object, required: string[] = []): Loose => ({
    type: 'object',
    description: `The ${type} message.`,
    required: ['type', ...required],
    properties: { type: { type: 'string', const: type }, ...properties },
  });
  const component = (type: string, name: string, example: object) => ({
    name: type,
    payload: schema(name),
    examples: [{ name: 'typical', payload: { type, ...example } }],
  });
  const signalling = {
    asyncapi: '3.0.0',
    info: { title: 'Signalling', version: '1.0.0' },
    channels: {
      phone: {
        'x-subprotocol': 'test.v1',
        'x-limits': { graceMs: { value: 30000, description: 'How long calls are kept.' } } as Loose,
        'x-close-codes': [
          { code: 4401, name: 'unauthorized', errors: ['auth_failed'], meaning: 'Refused.' },
        ] as Loose[],
        'x-error-codes': {
          auth_failed: {
            raisedBy: 'server',
            role: 'ending',
            retry: false,
            reconnect: 'never',
            meaning: 'Refused.',
            advice: 'Sign in.',
            seenIn: ['phone.connect()', 'error event'],
          },
          no_microphone: {
            raisedBy: 'sdk',
            role: 'answer',
            retry: false,
            meaning: 'There is none.',
            advice: 'Connect one.',
            seenIn: ['phone.call()'],
          },
        } as Loose,
        messages: {
          Dial: { $ref: '#/components/messages/Dial' },
          Dialling: { $ref: '#/components/messages/Dialling' },
          Failure: { $ref: '#/components/messages/Failure' },
        } as Loose,
      },
    },
    operations: {
      dial: {
        action: 'receive',
        channel,
        messages: [message('Dial')],
        reply: { channel, messages: [message('Dialling'), message('Failure')] },
      },
      fail: { action: 'send', channel, messages: [message('Failure')] },
    } as Loose,
    components: {
      messages: {
        Dial: component('dial', 'Dial', { number: '1' }),
        Dialling: component('dialling', 'Dialling', { side: 'near' }),
        Failure: component('error', 'Failure', {}),
      } as Loose,
      schemas: {
        Side: { type: 'string', enum: ['near', 'far'] },
        ReqId: { type: 'string', minLength: 1 },
        Dial: payload('dial', { req_id: schema('ReqId'), number: { type: 'string', maxLength: 32 } }, ['number']),
        Dialling: payload('dialling', { req_id: { anyOf: [schema('ReqId'), { type: 'null' }] }, side: schema('Side') }),
        Failure: payload('error', { req_id: schema('ReqId') }),
      } as Loose,
    },
  };
  const rest: Loose = {
    openapi: '3.1.0',
    info: { title: 'REST', version: '1.0.0' },
    paths: {
      '/users': {
        post: {
          operationId: 'createUser',
          security: [{ apiKey: [] }],
          'x-idempotent': true,
          parameters: [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } }],
          requestBody: { content: { 'application/json': { schema: schema('User') } } },
          responses: { 201: { description: 'Made.', content: { 'application/json': { schema: schema('User') } } } },
        } as Loose,
      },
    },
    components: { schemas: { User: { type: 'object', properties: { name: { type: 'string' } } } } as Loose },
  };
  return { signalling, rest };
}

// biome-ignore lint/suspicious/noExplicitAny: the tests write values that the types of the model forbid
type Loose = any;
type Documents = ReturnType<typeof documents>;

function problemsAfter(spoil: (documents: Documents) => void): string[] {
  const { signalling, rest } = documents();
  spoil({ signalling, rest });
  return guard(buildModel(signalling, rest));
}

function sources({ signalling, rest }: Documents): Sources {
  return {
    'signalling.asyncapi.yaml': JSON.stringify(signalling),
    'rest.openapi.yaml': JSON.stringify(rest),
    'schemas.yaml': 'schemas: {}',
  };
}

describe('the guard', () => {
  it('passes documents that the generators understand', () => {
    expect(problemsAfter(() => {})).toEqual([]);
  });

  const dial = (fields: object) => (d: Documents) =>
    Object.assign(d.signalling.components.schemas.Dial.properties, fields);
  const schemas = (added: object) => (d: Documents) => Object.assign(d.signalling.components.schemas, added);
  const phone = (d: Documents) => d.signalling.channels.phone;
  const createUser = (d: Documents) => d.rest.paths['/users'].post;

  it.each<[string, (documents: Documents) => void, RegExp]>([
    ['an inline enum', dial({ side: { type: 'string', enum: ['near'] } }), /Dial\.side: inline enum; name it/],
    ['an inline object', dial({ user: { type: 'object', properties: {} } }), /Dial\.user: inline object; name it/],
    ['a nullable enum', schemas({ Side: { type: ['string', 'null'], enum: ['near'] } }), /Side: nullable enum.*anyOf/],
    ['a nullable object', dial({ user: { type: ['object', 'null'] } }), /Dial\.user: nullable.*anyOf/],
    [
      'another anyOf',
      dial({ side: { anyOf: [{ type: 'string' }, { type: 'null' }] } }),
      /Dial\.side: anyOf other than/,
    ],
    ['several types', dial({ number: { type: ['string', 'integer'] } }), /Dial\.number: several types/],
    ['a schema without a type', dial({ number: { description: 'Any.' } }), /Dial\.number: has no type/],
    ['a boolean schema', dial({ number: true }), /Dial\.number: boolean schema/],
    ['a keyword outside the subset', dial({ number: { type: 'string', not: {} } }), /Dial\.number: keyword not/],
    ['a format that nothing checks', dial({ number: { type: 'string', format: 'uri' } }), /Dial\.number: .*format uri/],
    [
      'a bound of another type',
      dial({ number: { type: 'integer', maxLength: 3 } }),
      /Dial: .*missing type "string" .*maxLength/,
    ],
    ['a pattern that is none', dial({ number: { type: 'string', pattern: '[' } }), /Dial: .*[Rr]egular expression/],
    ['an array of anything', dial({ numbers: { type: 'array' } }), /Dial\.numbers: an array without items/],
    [
      'a $ref with company',
      dial({ side: { $ref: '#/components/schemas/Side', description: 'x' } }),
      /Dial\.side: .*beside/,
    ],
    ['a $ref to elsewhere', dial({ side: { $ref: './other.yaml#/Side' } }), /Dial\.side: \$ref to \.\/other\.yaml/],
    ['a $ref to nothing', dial({ side: { $ref: '#/components/schemas/None' } }), /Dial\.side: \$ref to .*None/],
    ['a circle', dial({ self: { $ref: '#/components/schemas/Dial' } }), /Dial: refers to itself/],
    ['a name in camelCase', dial({ sdpMid: { type: 'string' } }), /Dial: property sdpMid; .*snake_case/],
    ['a name that is inherited', dial({ constructor: { type: 'string' } }), /Dial: property constructor/],
    ['a schema named like no type', schemas({ 'Side-2': { type: 'string' } }), /Side-2: its name.*PascalCase/],
    ['an unused schema', schemas({ Lost: { type: 'string' } }), /Lost: no message uses this schema/],
    [
      'a nested oneOf',
      dial({ side: { oneOf: [{ $ref: '#/components/schemas/Side' }] } }),
      /Dial\.side: oneOf only in a schema under components/,
    ],
    [
      'a required field that is not defined',
      (d) => d.signalling.components.schemas.Dial.required.push('from'),
      /Dial: requires from/,
    ],
    [
      'an object closed by hand',
      (d) => Object.assign(d.signalling.components.schemas.Dial, { additionalProperties: false }),
      /Dial: properties and additionalProperties together/,
    ],
  ])('refuses %s', (_, spoil, problem) => {
    expect(problemsAfter(spoil)).toContainEqual(expect.stringMatching(problem));
  });

  const messages = (d: Documents) => d.signalling.components.messages;

  it.each<[string, (documents: Documents) => void, RegExp]>([
    ['an inline payload', (d) => (messages(d).Dial.payload = { type: 'object' }), /Dial: its payload is not a \$ref/],
    [
      'a payload without a constant type',
      (d) => delete d.signalling.components.schemas.Dial.properties.type.const,
      /Dial: Dial has no const type/,
    ],
    [
      'a name that is not the type',
      (d) => (messages(d).Dial.name = 'call'),
      /Dial: its name is call, its payload's type dial/,
    ],
    ['a message without an example', (d) => (messages(d).Dial.examples = []), /Dial: no example/],
    [
      'an example that breaks its schema',
      (d) => (messages(d).Dial.examples[0].payload.nmuber = '1'),
      /Dial: example typical: .*additional properties/,
    ],
    ['a message that no operation names', (d) => (messages(d).Lost = messages(d).Dial), /Lost: no operation names/],
    [
      'two payloads for one type',
      (d) => {
        messages(d).Again = messages(d).Dial;
        phone(d).messages.Again = { $ref: '#/components/messages/Again' };
        d.signalling.operations.dial.messages.push({ $ref: '#/channels/phone/messages/Again' });
      },
      /Again: Dial of the same direction has type dial too/,
    ],
    [
      'a reply without req_id',
      (d) => delete d.signalling.components.schemas.Dialling.properties.req_id,
      /Dialling: takes part in Dial and its reply without a req_id/,
    ],
  ])('refuses %s', (_, spoil, problem) => {
    expect(problemsAfter(spoil)).toContainEqual(expect.stringMatching(problem));
  });

  const error = (fields: object) => (d: Documents) => Object.assign(phone(d)['x-error-codes'].auth_failed, fields);
  const close = (fields: object) => (d: Documents) => Object.assign(phone(d)['x-close-codes'][0], fields);

  it.each<[string, (documents: Documents) => void, RegExp]>([
    ['a missing subprotocol', (d) => (phone(d)['x-subprotocol'] = ''), /no x-subprotocol/],
    ['a limit that is no number', (d) => (phone(d)['x-limits'].graceMs.value = '30s'), /x-limits\.graceMs: value/],
    [
      'an unknown error behind a close code',
      close({ errors: ['gone'] }),
      /4401 unauthorized: gone is not in x-error-codes/,
    ],
    ['a close code out of range', close({ code: 401 }), /401 unauthorized: code must be/],
    ['an ending without a reconnect rule', error({ reconnect: undefined }), /auth_failed: reconnect must be one of/],
    ['a reconnect rule without an ending', error({ role: 'answer' }), /auth_failed: reconnect without an ending/],
    ['an ending without a close code', close({ errors: [] }), /auth_failed: ends connections with no entry/],
    [
      'an error of which nothing says whether to retry',
      error({ retry: undefined }),
      /auth_failed: retry must be true or false/,
    ],
    ['an error without advice', error({ advice: '' }), /auth_failed: needs a meaning and an advice/],
    ['an error that is seen nowhere', error({ seenIn: [] }), /auth_failed: seenIn must list places/],
    ['an error that is seen in a place of another form', error({ seenIn: ['call'] }), /auth_failed: seenIn must list/],
  ])('refuses %s', (_, spoil, problem) => {
    expect(problemsAfter(spoil)).toContainEqual(expect.stringMatching(problem));
  });

  it.each<[string, (documents: Documents) => void, RegExp]>([
    ['an operation without an id', (d) => delete createUser(d).operationId, /POST \/users: no operationId/],
    ['an operation without security', (d) => delete createUser(d).security, /POST \/users: security must name one/],
    ['idempotency without its header', (d) => (createUser(d).parameters = []), /POST \/users: x-idempotent/],
    ['no success status', (d) => (createUser(d).responses = {}), /POST \/users: no response with a 2xx status/],
    [
      'an inline request body',
      (d) => (createUser(d).requestBody.content['application/json'].schema = { type: 'object' }),
      /POST \/users: the request body is not a \$ref/,
    ],
    [
      'a REST code that no table explains',
      (d) => (d.rest.components.schemas.RestErrorCode = { type: 'string', enum: ['taken'] }),
      /x-error-codes: taken is missing/,
    ],
    [
      'a REST code that becomes no error of the phone',
      (d) => (d.rest['x-error-codes'] = { taken: { statuses: [409], phoneCode: 'gone', meaning: 'Taken.' } }),
      /x-error-codes\.taken: phoneCode must be a code of the signalling document/,
    ],
    [
      'a refusal that becomes no class of the server client',
      (d) => {
        createUser(d).responses[409] = { description: 'Taken.' };
        d.rest['x-server-errors'] = { Failed: { statuses: ['5xx'], retry: true, meaning: 'It.', advice: 'Wait.' } };
      },
      /x-server-errors: 409 must belong to exactly one class/,
    ],
    ['a schema that validators misread', (d) => (d.rest.components.schemas.User.allOf = []), /User: keyword allOf/],
  ])('refuses %s', (_, spoil, problem) => {
    expect(problemsAfter(spoil)).toContainEqual(expect.stringMatching(problem));
  });
});

describe('generate', () => {
  it('gives the same bytes for the same documents', async () => {
    const first = await generate(sources(documents()));
    const second = await generate(sources(documents()));
    expect([...first.code, ...first.pages]).toEqual([...second.code, ...second.pages]);
  }, 60_000);

  it('throws what the guard says', async () => {
    const spoiled = documents();
    spoiled.signalling.components.messages.Dial.examples = [];
    await expect(generate(sources(spoiled))).rejects.toThrow(SpecError);
    await expect(generate(sources(spoiled))).rejects.toThrow('signalling.asyncapi.yaml: Dial: no example; add one');
  });

  it('names a document that cannot be read', async () => {
    const unreadable = { ...sources(documents()), 'rest.openapi.yaml': 'openapi: [' };
    await expect(generate(unreadable)).rejects.toThrow(/^rest\.openapi\.yaml: unexpected end/);
  });

  it('names a reference that leads nowhere', async () => {
    const spoiled = documents();
    spoiled.signalling.components.schemas.Dial.properties.side = { $ref: './schemas.yaml#/schemas/None' };
    await expect(generate(sources(spoiled))).rejects.toThrow(/signalling\.asyncapi\.yaml.*Dial.*side/);
  });
});
