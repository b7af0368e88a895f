import { dependencies, refName, type Schema, type Schemas, subschemas, typesOf } from '../schema.js';

/** The position of a schema: `CallTrying` is named, `CallTrying.req_id` is inline. */
interface Place {
  readonly path: string;
  readonly named: boolean;
  readonly schemas: Schemas;
}

/** Returns what is wrong and how to correct it, or a falsy value. */
type Rule = (schema: Schema, place: Place) => string | false | undefined;

const KEYWORDS = new Set(
  `$ref type const enum properties required additionalProperties items anyOf oneOf description examples default format
   pattern minLength maxLength minimum maximum minItems maxItems x-open`.split(/\s+/),
);

/** Rules against schemas that the validators cannot compile or would silently misread. */
const validatorRules: Rule[] = [
  (_, { path, named }) =>
    named && !/^[A-Z][A-Za-z0-9]*$/.test(path) && 'its name becomes a type; write it in PascalCase',
  (schema) => {
    const foreign = Object.keys(schema).filter((keyword) => !KEYWORDS.has(keyword));
    return (
      foreign.length > 0 &&
      `keyword ${foreign.join(', ')} is not supported, because the generators interpret it differently; express the rule without it`
    );
  },
  (schema) =>
    schema.$ref !== undefined &&
    Object.keys(schema).length > 1 &&
    'keywords beside $ref are ignored; put them in its target',
  (schema, { schemas }) => {
    const name = refName(schema);
    if (schema.$ref === undefined || (name !== undefined && name in schemas)) return;
    return `$ref to ${schema.$ref}; refer to a schema under components.schemas`;
  },
  (schema) =>
    !['$ref', 'type', 'anyOf', 'oneOf'].some((keyword) => keyword in schema) && 'has no type; say what it accepts',
  (schema) =>
    typesOf(schema).filter((type) => type !== 'null').length > 1 && 'several types; use one type, with null at most',
  (schema) => typesOf(schema).includes('array') && !schema.items && 'an array without items; say what it holds',
  (schema) => {
    const unknown = (schema.required ?? []).filter((name) => !(name in (schema.properties ?? {})));
    return unknown.length > 0 && `requires ${unknown.join(', ')}, which it does not define; add the property`;
  },
  (schema) =>
    schema.properties !== undefined &&
    schema.additionalProperties !== undefined &&
    'properties and additionalProperties together; drop additionalProperties, which each validator sets itself',
  (schema) =>
    schema.format !== undefined &&
    schema.format !== 'date-time' &&
    `nothing checks format ${schema.format}; use a pattern`,
  (schema, { named }) =>
    schema.oneOf !== undefined &&
    !(named && schema.oneOf.every((branch) => branch.$ref)) &&
    'oneOf only in a schema under components.schemas, each branch a $ref',
];

/** Rules against schemas that Modelina turns into wrong, unnamed or randomly named types. */
const modelRules: Rule[] = [
  (schema) => {
    const odd = Object.keys(schema.properties ?? {}).filter((name) => !/^[a-z][a-z0-9_]*$/.test(name) || name in {});
    return odd.length > 0 && `property ${odd.join(', ')}; write names in snake_case, none that every object has`;
  },
  (schema, { named }) => !named && schema.enum !== undefined && 'inline enum; name it under components.schemas',
  (schema, { named }) => !named && schema.properties !== undefined && 'inline object; name it under components.schemas',
  (schema) =>
    typesOf(schema).includes('null') &&
    (schema.enum !== undefined || typesOf(schema).includes('object')) &&
    "nullable enum or object; write anyOf: [$ref, {type: 'null'}]",
  (schema) =>
    schema.anyOf !== undefined &&
    !isNullableReference(schema.anyOf) &&
    "anyOf other than [$ref, {type: 'null'}]; write that",
  (schema, { path, named, schemas }) =>
    named && dependencies(schema, schemas).has(path) && 'refers to itself; break the circle',
];

/** Returns the problems of the schemas under `components.schemas`, each with the path of its schema. */
export function schemaProblems(schemas: Schemas, { forModels }: { forModels: boolean }): string[] {
  const rules = forModels ? [...validatorRules, ...modelRules] : validatorRules;
  const visit = (schema: Schema | boolean, place: Place): string[] => {
    if (typeof schema === 'boolean') return [`${place.path}: boolean schema; write what it accepts`];
    return [
      ...rules.flatMap((rule) => rule(schema, place) || []).map((problem) => `${place.path}: ${problem}`),
      ...subschemas(schema).flatMap(([step, inner]) =>
        visit(inner, { ...place, path: place.path + step, named: false }),
      ),
    ];
  };
  return Object.entries(schemas).flatMap(([path, schema]) => visit(schema, { path, named: true, schemas }));
}

function isNullableReference([first, second, ...more]: Schema[]): boolean {
  return first?.$ref !== undefined && second?.type === 'null' && more.length === 0;
}
