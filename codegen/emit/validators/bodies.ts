import type { Operation } from '../../model/types.js';
import { refName, type Schema } from '../../schema.js';
import { block, key, type Tree } from '../text.js';
import type { ValidatorModule } from './module.js';

/** Exports the validators of REST bodies under one name. The leaves of the tree are names of component schemas. */
export function addBodies(module: ValidatorModule, name: string, description: string, bodies: Tree): void {
  module.addRecord(
    name,
    description,
    typeOf(bodies),
    mapLeaves(bodies, (schema) => module.validator('rest', schema)),
  );
}

export function requestBodies(operations: readonly Operation[]): Tree {
  return named(operations.map(({ id, requestBody }) => [id, requestBody]));
}

export function responseBodies(operations: readonly Operation[]): Tree {
  return Object.fromEntries(operations.map(({ id, responses }) => [id, named(Object.entries(responses))]));
}

function named(schemas: readonly [string, Schema | undefined][]): Tree {
  return Object.fromEntries(
    schemas.flatMap(([name, schema]) => {
      const component = refName(schema);
      return component ? [[name, component]] : [];
    }),
  );
}

function mapLeaves(tree: Tree, change: (leaf: string) => string): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => [
      name,
      typeof value === 'string' ? change(value) : mapLeaves(value, change),
    ]),
  );
}

function typeOf(tree: Tree | string): string {
  if (typeof tree === 'string') return `Validator<components['schemas']['${tree}']>`;
  return block(
    Object.entries(tree).map(([name, value]) => `readonly ${key(name)}: ${typeOf(value)}`),
    ';',
  );
}
