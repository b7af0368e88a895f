/** The subset of JSON Schema that draft-07, 2020-12 and both generators interpret alike. `guard` refuses the rest. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  description?: string;
  [keyword: string]: unknown;
}

export type Schemas = Record<string, Schema>;

const COMPONENTS = '#/components/schemas/';

/** The name under `components.schemas` that a schema refers to. Undefined if it is not such a reference. */
export function refName(schema: Schema | undefined): string | undefined {
  return schema?.$ref?.startsWith(COMPONENTS) ? schema.$ref.slice(COMPONENTS.length) : undefined;
}

/** The inverse of `refName`. */
export function schemaRef(name: string): string {
  return COMPONENTS + name;
}

export function typesOf(schema: Schema): string[] {
  return schema.type === undefined ? [] : [schema.type].flat();
}

/** Whether later versions may add values to the schema's `enum`, so that readers must accept any value. */
export const isOpen = (schema: Schema): boolean => schema['x-open'] === true;

/** The alternatives of a `oneOf` schema, else the schema itself. */
export function branches(schema: Schema): Schema[] {
  return schema.oneOf ?? [schema];
}

/** The schemas directly inside a schema, each with the path step that leads to it. */
export function subschemas(schema: Schema): [step: string, Schema | boolean][] {
  const { properties = {}, items, anyOf = [], oneOf = [], additionalProperties } = schema;
  return [
    ...Object.entries(properties).map(([name, property]): [string, Schema] => [`.${name}`, property]),
    ...(items === undefined ? [] : [['[]', items] as [string, Schema]]),
    ...anyOf.map((branch, index): [string, Schema] => [`.anyOf[${index}]`, branch]),
    ...oneOf.map((branch, index): [string, Schema] => [`.oneOf[${index}]`, branch]),
    ...(typeof additionalProperties === 'object' ? [['{}', additionalProperties] as [string, Schema]] : []),
  ];
}

/** The names of all schemas that a schema refers to, directly or through others. */
export function dependencies(schema: Schema, schemas: Schemas, found = new Set<string>()): Set<string> {
  const name = refName(schema);
  if (name !== undefined && !found.has(name)) {
    found.add(name);
    dependencies(schemas[name] ?? {}, schemas, found);
  }
  for (const [, inner] of subschemas(schema)) {
    if (typeof inner === 'object') dependencies(inner, schemas, found);
  }
  return found;
}

/** Rebuilds a schema from the leaves up: `change` sees each subschema after its own subschemas were changed. */
export function mapSchema(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const inner = (child: Schema) => mapSchema(child, change);
  const copy = { ...schema };
  if (copy.properties) copy.properties = mapValues(copy.properties, inner);
  if (copy.items) copy.items = inner(copy.items);
  if (copy.anyOf) copy.anyOf = copy.anyOf.map(inner);
  if (copy.oneOf) copy.oneOf = copy.oneOf.map(inner);
  if (typeof copy.additionalProperties === 'object') copy.additionalProperties = inner(copy.additionalProperties);
  return change(copy);
}

export function mapValues<T, U>(record: Record<string, T>, change: (value: T, key: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
