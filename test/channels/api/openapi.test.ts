import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { answerSchema, flatAnswerSchema } from '../../../src/channels/api/answer-schema.ts';
import { apiDocs } from '../../../src/channels/api/docs.ts';
import { docsPage } from '../../../src/channels/api/docs-page.ts';
import { feedbackRoute } from '../../../src/channels/api/feedback.ts';
import { mcpRoute } from '../../../src/channels/api/mcp.ts';
import { createMetrics, metricsRoute } from '../../../src/channels/api/metrics.ts';
import { openApiDocument } from '../../../src/channels/api/openapi.ts';
import { readyRoute } from '../../../src/channels/api/ready.ts';
import { onePlan } from '../../../src/channels/asked-plans.ts';
import { ERRORS } from '../../../src/errors.ts';
import { openStore } from '../../../src/store/store.ts';
import type { Answer } from '../../../src/types.ts';
import { bot, QUESTIONS } from '../../helper.ts';
import { MCP_OPTIONS } from './mcp-options.ts';
import { openApiSchema } from './openapi-rules.ts';
import { appWith } from './served.ts';

type Plain<T> = { readonly [Key in keyof T]: Plain<T[Key]> };
type Same<A, B> = (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;

const QUESTION = '天然气交易中心由哪个单位负责？';
const OPTIONS = { plans: onePlan({ plan: bot.plan, examples: [QUESTION] }), ask: bot.ask, version: '0.1.0' };
const document = openApiDocument(OPTIONS);

/** Every value of a JSON text, with the way to it. */
const walk = (value: unknown, path: readonly string[] = []): readonly (readonly [readonly string[], unknown])[] => [
  [path, value],
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => walk(inner, [...path, key]))
    : []),
];

const at = (root: unknown, pointer: string): unknown =>
  pointer
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      root,
    );

/** A validator of a schema of the document, its references included. */
const validatorOf = (schema: object): z.ZodType => {
  const moved = JSON.stringify({ ...schema, $defs: document.components.schemas });
  const standing: unknown = JSON.parse(moved.replaceAll('#/components/schemas/', '#/$defs/'));
  return z.fromJSONSchema(standing as Parameters<typeof z.fromJSONSchema>[0]);
};

describe('the schema of the answer is the answer', () => {
  test('its type is that of the Answer, field by field', () => {
    const same: Same<z.output<typeof answerSchema>, Answer> = true;
    expect(same).toBe(true);
  });

  test('the answer to every question of the corpus is read strictly, by the union and by the flat form', () => {
    expect(QUESTIONS.length).toBeGreaterThan(500);
    const statuses = new Set<string>();
    const wrong = QUESTIONS.filter((text) => {
      const answer = bot.ask({ text, history: [] });
      statuses.add(answer.status);
      return !answerSchema.safeParse(answer).success || !flatAnswerSchema.safeParse(answer).success;
    });
    expect(wrong).toEqual([]);
    expect([...statuses].sort()).toEqual(['answered', 'clarify', 'not_found']);
  });

  test.each<[string, (answer: Answer) => object]>([
    ['no citation', (answer) => ({ ...answer, citations: [] })],
    ['a field too many', (answer) => ({ ...answer, more: 1 })],
    ['a field too few', ({ kind: _, ...rest }) => rest],
    ['a status that there is not', (answer) => ({ ...answer, status: 'guessed' })],
    ['a notice of no known code', (answer) => ({ ...answer, notices: [{ code: 'x', text: '', clauses: [] }] })],
  ])('an answer with %s is not read', (_, spoil) => {
    expect(answerSchema.safeParse(spoil(bot.ask({ text: QUESTION, history: [] }))).success).toBe(false);
  });
});

