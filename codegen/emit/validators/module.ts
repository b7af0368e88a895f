import type { Ajv, Options } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { transform } from 'esbuild';
import type { Message } from '../../model/types.js';
import type { Schemas } from '../../schema.js';
import { jsdoc, nullPrototypeObject, type Tree } from '../text.js';
import { createAjv, reference } from './ajv.js';

/** A module of precompiled validators. At run time it needs neither Ajv nor `eval`. */
export class ValidatorModule {
  readonly #ajv: Ajv;
  readonly #references: Record<string, string> = {};
  readonly #records: string[] = [];

  /** @param namespaces The schemas of each document. Their names may overlap. */
  constructor(namespaces: Readonly<Record<string, Schemas>>, options: Options = {}) {
    this.#ajv = createAjv(namespaces, { ...options, code: { source: true, esm: true, lines: true } });
  }

  /** The identifier of a schema's validator inside the module. */
  validator(namespace: string, schema: string): string {
    const identifier = `${namespace}${schema}`;
    this.#references[identifier] = reference(namespace, schema);
    return identifier;
  }

  /** The validators of messages by message type. */
  validators(messages: readonly Message[]): Tree {
    return Object.fromEntries(messages.map(({ type, schema }) => [type, this.validator('signalling', schema)]));
  }

  /** Exports validators under one name. The leaves of the tree are their identifiers. */
  addRecord(name: string, description: string, type: string, validators: Tree): void {
    const value = nullPrototypeObject(validators);
    this.#records.push(`\n${jsdoc(description)}export const ${name}: ${type} = ${value};\n`);
  }

  async render(imports: string): Promise<string> {
    const compiled = standalone.default(this.#ajv, this.#references);
    const { code } = await transform(withoutSchemaPaths(inlineRuntime(compiled)), {
      format: 'esm',
      target: 'es2022',
      minifySyntax: true,
      treeShaking: true,
    });
    return `// @ts-nocheck\n${imports}\n${withoutExports(code)}${this.#records.join('')}`;
  }
}

/** Replaces the one Ajv helper in use, which would be loaded with `require`, by its code. */
function inlineRuntime(code: string): string {
  const inlined = code.replaceAll('require("ajv/dist/runtime/ucs2length").default', '(text) => [...text].length');
  const forbidden = /require\([^)]*\)|\beval\(|new Function\b/.exec(inlined);
  if (forbidden) throw new Error(`the validators would need ${forbidden[0]} at run time`);
  return inlined;
}

/** Removes `schemaPath` from errors. It takes a tenth of the code, and the path in the data says more. */
function withoutSchemaPaths(code: string): string {
  return code.replaceAll(/schemaPath:"(?:[^"\\]|\\.)*",/g, '');
}

/** Removes Ajv's exports, because the module exports only the records. */
function withoutExports(code: string): string {
  return code.replace(/export \{[^}]*\};\s*$/, '');
}
