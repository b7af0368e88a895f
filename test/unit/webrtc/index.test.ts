import { fileURLToPath } from 'node:url';
import { createContext, runInContext, runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const ENTRY = fileURLToPath(new URL('../../../src/webrtc/index.ts', import.meta.url));

/** What ECMAScript itself has, in every runtime. */
const LANGUAGE = new Set<unknown>(Reflect.ownKeys(runInContext('globalThis', createContext({}))));

/** Runs a script where there is nothing but the language; notes every other global that it asks for, with typeof too. */
function runBare(script: string): { sdk: Record<string, unknown>; asked: PropertyKey[] } {
  const asked: PropertyKey[] = [];
  const scope: object = new Proxy(
    {},
    {
      has: (_, name) => name !== 'sdk' && (name === 'globalThis' || !LANGUAGE.has(name)),
      get: (_, name) => {
        if (name === 'globalThis') return scope;
        if (LANGUAGE.has(name)) return Reflect.get(globalThis, name);
        if (name !== Symbol.unscopables) asked.push(name);
        return undefined;
      },
    },
  );
  const run = runInThisContext(`(function (scope) { with (scope) { ${script}\nreturn sdk; } })`);
  return { sdk: run(scope), asked };
}

describe('the entry', () => {
  it('can be imported where there is no platform at all, and asks for none of its parts', async () => {
    const { outputFiles } = await build({
      entryPoints: [ENTRY],
      bundle: true,
      format: 'iife',
      globalName: 'sdk',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      write: false,
      logLevel: 'silent',
    });
    const { sdk, asked } = runBare(outputFiles[0]?.text ?? '');
    expect(sdk).toMatchObject({ DialStackPhone: expect.any(Function), PhoneError: expect.any(Function) });
    expect(asked).toEqual([]);
  });

  it.each(['typeof AudioContext;', 'globalThis.navigator;', 'window?.document;', 'fetch;'])(
    'would be seen to ask by this test: %s',
    (question) => {
      expect(runBare(`var sdk = {}; ${question}`).asked).toHaveLength(1);
    },
  );

  it('exports the phone and its error, the rest are types', async () => {
    const entry = await import('../../../src/webrtc/index.js');
    expect(Object.keys(entry).sort()).toEqual(['DialStackPhone', 'PhoneError']);
  });
});
