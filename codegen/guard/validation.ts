import type { Ajv } from 'ajv';
import { createAjv, reference } from '../emit/validators/ajv.js';
import { closed } from '../emit/validators/schemas.js';
import type { Message, Model } from '../model/types.js';
import type { Schemas } from '../schema.js';

/** Schemas of the signalling document that do not compile, and examples that break theirs. */
export function signallingProblems({ schemas, messages }: Model): string[] {
  return withSchemas(schemas, (ajv) => messages.flatMap((message) => exampleProblems(message, ajv)));
}

/** Schemas of the REST document that do not compile. */
export function restProblems({ restSchemas }: Model): string[] {
  return withSchemas(restSchemas, () => []);
}

const NAMESPACE = 'document';

function withSchemas(schemas: Schemas, next: (ajv: Ajv) => string[]): string[] {
  return attempt('components.schemas', () => {
    const ajv = createAjv({ [NAMESPACE]: closed(schemas) });
    const problems = Object.keys(schemas).flatMap((name) =>
      attempt(name, () => {
        ajv.getSchema(reference(NAMESPACE, name));
        return [];
      }),
    );
    return problems.length > 0 ? problems : next(ajv);
  });
}

function attempt(name: string, action: () => string[]): string[] {
  try {
    return action();
  } catch (error) {
    return [`${name}: ${(error as Error).message}; mend the schema`];
  }
}

/** The linters do not look at the examples of messages. */
function exampleProblems({ id, schema, examples }: Message, ajv: Ajv): string[] {
  return examples.flatMap(({ name, payload }) =>
    ajv.validate(reference(NAMESPACE, schema), payload)
      ? []
      : [`${id}: example ${name}: ${ajv.errorsText(ajv.errors, { dataVar: 'payload' })}; mend it or the schema`],
  );
}
