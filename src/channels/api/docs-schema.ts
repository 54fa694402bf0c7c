import { type Fill, type Html, html, joined } from '../web/html.ts';
import { prose } from './docs-prose.ts';
import type { JsonSchema } from './openapi-types.ts';

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;

const schemasIn = (value: unknown): readonly JsonSchema[] => (Array.isArray(value) ? value.filter(isSchema) : []);

const nameOf = ($ref: unknown): string => `${$ref}`.split('/').at(-1) ?? '';

const link = (name: string): Html => html`<a href="#schema-${name}">${name}</a>`;

const alternatives = (fills: readonly Fill[]): Html => html`${joined(fills, ' | ')}`;

const constant = (value: unknown): Html => html`<code>${JSON.stringify(value)}</code>`;

const arrayOf = (schema: JsonSchema): Html => {
  if (schema.maxItems === 0) return html`<code>[]</code>`;
  const places = schemasIn(schema.prefixItems);
  if (places.length > 1) return html`[${joined(places.map(typeOf), ', ')}]`;
  const [first] = [...places, ...(isSchema(schema.items) ? [schema.items] : [])];
  return first ? html`${typeOf(first)}[]` : html`array`;
};

/** A schema in a few words: `string`, Citation[], "zh-Hans" | "en". */
export const typeOf = (schema: JsonSchema): Html => {
  if (schema.$ref !== undefined) return link(nameOf(schema.$ref));
  if (schema.const !== undefined) return constant(schema.const);
  if (Array.isArray(schema.enum)) return alternatives(schema.enum.map(constant));
  const several = [...schemasIn(schema.oneOf), ...schemasIn(schema.anyOf)];
  if (several.length > 0) return alternatives(several.map(typeOf));
  if (schema.type === 'array') return arrayOf(schema);
  const types = [schema.type].flat().filter((type) => typeof type === 'string');
  return html`${types.length > 0 ? types.join(' | ') : 'any'}`;
};

const fieldsOf = (schema: JsonSchema): readonly (readonly [string, JsonSchema])[] =>
  isSchema(schema.properties)
    ? Object.entries(schema.properties).flatMap(([name, field]) => (isSchema(field) ? [[name, field] as const] : []))
    : [];

const descriptionOf = ({ description }: JsonSchema): string => (typeof description === 'string' ? description : '');

/** The fields of an object inside, or of the objects in a list. */
const innerTable = (schema: JsonSchema, name: string): Html | false => {
  const inner = [schema, ...schemasIn(schema.prefixItems), schema.items].find(
    (one) => isSchema(one) && fieldsOf(one).length > 0,
  );
  return isSchema(inner) && fieldTable(inner, name);
};

const field = (name: string, schema: JsonSchema, required: boolean): Html => html`
<tr>
<th scope="row"><code>${name}</code>${!required && html` <span class="soft">可省</span>`}</th>
<td>${typeOf(schema)}</td>
<td>${prose(descriptionOf(schema))}${innerTable(schema, name)}</td>
</tr>`;

/** The fields of an object, a row each; objects inside it have a table inside. */
const fieldTable = (schema: JsonSchema, label: string): Html => html`
<div class="scroll" role="group" aria-label="${label} 的字段" tabindex="0"><table>
<thead><tr><th scope="col">字段</th><th scope="col">类型</th><th scope="col">含义</th></tr></thead>
<tbody>${fieldsOf(schema).map(([name, one]) => field(name, one, Array.isArray(schema.required) && schema.required.includes(name)))}</tbody>
</table></div>`;

/** A named schema: what it means, and its fields or the schemas that it may be. */
export const schemaSection = (name: string, schema: JsonSchema): Html => html`
<section class="schema" id="schema-${name}" aria-labelledby="schema-${name}-title">
<h3 id="schema-${name}-title">${name}</h3>
${prose(descriptionOf(schema))}
${fieldsOf(schema).length > 0 ? fieldTable(schema, name) : html`<p>${typeOf(schema)}</p>`}
</section>`;
