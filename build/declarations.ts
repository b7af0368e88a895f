import { execFile } from 'node:child_process';
import { copyFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { DIST, ENTRIES, PACKAGE } from './output.js';

/** The folder into which tsconfig.build.json writes a declaration file for each source file. */
const COMPILED = join(PACKAGE, 'declarations');

/** Writes one declaration file for each entry, and a copy of it for CommonJS. */
export async function declarations(): Promise<void> {
  await promisify(execFile)('npm', ['exec', '--', 'tsc', '-p', 'tsconfig.build.json']);
  for (const entry of ENTRIES) {
    const path = join(DIST, `${entry}.d.ts`);
    rollUp(resolve(COMPILED, 'src', entry, 'index.d.ts'), path);
    await copyFile(path, join(DIST, `${entry}.d.cts`));
  }
  await rm(COMPILED, { recursive: true });
}

/** Fails if a public signature uses a type that the entry does not export, because users could not name it. */
function rollUp(index: string, path: string): void {
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: resolve('package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: resolve('.'),
      mainEntryPointFilePath: index,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'ES2022',
            lib: ['ES2023', 'DOM', 'DOM.Iterable'],
            module: 'NodeNext',
            types: ['node'],
          },
          files: [index],
        },
      },
      apiReport: { enabled: false },
      docModel: { enabled: false },
      tsdocMetadata: { enabled: false },
      dtsRollup: { enabled: true, untrimmedFilePath: resolve(path) },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: { 'ae-forgotten-export': { logLevel: ExtractorLogLevel.Error } },
      },
    },
  });
  const problems: string[] = [];
  const { succeeded } = Extractor.invoke(config, {
    messageCallback(message) {
      message.handled = true;
      if (message.logLevel === ExtractorLogLevel.Error) problems.push(message.text);
    },
  });
  if (!succeeded) throw new Error(`Writing ${path} failed:\n${problems.join('\n')}`);
}
