import { type Html, html, textOf } from '../web/html.ts';
import { commandsOf } from './docs-curl.ts';
import { prose } from './docs-prose.ts';
import { schemaSection, typeOf } from './docs-schema.ts';
import type { Content, Method, OpenApiDocument, Operation, Parameter, Response } from './openapi-types.ts';

interface Listed {
  readonly path: string;
  readonly method: Method;
  readonly operation: Operation;
}

const METHODS: readonly Method[] = ['post', 'get', 'delete'];

const operationsOf = ({ paths }: OpenApiDocument): readonly Listed[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );

const verb = ({ method, path }: Listed): Html =>
  html`<span class="verb">${method.toUpperCase()}</span> <code>${path}</code>`;

const parametersOf = ({ components }: OpenApiDocument, { parameters = [] }: Operation): readonly Parameter[] =>
  parameters.flatMap((one) => {
    if ('name' in one) return [one];
    const named = components.parameters[one.$ref.split('/').at(-1) ?? ''];
    return named ? [named] : [];
  });

const parameterRow = ({ name, in: where, schema, description, example }: Parameter): Html => html`
<tr>
<th scope="row"><code>${name}</code></th>
<td>${where}</td>
<td>${typeOf(schema)}</td>
<td>${prose(description)}${example !== undefined && html`<p>例：<code>${`${example}`}</code></p>`}</td>
</tr>`;

const parameterTable = (parameters: readonly Parameter[], label: string): Html => html`
<h4>参数</h4>
<div class="scroll" role="group" aria-label="${label} 的参数" tabindex="0"><table>
<thead><tr><th scope="col">名称</th><th scope="col">位置</th><th scope="col">类型</th><th scope="col">含义</th></tr></thead>
<tbody>${parameters.map(parameterRow)}</tbody>
</table></div>`;

const code = (text: string, label: string): Html =>
  html`<pre class="scroll" role="group" aria-label="${label}" tabindex="0"><code>${text}</code></pre>`;

const mediaTypes = (content: Content): Html =>
  html`<ul class="media">${Object.entries(content).map(
    ([type, { schema }]) => html`<li><code>${type}</code> ${typeOf(schema)}</li>`,
  )}</ul>`;

const examplesIn = (content: Content) =>
  Object.entries(content).flatMap(([, { examples = {} }]) =>
    Object.entries(examples).map(([name, { value }]) => ({ name, text: JSON.stringify(value, null, 2) })),
  );

const responseItem = (status: string, { description, content }: Response, of: string): Html => html`
<dt><span class="status">${status}</span></dt>
<dd>${prose(description)}${content && mediaTypes(content)}${
  content &&
  examplesIn(content).map(
    ({ name, text }) => html`<details><summary>例：${name}</summary>${code(text, `${of} ${status} ${name}`)}</details>`,
  )
}</dd>`;

const operationSection = (document: OpenApiDocument, listed: Listed): Html => {
  const { path, method, operation } = listed;
  const { operationId, summary, description, requestBody, responses } = operation;
  const parameters = parametersOf(document, operation);
  const commands = commandsOf(path, method, operation);
  return html`
<section class="operation" id="${operationId}" aria-labelledby="${operationId}-title">
<h3 id="${operationId}-title"><a href="#${operationId}">${verb(listed)}</a> <span class="summary">${summary}</span></h3>
${prose(description)}
${parameters.length > 0 && parameterTable(parameters, operationId)}
${requestBody && html`<h4>请求体</h4>${prose(requestBody.description)}${mediaTypes(requestBody.content)}`}
${commands.length > 0 && html`<h4>用 curl 试一试</h4>`}
${commands.map((one) => html`<p class="soft">${one.summary}</p>${code(one.text, `${operationId}：${one.summary}`)}`)}
<h4>响应</h4>
<dl>${Object.entries(responses).map(([status, one]) => responseItem(status, one, operationId))}</dl>
</section>`;
};

const tagSection = (document: OpenApiDocument, tag: OpenApiDocument['tags'][number]): Html => html`
<section aria-labelledby="tag-${tag.name}">
<h2 id="tag-${tag.name}">${tag.name}</h2>
${prose(tag.description)}
${operationsOf(document)
  .filter(({ operation }) => operation.tags.includes(tag.name))
  .map((listed) => operationSection(document, listed))}
</section>`;

const contents = (document: OpenApiDocument): Html => html`
<nav aria-label="目录"><details open><summary>目录</summary>
<ul>${operationsOf(document).map(
  (listed) => html`<li><a href="#${listed.operation.operationId}">${verb(listed)}</a></li>`,
)}</ul>
<p class="soft">数据结构</p>
<ul class="names">${Object.keys(document.components.schemas).map(
  (name) => html`<li><a href="#schema-${name}">${name}</a></li>`,
)}</ul>
</details></nav>`;

/** The document as a page: nothing stands on it that the document does not say, but for the service's own address. */
export const docsPage = (document: OpenApiDocument, address: string): string => {
  const { title, version, description } = document.info;
  return `<!doctype html>${textOf(html`
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header><div class="column">
<h1>${title} <span class="soft">${version}</span></h1>
${prose(description)}
<p><a href="/api/openapi.json">openapi.json</a>（OpenAPI ${document.openapi}）　<a href="/">去提问</a></p>
<p>下面的命令里，<code>WENJI</code> 是本服务的地址：</p>
${code(`WENJI=${address}`, '设置地址')}
</div></header>
<div class="column frame">
${contents(document)}
<main id="main" tabindex="-1">
${document.tags.map((tag) => tagSection(document, tag))}
<section aria-labelledby="schemas">
<h2 id="schemas">数据结构</h2>
${Object.entries(document.components.schemas).map(([name, schema]) => schemaSection(name, schema))}
</section>
</main>
</div>
</body>
</html>`)}`;
};
