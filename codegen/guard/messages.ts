import { ERROR_TYPE, type Exchange, type Message, type Model } from '../model/types.js';
import { branches, dependencies, refName, type Schemas, schemaRef } from '../schema.js';

export function messageProblems(model: Model): string[] {
  const { messages, clientMessages, serverMessages, exchanges, schemas } = model;
  return [
    ...(serverMessages.some(({ type }) => type === ERROR_TYPE) ? [] : [`no server message has type ${ERROR_TYPE}`]),
    ...messages
      .filter((message) => !clientMessages.includes(message) && !serverMessages.includes(message))
      .map(({ id }) => `${id}: no operation names this message; add it to one or remove it`),
    ...unusedSchemas(messages, schemas),
    ...messages.flatMap(payloadProblems),
    ...sharedTypes(clientMessages),
    ...sharedTypes(serverMessages),
    ...exchanges.flatMap((exchange) => exchangeProblems(exchange, schemas)),
  ];
}

/** Modelina makes no types for schemas that no message uses. */
function unusedSchemas(messages: readonly Message[], schemas: Schemas): string[] {
  const used = new Set<string>();
  for (const { schema } of messages) dependencies({ $ref: schemaRef(schema) }, schemas, used);
  return Object.keys(schemas)
    .filter((name) => !used.has(name))
    .map((name) => `${name}: no message uses this schema; refer to it or remove it`);
}

function payloadProblems({ id, type, name, schema, examples }: Message): string[] {
  if (!schema) return [`${id}: its payload is not a $ref; name it under components.schemas`];
  if (!type) return [`${id}: ${schema} has no const type; add type: {type: string, const: …} and require it`];
  return [
    ...(name === type ? [] : [`${id}: its name is ${name}, its payload's type ${type}; make them equal`]),
    ...(examples.length === 0 ? [`${id}: no example; add one`] : []),
  ];
}

function sharedTypes(messages: readonly Message[]): string[] {
  return messages.flatMap(({ id, type }, index) => {
    const earlier = messages.slice(0, index).find((other) => type && other.type === type);
    return earlier ? [`${id}: ${earlier.id} of the same direction has type ${type} too; join them with oneOf`] : [];
  });
}

function exchangeProblems({ request, replies }: Exchange, schemas: Schemas): string[] {
  const successes = replies.filter(({ type }) => type !== ERROR_TYPE);
  return [
    ...[request, ...replies]
      .filter(({ schema }) => !carriesReqId(schema, schemas))
      .map(({ id }) => `${id}: takes part in ${request.id} and its reply without a req_id; add it or drop the reply`),
    ...(successes.length > 1 ? [`${request.id}: more than one reply besides ${ERROR_TYPE}; keep one`] : []),
  ];
}

function carriesReqId(name: string, schemas: Schemas): boolean {
  return branches(schemas[name] ?? {}).every((branch) => {
    const { properties } = schemas[refName(branch) ?? ''] ?? branch;
    return properties?.req_id !== undefined;
  });
}
