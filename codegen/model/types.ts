import type { Schema, Schemas } from '../schema.js';

/**
 * The content of the documents, independent of the OpenAPI and AsyncAPI syntax. Something that a document lacks is
 * empty here, and `guard` reports it.
 */
export interface Model extends SignallingModel, RestModel {
  /** The bundled documents, for emitters that pass them to another generator. */
  readonly documents: { readonly signalling: object; readonly rest: object };
}

export interface SignallingModel {
  readonly version: string;
  readonly subprotocol: string;
  /** The channel's address, with a leading slash. */
  readonly signallingPath: string;
  readonly schemas: Schemas;
  /** All messages, including those that no operation uses. */
  readonly messages: readonly Message[];
  readonly clientMessages: readonly Message[];
  readonly serverMessages: readonly Message[];
  readonly exchanges: readonly Exchange[];
  readonly limits: Readonly<Record<string, Limit>>;
  readonly closeCodes: readonly CloseCode[];
  readonly errorCodes: Readonly<Record<string, ErrorCode>>;
}

export interface RestModel {
  /** The URL of the first server in the document. */
  readonly apiBaseUrl: string;
  readonly restSchemas: Schemas;
  readonly operations: readonly Operation[];
  readonly restErrorCodes: Readonly<Record<string, RestErrorCode>>;
  readonly serverErrors: Readonly<Record<string, ServerError>>;
}

export interface Message {
  /** The key under `components.messages`. */
  readonly id: string;
  /** The value of the frame's `type`, from the payload. */
  readonly type: string;
  readonly name: string;
  /** The payload's name under `components.schemas`. */
  readonly schema: string;
  readonly examples: readonly { readonly name?: string; readonly payload?: unknown }[];
}

/** A request and the messages that answer it directly. */
export interface Exchange {
  readonly request: Message;
  readonly replies: readonly Message[];
}

export interface Limit {
  readonly value: number | number[];
  readonly description: string;
}

export interface CloseCode {
  readonly code: number;
  readonly name: string;
  readonly errors: readonly string[];
  readonly meaning: string;
}

export interface ErrorCode {
  readonly raisedBy: 'server' | 'sdk';
  /** Whether it ends a connection, answers a frame, or can do both. */
  readonly role: 'ending' | 'answer' | 'both';
  readonly reconnect?: 'never' | 'new-token' | 'by-hand' | 'backoff';
  /** Whether the same request may succeed if it is repeated unchanged. */
  readonly retry: boolean;
  readonly meaning: string;
  readonly advice: string;
  /** The methods of the SDK that throw it or reject with it, and the events that carry it. */
  readonly seenIn: readonly string[];
}

/** A code in the body of a refused REST request. */
export interface RestErrorCode {
  readonly statuses: readonly number[];
  /** The code of the `PhoneError` that the browser SDK makes of it. */
  readonly phoneCode: string;
  readonly meaning: string;
}

/** A class of the server SDK's errors. */
export interface ServerError {
  /** The statuses that become this class; `5xx` stands for every one from 500 on. */
  readonly statuses: readonly (number | '5xx')[];
  readonly retry: boolean;
  readonly meaning: string;
  readonly advice: string;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly credentials: readonly string[];
  readonly idempotent: boolean;
  readonly parameters: readonly Parameter[];
  readonly requestBody: Schema | undefined;
  /** The body of each status, as the document writes the status. Undefined if there is no JSON body. */
  readonly responses: Readonly<Record<string, Schema | undefined>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

/** The `type` of the frame that can answer any request. */
export const ERROR_TYPE = 'error';
