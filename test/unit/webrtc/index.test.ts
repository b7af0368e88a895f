import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const ENTRY = fileURLToPath(new URL('../../../src/webrtc/index.ts', import.meta.url));

/** What ECMAScript itself has, in every runtime. */
const LANGUAGE = runInContext('globalThis', createContext({})) as object;

/** Runs the bundled entry where there is nothing but the language; notes every other global that it asks for. */
async function importBare(): Promise<{ exports: Record<string, unknown>; asked: Set<PropertyKey> }> {
  const bundle = await build({
    entryPoints: [ENTRY],
    bundle: true,
    format: 'iife',
    globalName: 'sdk',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
    logLevel: 'silent',
  });
  const asked = new Set<PropertyKey>();
  const language = new Proxy(LANGUAGE, {
    get: (target, name) => {
      if (!Reflect.has(target, name)) asked.add(name);
      return Reflect.get(target, name);
    },
    has: (target, name) => {
      if (!Reflect.has(target, name)) asked.add(name);
      return Reflect.has(target, name);
    },
  });
  const context = createContext(language);
  const exports = runInContext(`${bundle.outputFiles[0]?.text}\nsdk;`, context) as Record<string, unknown>;
  return { exports, asked };
}

describe('the entry', () => {
  it('can be imported where there is no platform at all, and asks for none of its parts', async () => {
    const { exports, asked } = await importBare();
    expect(exports).toMatchObject({ DialStackPhone: expect.any(Function), PhoneError: expect.any(Function) });
    expect([...asked]).toEqual([]);
  });

  it('exports the phone and its error, the rest are types', async () => {
    const entry = await import('../../../src/webrtc/index.js');
    expect(Object.keys(entry).sort()).toEqual(['DialStackPhone', 'PhoneError']);
  });
});
