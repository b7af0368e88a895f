import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { ENTRIES } from '../../build/output.js';
import type { Sandbox } from '../../src/sandbox/index.js';
import { NodePhoneMedia } from '../support/audio/node-phone-media.js';
import { LIMIT_BYTES } from '../support/bundle-size.js';
import { WirePhone } from '../support/wire-phone.js';
import { ROOT, run } from './tarball.js';

const UNPACKED_MAX_BYTES = 3_500_000;

const folder = inject('userFolder');
const installed = inject('installed');

/** Runs a module in the folder where the package is installed. */
async function runModule(name: string, source: string): Promise<string> {
  await writeFile(join(folder, name), source);
  return run(process.execPath, [name], folder);
}

describe('the package that npm pack makes, installed in an empty folder,', () => {
  it('brings no other package along', async () => {
    const packages = (await readdir(join(folder, 'node_modules'))).filter((name) => !name.startsWith('.')).sort();
    expect(packages).toEqual(['@dialstack']);
  });

  it(`unpacks to less than ${UNPACKED_MAX_BYTES / 1e6} MB`, async () => {
    const files = await readdir(installed, { recursive: true, withFileTypes: true });
    const sizes = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => stat(join(file.parentPath, file.name))),
    );
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(UNPACKED_MAX_BYTES);
  });

  it('holds the licence, and the notices of what is bundled', async () => {
    expect(await readFile(join(installed, 'LICENSE'), 'utf8')).toMatch(/MIT License/);
    const notices = await readFile(join(installed, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    expect(notices).toMatch(/^werift .*\n\nMIT License\n\nCopyright \(c\) 2020 shinyoshiaki\n/m);
    for (const name of ['werift', 'ws', 'jose', 'opusscript', 'Xiph', 'openapi-fetch'])
      expect(notices).toMatch(new RegExp(name, 'i'));
  });

  it('says in a bill of materials for each entry what is bundled into it', async () => {
    const bundledIn = async (entry: string): Promise<string[]> => {
      const bill = JSON.parse(await readFile(join(installed, `dist/sbom/${entry}.cdx.json`), 'utf8'));
      expect(bill).toMatchObject({
        bomFormat: 'CycloneDX',
        metadata: { component: { group: '@dialstack', name: 'sdk' } },
      });
      return bill.components.map(({ group, name, version }: Record<string, string>) =>
        [[group, name].filter(Boolean).join('/'), version].join(' '),
      );
    };
    expect(await bundledIn('webrtc')).toEqual([]);
    const notices = await readFile(join(installed, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    const noticed = [...notices.matchAll(/^(\S+) (\S+), licence /gm)].map(([, name, version]) => `${name} ${version}`);
    const bundled = [...(await bundledIn('server')), ...(await bundledIn('sandbox'))];
    expect(noticed.length).toBeGreaterThan(20);
    expect(bundled.sort()).toEqual(noticed.sort());
  });

  it('names files that exist in every export', async () => {
    const { exports, bin, unpkg, jsdelivr } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
    const paths = JSON.stringify([exports, bin, unpkg, jsdelivr]).match(/(\.\/)?dist\/[^"]+/g) ?? [];
    expect(paths.length).toBeGreaterThan(12);
    expect(paths.filter((path) => !existsSync(join(installed, path)))).toEqual([]);
  });

  it('has no file that nobody needs', async () => {
    const files = await readdir(installed, { recursive: true, withFileTypes: true });
    const paths = files
      .filter((file) => file.isFile())
      .map((file) => relative(installed, join(file.parentPath, file.name)));
    const entries = ENTRIES.flatMap((entry) => [
      ...['js', 'cjs', 'd.ts', 'd.cts'].map((extension) => `dist/${entry}.${extension}`),
      `dist/sbom/${entry}.cdx.json`,
      `${entry}/package.json`, // For tools that do not read `exports`.
    ]);
    const maps = ['webrtc', 'server'].flatMap((entry) => [`dist/${entry}.js.map`, `dist/${entry}.cjs.map`]);
    const others = [
      'webrtc.node.js',
      'server.node.js',
      'webrtc.min.js',
      'cli.js',
      'opusscript_native_wasm.wasm',
      'THIRD-PARTY-NOTICES.txt',
    ];
    const documents = ['README.md', 'LICENSE', 'CHANGELOG.md', 'SECURITY.md', 'package.json'];
    const specs = (await readdir(join(ROOT, 'specs/v1'))).map((name) => `specs/v1/${name}`);
    expect(paths.filter((path) => !/^docs\/[\w-]+\.md$/.test(path)).sort()).toEqual(
      [...entries, ...maps, ...others.map((name) => `dist/${name}`), ...documents, ...specs].sort(),
    );
  });

  it('says whose it is, and nothing of how it was built', async () => {
    const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({
      license: 'MIT',
      homepage: expect.stringMatching(/^https:/),
      bugs: { url: expect.stringMatching(/^https:/) },
      repository: { type: 'git', url: expect.stringMatching(/^git\+https:/) },
    });
    for (const field of ['private', 'scripts', 'dependencies', 'devDependencies'])
      expect(manifest).not.toHaveProperty(field);
  });

  it('holds the sources of what its source maps name', async () => {
    const dist = join(installed, 'dist');
    const files = await readdir(dist);
    const named: string[] = [];
    for (const file of files.filter((name) => /\.c?js$/.test(name))) {
      const [, map] = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(await readFile(join(dist, file), 'utf8')) ?? [];
      if (map) named.push(map);
    }
    expect(named.sort()).toEqual(files.filter((name) => name.endsWith('.map')).sort());
    expect(named).toContain('webrtc.js.map');
    for (const map of named) {
      const { sources, sourcesContent } = JSON.parse(await readFile(join(dist, map), 'utf8'));
      expect(sources.length).toBeGreaterThan(10);
      expect(sourcesContent).toHaveLength(sources.length);
      for (const content of sourcesContent) expect(content).toEqual(expect.any(String));
    }
  });

  it('has the phone in one minified file, for a script tag that imports it from a CDN', async () => {
    const printed = await runModule(
      'min.mjs',
      `import * as min from './node_modules/@dialstack/sdk/dist/webrtc.min.js';
       import * as sdk from '@dialstack/sdk/webrtc';
       console.log(Object.keys(min).sort().join() === Object.keys(sdk).sort().join(), Object.keys(min).length > 1);`,
    );
    expect(printed.trim()).toBe('true true');
    const text = await readFile(join(installed, 'dist/webrtc.min.js'), 'utf8');
    expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(LIMIT_BYTES);
    expect(text).not.toMatch(/sourceMappingURL|\bfrom ?["']/);
  });

  it('is imported in plain Node, which has no WebRTC, as a module and with require', async () => {
    const say =
      "const phone = new DialStackPhone({ token: 'x' }); phone.connect().catch(({ name, code }) => console.log(name, code));";
    const imported = await runModule('a.mjs', `import { DialStackPhone } from '@dialstack/sdk/webrtc'; ${say}`);
    const required = await runModule('b.cjs', `const { DialStackPhone } = require('@dialstack/sdk/webrtc'); ${say}`);
    expect([imported.trim(), required.trim()]).toEqual([
      'PhoneError webrtc_unsupported',
      'PhoneError webrtc_unsupported',
    ]);
  });

  it('has one class of errors in Node, however it is imported', async () => {
    const printed = await runModule(
      'one-class.mjs',
      `import { createRequire } from 'node:module';
       import { PhoneError, DialStackPhone } from '@dialstack/sdk/webrtc';
       import { NotFoundError } from '@dialstack/sdk/server';
       const require = createRequire(import.meta.url);
       const error = await new DialStackPhone({ token: 'x' }).connect().catch((thrown) => thrown);
       console.log(
         error instanceof require('@dialstack/sdk/webrtc').PhoneError,
         PhoneError === require('@dialstack/sdk/webrtc').PhoneError,
         NotFoundError === require('@dialstack/sdk/server').NotFoundError,
       );`,
    );
    expect(printed.trim()).toBe('true true true');
  });

  it('gives the server SDK as a module and with require, with openapi-fetch inside', async () => {
    const say =
      "new DialStack('sk_test_1', { apiBaseUrl: 'http://127.0.0.1:9', maxRetries: 0 }).webrtc.iceServers({ token: 't' }).catch(({ name }) => console.log(name));";
    const imported = await runModule('d.mjs', `import { DialStack } from '@dialstack/sdk/server'; ${say}`);
    const required = await runModule('e.cjs', `const { DialStack } = require('@dialstack/sdk/server'); ${say}`);
    expect([imported.trim(), required.trim()]).toEqual(['ConnectionError', 'ConnectionError']);
  });

  it('gives one sandbox as a module and with require, with the same classes', async () => {
    const printed = await runModule(
      'f.mjs',
      `import { createRequire } from 'node:module';
       import * as imported from '@dialstack/sdk/sandbox';
       const required = createRequire(import.meta.url)('@dialstack/sdk/sandbox');
       console.log(Object.keys(imported).every((name) => imported[name] === required[name]));
       await required.startSandbox({ port: -1 }).catch((error) => console.log(error instanceof Error));
       const sandbox = await required.startSandbox();
       console.log(sandbox.users.length);
       await sandbox.stop();`,
    );
    expect(printed.trim().split('\n')).toEqual(['true', 'true', '3']);
  });

  it.each(['webrtc', 'server', 'sandbox'])(
    'is found by tools that do not read exports, as a folder: %s',
    async (entry) => {
      const required = await runModule(
        `folder-${entry}.cjs`,
        `const folder = require('./node_modules/@dialstack/sdk/${entry}');
       console.log(folder === require('@dialstack/sdk/${entry}'));`,
      );
      expect(required.trim()).toBe('true');
      const { module, types } = JSON.parse(await readFile(join(installed, entry, 'package.json'), 'utf8'));
      for (const path of [module, types]) expect(existsSync(join(installed, entry, path))).toBe(true);
    },
  );

  it('starts a sandbox in three lines', async () => {
    const printed = await runModule(
      'c.mjs',
      `import { startSandbox } from '@dialstack/sdk/sandbox';
       const sandbox = await startSandbox();
       const token = await sandbox.createToken(sandbox.users[0].id);
       const response = await fetch(sandbox.apiBaseUrl + '/v1/me/presence', { headers: { Authorization: 'Bearer ' + token } });
       console.log(response.status, (await response.json()).status);
       await sandbox.stop();`,
    );
    expect(printed.trim()).toBe('200 available');
  });

  it('sends real audio from its bundled sandbox', async () => {
    const { startSandbox } = (await import(join(installed, 'dist/sandbox.js'))) as {
      startSandbox(): Promise<Sandbox>;
    };
    const sandbox = await startSandbox();
    const phone = await WirePhone.open(sandbox);
    const media = new NodePhoneMedia();
    phone.send({ type: 'authenticate', token: await sandbox.createToken(sandbox.users[0]?.id ?? '') });
    phone.send({ type: 'call.create', destination: '601', sdp: await media.offer() });
    await media.acceptAnswer((await phone.next('sdp.answer')).sdp);
    await media.hears(1000);
    await media.close();
    await sandbox.stop();
  });

  it('prints no key and no password of a call, whatever the switches for debugging are', async () => {
    const child = spawn('npx', ['dialstack', 'sandbox', '--port', '0'], {
      cwd: folder,
      detached: true,
      env: { ...process.env, DEBUG: '*', DEBUG_DEPTH: '10', DEBUG_COLORS: '0' },
    });
    let printed = '';
    const said = (what: RegExp) => expect.poll(() => what.exec(printed)?.[1], { timeout: 60_000 }).toBeDefined();
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        printed += chunk;
      });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    try {
      await said(/(933)/);
      const found = (what: RegExp) => what.exec(printed)?.[1] ?? '';
      const phone = await WirePhone.open({ signalingBaseUrl: found(/signalingBaseUrl +(\S+)/) });
      const media = new NodePhoneMedia();
      const offer = await media.offer();
      phone.send({ type: 'authenticate', token: found(/token (ey\S+)/) });
      phone.send({ type: 'call.create', destination: '601', sdp: offer });
      const { sdp: answer } = await phone.next('sdp.answer');
      const beforeMedia = printed.length;
      await media.acceptAnswer(answer);
      await media.hears(1000);
      await media.close();
      await phone.close();
      const secrets = [offer, answer].flatMap((sdp) =>
        [...sdp.matchAll(/a=ice-pwd:(\S+)/g)].map(([, word = '']) => word),
      );
      expect(secrets.length).toBeGreaterThanOrEqual(2);
      for (const secret of secrets) expect(printed).not.toContain(secret);
      expect(printed).not.toMatch(/werift|ice-pwd|a=fingerprint|ServerKeyExchange|Buffer/);
      expect(printed.length - beforeMedia).toBeLessThan(500);
    } finally {
      process.kill(-(child.pid ?? 0), 'SIGINT');
      await ended;
    }
  });

  it('runs npx dialstack sandbox, prints key, users and numbers, and ends on SIGINT', async () => {
    const child = spawn('npx', ['dialstack', 'sandbox', '--port', '0'], { cwd: folder, detached: true });
    const printed = await new Promise<string>((resolve, reject) => {
      let text = '';
      child.once('exit', (code) => reject(new Error(`it ended with ${code}: ${text}`)));
      child.stdout.on('data', (chunk) => {
        text += chunk;
        if (text.includes('933')) resolve(text);
      });
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await ended;
    expect(printed).toMatch(/apiBaseUrl +http:\/\/127\.0\.0\.1:\d+/);
    expect(printed).toMatch(/API key +sk_test_/);
    for (const fact of ['Alice Example', '+14155550101', 'token ey', '608']) expect(printed).toContain(fact);
  });

  it('says what a wrong option is', async () => {
    await expect(run('npx', ['dialstack', 'sandbox', '--port', 'abc'], folder)).rejects.toThrow(
      /--port takes a number from 0 to 65535/,
    );
    await expect(run('npx', ['dialstack', 'call'], folder)).rejects.toThrow(/no command call/);
  });
});
