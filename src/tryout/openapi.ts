import type { Problem } from './answer.ts';
import type { Body } from './http.ts';
import type { SchemaCheck } from './rest.ts';

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>>; readonly required?: boolean };
}

interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
}

/** The deepest complaints say most: of a union, they come from the branch that fitted best. */
function toProblems(errors: readonly SchemaError[]): readonly Problem[] {
  const depth = (error: SchemaError) => error.instancePath.split('/').length;
  const deepest = Math.max(...errors.map(depth));
  const told = errors.filter((error) => depth(error) === deepest).slice(0, 3);
  return told.map(({ instancePath, keyword, message = keyword }) => ({
    path: instancePath.split('/').slice(1),
    message: `${message} (OpenAPI)`,
  }));
}

/** Where the description and the developer documentation differ, the documentation holds. */
function amend(description: Description): Description {
  const permissions = { type: ['string', 'null'], pattern: '^[0-9]+$' };
  const schemas = Object.entries(description.components.schemas).map(([name, schema]) => {
    if (schema.properties?.['default_member_permissions'] === undefined) return [name, schema];
    return [name, { ...schema, properties: { ...schema.properties, default_member_permissions: permissions } }];
  });
  return { ...description, components: { ...description.components, schemas: Object.fromEntries(schemas) } };
}

/** A schema's place in the document, as a JSON pointer in a URI fragment. */
function pointer(...segments: readonly string[]): string {
  return segments.map((segment) => encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
}

/**
 * Checks request bodies against Discord's OpenAPI 3.1 description; a route's schema is compiled when it is first used.
 * Loads ajv, a development dependency, only when it is called. Throws when `document` is no such description.
 */
export async function createSchemaCheck(document: object): Promise<SchemaCheck> {
  if (!(document as Description).openapi?.startsWith('3.1')) {
    throw new Error('The OpenAPI description is not one of version 3.1.');
  }
  const description = amend(document as Description);
  const [{ Ajv2020 }, { default: formats }] = await Promise.all([import('ajv/dist/2020.js'), import('ajv-formats')]);
  // What ajv's optimizer saves in checking a few requests it costs thrice in compiling.
  const ajv = new Ajv2020({ strict: false, validateSchema: false, code: { optimize: false } });
  formats.default(ajv);
  ajv.addFormat('snowflake', /^(?:0|[1-9]\d{0,19})$/);
  ajv.addFormat('nonce', true);
  ajv.addSchema(description, 'discord');
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>();

  function check(method: string, template: string, { json, multipart }: Body): readonly Problem[] {
    const verb = method.toLowerCase();
    const requestBody = description.paths[template]?.[verb]?.requestBody;
    if (!requestBody) return [];
    if (json === undefined) return requestBody.required ? [{ path: [], message: 'A body is required. (OpenAPI)' }] : [];
    const type = multipart ? 'multipart/form-data' : 'application/json';
    if (!requestBody.content[type]) return [{ path: [], message: `A body of type ${type} is not taken. (OpenAPI)` }];
    const $ref = `discord#/${pointer('paths', template, verb, 'requestBody', 'content', type, 'schema')}`;
    const validate = compiled.get($ref) ?? ajv.compile({ $ref });
    compiled.set($ref, validate);
    return validate(json) ? [] : toProblems(validate.errors ?? []);
  }

  // The largest schema, of the one request that is in a hurry: compiled before the first interaction's 3 s run.
  check('POST', '/interactions/{interaction_id}/{interaction_token}/callback', {
    json: {},
    files: [],
    multipart: false,
  });
  return check;
}