describe('the document is OpenAPI 3.1', () => {
  test('holds the objects and fields of the specification, and no others', () => {
    expect(z.prettifyError(openApiSchema.safeParse(document).error ?? new z.ZodError([]))).toBe('');
  });

  test('what the specification does not allow is found', () => {
    const spoilt = [
      { ...document, openapi: '3.0.0' },
      { ...document, paths: { 'api/ask': {} } },
      { ...document, paths: { '/x': { get: { responses: { 600: { description: '' } } } } } },
      { ...document, paths: { '/x': { get: { responses: { 200: {} } } } } },
      { ...document, components: { schemas: { A: { prefixItems: [] } } } },
      { ...document, components: { schemas: { A: { type: 'text' } } } },
    ];
    expect(spoilt.map((one) => openApiSchema.safeParse(one).success)).toEqual(spoilt.map(() => false));
  });

  test('every reference leads somewhere, and every schema is used', () => {
    const references = walk(document).flatMap(([path, value]) => (path.at(-1) === '$ref' ? [String(value)] : []));
    expect(references.filter((reference) => at(document, reference) === undefined)).toEqual([]);
    const used = new Set(references);
    const unused = Object.keys(document.components.schemas).filter((name) => !used.has(`#/components/schemas/${name}`));
    expect(unused).toEqual([]);
  });

  test('operation ids are unique, tags are declared, ids of schemas have no address of their own', () => {
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = document.tags.map(({ name }) => name);
    expect(operations.flatMap((one) => one.tags).filter((tag) => !tags.includes(tag))).toEqual([]);
    expect(walk(document).filter(([path]) => ['$id', '$schema', 'readOnly'].includes(path.at(-1) ?? ''))).toEqual([]);
  });

  test('every example is valid by its own schema', () => {
    const media = walk(document).flatMap(([path, value]) =>
      path.at(-2) === 'content' ? [[path, value as { schema: object; examples?: object }] as const] : [],
    );
    const examples = media.flatMap(([path, { schema, examples = {} }]) =>
      Object.entries(examples).map(([name, example]) => ({ path: [...path, name].join(' '), schema, example })),
    );
    expect(examples.length).toBeGreaterThan(15);
    const wrong = examples.filter(({ schema, example }) => !validatorOf(schema).safeParse(example.value).success);
    expect(wrong.map(({ path }) => path)).toEqual([]);
    expect(validatorOf({ $ref: '#/components/schemas/Answer' }).safeParse({ status: 'answered' }).success).toBe(false);
  });

  test('every code of the table of errors is known, and its remedy is the one that is served', () => {
    const codes = at(document, '#/components/schemas/Error/properties/error/properties/code/enum');
    expect(codes).toEqual(Object.keys(ERRORS));
    const ask = document.paths['/api/ask']?.post;
    expect(ask?.responses['400']?.description).toContain(ERRORS.question_empty.remedy);
  });
});

