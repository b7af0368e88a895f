import type { Ajv } from 'ajv';
import { createAjv, reference } from '../emit/validators/ajv.js';
import { closed } from '../emit/validators/schemas.js';
import type { Message, Model } from '../model/types.js';
import type { Schemas } from '../schema.js';

/** Returns the schemas of the signalling document that do not compile, and the examples that break their schema. */
export function signallingProblems({ schemas, messages }: Model): string[] {
  return withSchemas(schemas, (ajv) => messages.flatMap((message) => exampleProblems(message, ajv)));
}

/** Returns the schemas of the REST document that do not compile. */
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
    return [`${name}: ${(error as Error).message}; correct the schema`];
  }
}

/** Validates the examples of a message, which the linters do not. */
function exampleProblems({ id, schema, examples }: Message, ajv: Ajv): string[] {
  return examples.flatMap(({ name, payload }) =>
    ajv.validate(reference(NAMESPACE, schema), payload)
      ? []
      : [
          `${id}: example ${name}: ${ajv.errorsText(ajv.errors, { dataVar: 'payload' })}; correct the example or the schema`,
        ],
  );
}
