import { REST, SHARED, SIGNALLING, type Sources, SpecError } from './documents.js';
import { emitEndpoints } from './emit/endpoints.js';
import { emitErrorsPage } from './emit/errors-page.js';
import { emitMessages } from './emit/messages.js';
import { emitOperations } from './emit/operations.js';
import { emitCloseCodes, emitLimits, emitProtocol } from './emit/protocol.js';
import { emitRest } from './emit/rest.js';
import { emitShapes } from './emit/shapes.js';
import { header, pageHeader } from './emit/text.js';
import { emitClosed } from './emit/validators/closed.js';
import { emitOpen } from './emit/validators/open.js';
import { emitQuery } from './emit/validators/query.js';
import { emitRules } from './emit/validators/rules.js';
import { emitValidatorTypes } from './emit/validators/types.js';
import { guard } from './guard.js';
import type { Model } from './model/types.js';
import { readModel } from './model.js';

interface Output {
  readonly emit: (model: Model) => string | Promise<string>;
  readonly from: readonly (keyof Sources)[];
}

const outputs: Record<string, Output> = {
  'messages.ts': { emit: emitMessages, from: [SIGNALLING, SHARED] },
  'protocol.ts': { emit: emitProtocol, from: [SIGNALLING] },
  'limits.ts': { emit: emitLimits, from: [SIGNALLING] },
  'close-codes.ts': { emit: emitCloseCodes, from: [SIGNALLING] },
  'endpoints.ts': { emit: emitEndpoints, from: [SIGNALLING, REST] },
  'rest.ts': { emit: emitRest, from: [REST, SHARED] },
  'operations.ts': { emit: emitOperations, from: [REST] },
  'shapes.ts': { emit: emitShapes, from: [SIGNALLING, REST, SHARED] },
  'validators/types.ts': { emit: emitValidatorTypes, from: [] },
  'validators/rules.ts': { emit: emitRules, from: [] },
  'validators/open.ts': { emit: emitOpen, from: [SIGNALLING, REST, SHARED] },
  'validators/query.ts': { emit: emitQuery, from: [REST, SHARED] },
  'validators/closed.ts': { emit: emitClosed, from: [SIGNALLING, REST, SHARED] },
};

const pages: Record<string, Output> = {
  'errors.md': { emit: emitErrorsPage, from: [SIGNALLING, REST] },
};

/** Generated files by their path under the folder that they go to. */
export type Files = Map<string, string>;

/** All generated code and all generated pages. The same sources give the same bytes. */
export async function generate(sources: Sources): Promise<{ code: Files; pages: Files }> {
  const model = await readModel(sources);
  const problems = guard(model);
  if (problems.length > 0) throw new SpecError(problems);
  const write = async (table: Record<string, Output>, head: typeof header) => {
    const files: Files = new Map();
    for (const [path, { emit, from }] of Object.entries(table)) {
      const origins = from.map((name) => ({ name, text: sources[name] }));
      files.set(path, head(origins) + (await emit(model)));
    }
    return files;
  };
  return { code: await write(outputs, header), pages: await write(pages, pageHeader) };
}