describe('what is documented is what is served', async () => {
  const { records } = await openStore({ path: ':memory:', days: 14, now: Date.now });
  const { app } = await appWith(
    bot.ask,
    apiDocs(OPTIONS),
    feedbackRoute({ ask: bot.ask, plans: onePlan(bot), records, now: Date.now }),
    mcpRoute({ ...MCP_OPTIONS, allowedHosts: [], version: '0' }),
    metricsRoute(createMetrics({ process: false })),
    readyRoute({ checks: [] }),
  );

  test('GET /api/openapi.json is the document', async () => {
    const { statusCode, headers, json } = await app.inject('/api/openapi.json');
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(json()).toEqual(JSON.parse(JSON.stringify(document)));
  });

  test('every path and method is there, but for the work lists, which have a route of their own', async () => {
    const listed = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => [method.toUpperCase(), path] as const),
    );
    const missing = listed.filter(([method, url]) => !app.hasRoute({ method, url }));
    expect(missing).toEqual([
      ['GET', '/api/worklists'],
      ['POST', '/api/worklists/progress'],
    ]);
  });

  test.each(['first', 'followUp'])('the example question (%s) gets an answer that the schema reads', async (name) => {
    const content = document.paths['/api/ask']?.post?.requestBody?.content['application/json'];
    const response = await app.inject({
      method: 'POST',
      url: '/api/ask',
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify(content?.examples?.[name]?.value),
    });
    expect(response.statusCode).toBe(200);
    expect(answerSchema.safeParse(response.json()).success).toBe(true);
  });

  test.each(['/healthz', '/readyz'])('%s says what its schema says', async (url) => {
    const schema = document.paths[url]?.get?.responses['200']?.content?.['application/json']?.schema ?? {};
    expect(validatorOf(schema).safeParse((await app.inject(url)).json()).success).toBe(true);
  });

  test.each([
    ['body_not_json', ''],
    ['body_not_utf8', Buffer.from([0xcc, 0xec])],
    ['question_empty', '{"question":" "}'],
    ['body_wrong_shape', '{"question":1}'],
    ['question_too_long', JSON.stringify({ question: '谁'.repeat(10_001) })],
    ['body_too_large', JSON.stringify({ question: 'x'.repeat(70_000) })],
  ])('a body is refused as documented: %s', async (code, payload) => {
    const response = await app.inject({
      ...{ method: 'POST', url: '/api/ask', payload },
      headers: { 'content-type': 'application/json' },
    });
    const documented = document.paths['/api/ask']?.post?.responses[String(response.statusCode)];
    const examples = documented?.content?.['application/json']?.examples ?? {};
    expect(Object.keys(examples)).toContain(code);
    expect(response.json().error.code).toBe(code);
  });

  test('the page has a strict policy, no script, nothing from another host', async () => {
    const { statusCode, headers, body } = await app.inject('/api/docs');
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(body).not.toMatch(/<script|<style|\sstyle=|\son\w+=|(?:src|href)="(?:https?:)?\/\//);
  });

  test.each([
    [{ host: 'wenji.test:8080' }, 'http://wenji.test:8080'],
    [{ host: '"><script>' }, 'http://127.0.0.1:3000'],
  ])('the page shows the address under which it was asked for: %j', async (headers, address) => {
    const { body } = await app.inject({ url: '/api/docs', headers });
    expect(body).toContain(`WENJI=${address}<`);
  });

  test('the page shows every operation, schema, code and command; every link on it leads somewhere', async () => {
    const { body } = await app.inject('/api/docs');
    for (const item of Object.values(document.paths))
      for (const { operationId } of Object.values(item)) expect(body).toContain(`id="${operationId}"`);
    for (const name of Object.keys(document.components.schemas)) expect(body).toContain(`id="schema-${name}"`);
    expect(body).toContain('question_empty');
    expect(body).toContain('curl -s &quot;$WENJI&quot;/api/ask');
    const ids = new Set([...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect(ids.size).toBe([...body.matchAll(/ id="/g)].length);
    const anchors = [...body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(anchors.filter((id) => !ids.has(id))).toEqual([]);
    for (const [, url] of body.matchAll(/href="(\/api\/[^"]+)"/g))
      expect((await app.inject(url ?? '')).statusCode).toBe(200);
  });

  test('the page with its style weighs less than 300 KB, far less compressed', async () => {
    const [page, style] = await Promise.all([app.inject('/api/docs'), app.inject('/api/docs.css')]);
    expect([style.statusCode, style.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
    expect(page.rawPayload.length + style.rawPayload.length).toBeLessThan(300_000);
    expect(gzipSync(page.rawPayload).length + gzipSync(style.rawPayload).length).toBeLessThan(40_000);
  });

  test('what a plan is called cannot break out of the page', () => {
    const plan = { ...bot.plan, document: { ...bot.plan.document, title: '<img src=x onerror=1>&"' } };
    const document = openApiDocument({ ...OPTIONS, plans: onePlan({ plan, examples: ["</code><script>'"] }) });
    const page = docsPage(document, 'http://wenji.test');
    expect(page).not.toMatch(/<img|<script/);
    expect(page).toContain('&lt;img src=x onerror=1&gt;&amp;&quot;');
    expect(page).toContain('&lt;/code&gt;&lt;script&gt;');
  });
});

test('every colour of the page has a contrast of at least 4.5 to 1 with what it stands on', () => {
  const css = readFileSync(new URL('../../../src/channels/web/ground.css', import.meta.url), 'utf8');
  const blocks = [...css.matchAll(/:root \{([^}]+)\}/g)].map(([, block = '']) => block);
  const luminance = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
      const share = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  expect(blocks.length).toBe(2);
  for (const block of blocks) {
    const colour = new Map([...block.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name = '', hex = '']) => [name, hex]));
    const contrast = (ink: string, paper: string): number => {
      const [a = 0, b = 0] = [ink, paper].map((name) => luminance(colour.get(name) ?? '')).toSorted((x, y) => y - x);
      return (a + 0.05) / (b + 0.05);
    };
    for (const ink of ['ink', 'soft', 'accent'])
      for (const paper of ['paper', 'card', 'raised']) expect(contrast(ink, paper)).toBeGreaterThan(4.5);
    expect(contrast('on-accent', 'accent')).toBeGreaterThan(4.5);
  }
});
