import { REST, SIGNALLING } from './documents.js';
import { messageProblems } from './guard/messages.js';
import { operationProblems } from './guard/operations.js';
import { restErrorProblems } from './guard/rest-errors.js';
import { schemaProblems } from './guard/schemas.js';
import { tableProblems } from './guard/tables.js';
import { restProblems, signallingProblems } from './guard/validation.js';
import type { Model } from './model/types.js';

/**
 * Returns the problems of the documents: what the generators would accept but turn into wrong code. Violations of the
 * OpenAPI and AsyncAPI standards are left to the linters (`make validate`).
 */
export function guard(model: Model): string[] {
  const within = (document: string, problems: string[]) => problems.map((problem) => `${document}: ${problem}`);
  const problems = [
    ...within(SIGNALLING, schemaProblems(model.schemas, { forModels: true })),
    ...within(SIGNALLING, messageProblems(model)),
    ...within(SIGNALLING, tableProblems(model)),
    ...within(REST, schemaProblems(model.restSchemas, { forModels: false })),
    ...within(REST, operationProblems(model)),
    ...within(REST, restErrorProblems(model)),
  ];
  if (problems.length > 0) return problems;
  return [...within(SIGNALLING, signallingProblems(model)), ...within(REST, restProblems(model))];
}
