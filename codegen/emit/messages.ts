import { type ConstrainedMetaModel, TypeScriptGenerator, type TypeScriptPreset } from '@asyncapi/modelina';
import { type AsyncAPIDocumentInterface, Parser } from '@asyncapi/parser';
import { SIGNALLING, SpecError } from '../documents.js';
import { ERROR_TYPE, type Message, type Model } from '../model/types.js';
import type { Schema } from '../schema.js';
import { block, jsdoc, literal, union } from './text.js';

/** The TypeScript types of the messages: one for each schema, and maps from a frame's `type` to them. */
export async function emitMessages(model: Model): Promise<string> {
  const models = await generator.generate(await parse(model));
  const sources = new Map(models.map(({ modelName, result }) => [modelName, result]));
  // Modelina also makes a model of the channel. Keep only those that are named after a schema.
  const types = Object.keys(model.schemas).flatMap((name) => sources.get(name) ?? []);
  const missing = [...model.clientMessages, ...model.serverMessages].filter(({ schema }) => !sources.has(schema));
  if (missing.length > 0) {
    throw new SpecError(missing.map(({ id, schema }) => `${SIGNALLING}: ${id}: Modelina made no type for ${schema}`));
  }
  return [
    ...types.map((type) => type.replace(/^(?=interface |type )/m, 'export ')),
    messageMap('ClientMessage', 'The messages of a client', model.clientMessages),
    messageMap('ServerMessage', 'The messages of a server', model.serverMessages),
    replyMap(model),
  ]
    .join('\n\n')
    .concat('\n');
}

async function parse(model: Model): Promise<AsyncAPIDocumentInterface> {
  const { document, diagnostics } = await new Parser().parse(JSON.stringify(model.documents.signalling));
  if (document) return document;
  const errors = diagnostics.filter(({ severity }) => severity === 0);
  throw new SpecError(errors.map(({ path, message }) => `${SIGNALLING}: ${path.join('.')}: ${message}`));
}

const documentation: TypeScriptPreset = {
  interface: {
    self: ({ model, content }) => documented(model, content),
    property: ({ property, content }) => documented(property.property, content),
  },
  type: { self: ({ model, content }) => documented(model, content) },
  enum: { self: ({ model, content }) => documented(model, content) },
};

// By default Modelina renames properties, widens constants and adds an index signature to every interface.
const generator = new TypeScriptGenerator({
  modelType: 'interface',
  enumType: 'union',
  mapType: 'record',
  processorOptions: { interpreter: { ignoreAdditionalProperties: true } },
  constraints: {
    propertyKey: ({ objectPropertyModel }) => objectPropertyModel.propertyName,
    constant: ({ constrainedMetaModel: { options } }) => options.const && literal(options.const.originalInput),
    enumValue: ({ enumValue }) => literal(enumValue),
  },
  presets: [documentation],
});

function documented(model: ConstrainedMetaModel, content: string): string {
  const schema = model.originalInput as Schema;
  // A nullable reference has no description, so use that of the schema it refers to.
  return jsdoc(schema.description ?? schema.anyOf?.[0]?.description) + content;
}

function messageMap(name: string, meaning: string, messages: readonly Message[]): string {
  const entries = messages.map(({ type, schema }) => `${literal(type)}: ${schema}`);
  return `${jsdoc(`${meaning} by the frame's \`type\`.`)}export interface ${name}Map ${block(entries, ';')}

export type ${name}Type = ${union(messages.map(({ type }) => type))};

export type ${name} = ${name}Map[${name}Type];`;
}

function replyMap({ exchanges }: Model): string {
  const entries = exchanges.flatMap(({ request, replies }) => {
    const success = replies.find(({ type }) => type !== ERROR_TYPE);
    return success ? [`${literal(request.type)}: ${success.schema}`] : [];
  });
  return `${jsdoc('The reply to each request that succeeds. The reply to a failed request is an `error`.')}export interface ReplyMap ${block(entries, ';')}`;
}
