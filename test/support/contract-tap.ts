import {
  type ClientRequest,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import * as ws from 'ws';
import type { ClientMessage, ServerMessage } from '../../generated/v1/messages.js';
import { type OperationId, operations } from '../../generated/v1/operations.js';
import { clientMessages, restRequests, restResponses, serverMessages } from '../../generated/v1/validators/closed.js';
import type { Validator } from '../../generated/v1/validators/types.js';

/** A frame that crossed the wire. */
export type TappedFrame =
  | { from: 'client'; message: ClientMessage; socket: number }
  | { from: 'server'; message: ServerMessage; socket: number };

/** The frame parser of ws, which it exports without types. */
interface FrameParser extends NodeJS.WritableStream {
  on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
}
const Receiver = (
  ws as unknown as { Receiver: new (options: { isServer: boolean; maxPayload: number }) => FrameParser }
).Receiver;

const ROUTES = (Object.keys(operations) as OperationId[]).map((id) => ({
  id,
  method: operations[id].method as string,
  pattern: new RegExp(`^${operations[id].path.replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/**
 * A proxy between the clients of a test and the service. It checks each frame of either side and each REST body against
 * the contract. It changes nothing: bytes, pings, closes and the client's loopback address pass unchanged.
 */
export class ContractTap {
  /** Every frame so far, in the order in which they passed. */
  readonly frames: TappedFrame[] = [];
  readonly #target: URL;
  readonly #host: string;
  readonly #server = createServer((request, response) => this.#relayRequest(request, response));
  readonly #sockets = new Set<Socket | Duplex>();
  readonly #violations: string[] = [];
  readonly #tolerated = new Map<RegExp, number>();
  #count = 0;

  private constructor(target: string) {
    this.#target = new URL(target);
    this.#host = this.#target.hostname;
    this.#server.on('upgrade', (request, socket, head) => this.#relayUpgrade(request, socket, head));
  }

  static async start(target: string): Promise<ContractTap> {
    const tap = new ContractTap(target);
    await new Promise<void>((resolve) => tap.#server.listen(0, tap.#host, resolve));
    return tap;
  }

  get authority(): string {
    return `${this.#host}:${(this.#server.address() as { port: number }).port}`;
  }

  /** Resolves when a frame of this kind has passed, at once if one has already. */
  async seen(from: 'client' | 'server', type: string, withinMs = 5000): Promise<void> {
    const end = Date.now() + withinMs;
    while (!this.frames.some((frame) => frame.from === from && frame.message.type === type)) {
      if (Date.now() > end) throw new Error(`no ${type} of the ${from} within ${withinMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Allows violations that match. The test fails if none comes. */
  expectViolation(pattern: RegExp): void {
    this.#tolerated.set(pattern, 0);
  }

  /** Returns and clears the unexpected violations, and the expected ones that did not come. */
  takeViolations(): string[] {
    const unmet = [...this.#tolerated].filter(([, times]) => times === 0);
    const found = this.#violations.splice(0);
    this.#tolerated.clear();
    return [...found, ...unmet.map(([pattern]) => `an expected violation did not come: ${pattern}`)];
  }

  /** Cuts every signalling connection without a close frame, like a failing network. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    this.cut();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #violation(text: string): void {
    for (const [pattern, times] of this.#tolerated) {
      if (!pattern.test(text)) continue;
      this.#tolerated.set(pattern, times + 1);
      return;
    }
    this.#violations.push(text);
  }

  #check(what: string, validate: Validator<unknown> | undefined, data: unknown): void {
    if (!validate) this.#violation(`${what}: the contract does not know it`);
    else if (!validate(data)) this.#violation(`${what}: ${JSON.stringify(validate.errors?.[0])}`);
  }

  #frame(from: 'client' | 'server', socket: number, data: Buffer, isBinary: boolean): void {
    const name = `a frame of the ${from}`;
    if (isBinary) return this.#violation(`${name}: binary`);
    let message: unknown;
    try {
      message = JSON.parse(data.toString());
    } catch {
      return this.#violation(`${name}: not JSON`);
    }
    const type = String((message as { type?: unknown } | null)?.type);
    const validators = (from === 'client' ? clientMessages : serverMessages) as Readonly<
      Record<string, Validator<unknown>>
    >;
    this.#check(`${name}: ${type}`, validators[type], message);
    this.frames.push({ from, message, socket } as TappedFrame);
  }

  #relayRequest(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const sent = Buffer.concat(chunks);
      const upstream: ClientRequest = httpRequest({
        host: this.#target.hostname,
        port: this.#target.port,
        method: request.method,
        path: request.url,
        headers: request.headers,
        localAddress: loopback(request.socket.remoteAddress),
      });
      upstream.on('error', (error) => response.destroy(error));
      upstream.on('response', (answer) => {
        const received: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => received.push(chunk));
        answer.on('end', () => {
          this.#exchange(request, sent, answer.statusCode ?? 0, answer, Buffer.concat(received));
          response.writeHead(answer.statusCode ?? 502, answer.headers).end(Buffer.concat(received));
        });
      });
      upstream.end(sent);
    });
  }

  #exchange(request: IncomingMessage, sent: Buffer, status: number, answer: IncomingMessage, received: Buffer): void {
    const { method, url = '/' } = request;
    if (method === 'OPTIONS') return;
    const path = new URL(url, 'http://tap').pathname;
    const operation = ROUTES.find((route) => route.method === method && route.pattern.test(path))?.id;
    if (!operation) return this.#violation(`${method} ${path}: the contract does not know it`);
    if (!answer.headers['x-request-id']) this.#violation(`${operation} ${status}: no X-Request-Id`);
    const request_ = (restRequests as Readonly<Record<string, Validator<unknown> | undefined>>)[operation];
    if (request_) this.#check(`${operation} request`, request_, parsed(sent));
    const responses = restResponses[operation] as Readonly<Record<number, Validator<unknown> | undefined>>;
    this.#check(`${operation} ${status}`, responses[status], parsed(received));
  }

  #relayUpgrade(request: IncomingMessage, client: Duplex, head: Buffer): void {
    const id = ++this.#count;
    const port = Number(this.#target.port);
    const localAddress = loopback(request.socket.remoteAddress);
    const service = connect({ host: this.#target.hostname, port, ...(localAddress && { localAddress }) });
    for (const socket of [client, service]) {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    }
    client.on('error', () => service.destroy());
    service.on('error', () => client.destroy());
    const headers = request.rawHeaders.flatMap((name, at, all) => (at % 2 === 0 ? [`${name}: ${all[at + 1]}`] : []));
    service.write(`${request.method} ${request.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
    service.write(head);
    const fromClient = this.#parser('client', id);
    const fromServer = afterUpgrade(this.#parser('server', id));
    // Pass a copy, because the parser unmasks the bytes in place.
    client.on('data', (bytes: Buffer) => fromClient.write(Buffer.from(bytes)));
    service.on('data', (bytes: Buffer) => fromServer(bytes));
    client.pipe(service);
    service.pipe(client);
    client.on('close', () => service.destroy());
    service.on('close', () => client.end());
  }

  #parser(from: 'client' | 'server', socket: number): FrameParser {
    const parser = new Receiver({ isServer: from === 'client', maxPayload: 2 ** 24 });
    parser.on('message', (data, isBinary) => this.#frame(from, socket, data, isBinary));
    parser.on('error', (error) => this.#violation(`the ${from}'s WebSocket frames: ${error.message}`));
    return parser;
  }
}

/** Passes the bytes after the upgrade response to the parser, if the upgrade was accepted. */
function afterUpgrade(parser: FrameParser): (bytes: Buffer) => void {
  let answer: Buffer | undefined = Buffer.alloc(0);
  let accepted = true;
  return (bytes) => {
    if (!answer) {
      if (accepted) parser.write(bytes);
      return;
    }
    answer = Buffer.concat([answer, bytes]);
    const end = answer.indexOf('\r\n\r\n');
    if (end < 0) return;
    accepted = answer.subarray(0, 12).toString() === 'HTTP/1.1 101';
    if (accepted) parser.write(answer.subarray(end + 4));
    answer = undefined;
  };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

/** The client's address, if the proxy can use it too: only loopback addresses. */
const loopback = (address: string | undefined) => (address?.startsWith('127.') ? address : undefined);
