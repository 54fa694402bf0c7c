import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { flatAnswerSchema } from '../../../src/channels/api/answer-schema.ts';
import { mcpRoute } from '../../../src/channels/api/mcp.ts';
import { MCP_TOOLS } from '../../../src/channels/api/mcp-tools.ts';
import type { AnsweredQuestion } from '../../../src/channels/api/metrics.ts';
import { workListSchema } from '../../../src/channels/api/worklist-schema.ts';
import type { Citation } from '../../../src/types.ts';
import type { worklistJson } from '../../../src/worklists/worklist-json.ts';
import { bot, SOURCE, task } from '../../helper.ts';
import { MCP_OPTIONS } from './mcp-options.ts';
import { appWith } from './served.ts';

/** A field that may be left out may not be undefined: the schemas of zod cannot say so, and JSON cannot do it. */
type Plain<T> = { readonly [Key in keyof T]: Plain<Exclude<T[Key], undefined>> };
type Same<A, B> = (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;

const QUESTION = '天然气交易中心由哪个单位负责？';
const LINES = SOURCE.split('\n');
const squeeze = (text: string): string => text.replace(/\s/g, '');

const asked: AnsweredQuestion[] = [];

const { app, lines } = await appWith(
  bot.ask,
  mcpRoute({ ...MCP_OPTIONS, answered: (question) => asked.push(question) }),
);
let url: URL;

beforeAll(async () => {
  await app.listen({ host: '127.0.0.1', port: 0 });
  url = new URL(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/mcp`);
});

afterAll(() => app.close());

/** A client of the SDK itself, connected. */
const connect = async (): Promise<Client> => {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(url));
  return client;
};

const resultSchema = z.looseObject({
  content: z.array(z.strictObject({ type: z.literal('text'), text: z.string() })),
  structuredContent: z.record(z.string(), z.unknown()).optional(),
  isError: z.boolean().optional(),
});

const call = async (name: string, args: Record<string, unknown>, client?: Client) => {
  const own = client ?? (await connect());
  const { content, structuredContent, isError } = resultSchema.parse(await own.callTool({ name, arguments: args }));
  if (!client) await own.close();
  return { text: content.map(({ text }) => text).join(''), found: structuredContent, isError: isError === true };
};

/** The citations of a result, each checked against the source: quote verbatim, and on the lines that it names. */
const citationsIn = (found: Record<string, unknown> | undefined): readonly Citation[] => {
  const citations = z.array(z.custom<Citation>()).min(1).parse(found?.citations);
  for (const {
    quote,
    lines: [from, to],
  } of citations)
    for (const piece of quote.split('……'))
      expect(squeeze(LINES.slice(from - 1, to).join(''))).toContain(squeeze(piece));
  return citations;
};

describe('a client of the SDK', () => {
  test('learns who the server is and what can be asked', async () => {
    const client = await connect();
    expect(client.getServerVersion()).toMatchObject({ name: 'wenji', title: '问计', version: '0.1.0' });
    expect(client.getInstructions()).toContain(bot.plan.document.title);
    await client.ping();
    await client.close();
  });

  test('lists six read-only tools, described in Chinese and English, with schemas for what goes in and out', async () => {
    const client = await connect();
    const { tools } = await client.listTools();
    await client.close();
    expect(tools.map(({ name }) => name)).toEqual(['ask', 'clause', 'unit', 'indicator', 'worklist', 'plans']);
    for (const { name, description = '', inputSchema, outputSchema, annotations } of tools) {
      expect(description).toMatch(/\p{Script=Han}{8}/u);
      expect(description).toMatch(/[a-z]+ [a-z]+ [a-z]+/);
      expect([inputSchema.type, outputSchema?.type]).toEqual(['object', 'object']);
      expect(outputSchema?.required).toContain(name === 'plans' ? 'plans' : 'citations');
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    }
  });

  test('a tool’s text is its structured content, for clients that read nothing else', async () => {
    for (const [name, args] of [
      ['ask', { question: QUESTION }],
      ['unit', { name: '市财政局' }],
    ] as const) {
      const { text, found } = await call(name, args);
      expect(JSON.parse(text)).toEqual(found);
    }
  });

  test('twenty clients at once get the answers that one would get', async () => {
    const questions = bot.plan.tasks.slice(0, 20).map(({ row }) => `${row.title}由哪个单位负责`);
    const clients = await Promise.all(questions.map(connect));
    const answers = await Promise.all(
      clients.map(async (client, at) => {
        const mine = questions[at] ?? '';
        await client.listTools();
        const { found } = await call('ask', { question: mine }, client);
        return found;
      }),
    );
    await Promise.all(clients.map((client) => client.close()));
    expect(answers).toEqual(questions.map((text) => JSON.parse(JSON.stringify(bot.ask({ text, history: [] })))));
  });
});

describe('plans', () => {
  test('lists the one there is, with the id that names it in the other tools', async () => {
    const { found } = await call('plans', {});
    const { id, document } = bot.plan;
    expect(found).toEqual({
      plans: [
        {
          ...{ id, title: document.title, number: document.number, issuer: document.issuer, period: document.period },
          ...{ tasks: bot.plan.tasks.length, indicators: bot.plan.indicators.length },
        },
      ],
    });
    const named = await call('ask', { question: QUESTION, plan: id });
    expect(named.found).toEqual(bot.ask({ text: QUESTION, history: [] }));
  });
});

describe('ask', () => {
  test('gives the bot’s own answer, and is counted', async () => {
    asked.length = 0;
    const { found } = await call('ask', { question: QUESTION });
    expect(flatAnswerSchema.parse(found)).toEqual(bot.ask({ text: QUESTION, history: [] }));
    expect(citationsIn(found)[0]?.clause).toBe('3.5.2.3');
    expect(asked).toEqual([{ channel: 'mcp', kind: 'responsible', status: 'answered', ms: expect.any(Number) }]);
  });

  test('follows up by the history that it is given', async () => {
    const { found } = await call('ask', { question: '那支持单位呢', history: [QUESTION] });
    expect(found).toEqual(JSON.parse(JSON.stringify(bot.ask({ text: '那支持单位呢', history: [QUESTION] }))));
    expect(found?.tasks).toEqual([21]);
  });

  test('refuses and asks back as the bot does: that is no error', async () => {
    const { found, isError } = await call('ask', { question: '地铁八号线什么时候通车' });
    expect([found?.status, isError]).toEqual(['not_found', false]);
  });

  test.each([
    ['empty', '', '请用文字输入问题'],
    ['blank', '  \n', '请用文字输入问题'],
    ['too long', '谁'.repeat(10_001), '不要超过'],
  ])('a text that is %s is an error with the remedy', async (_, question, remedy) => {
    const { isError, text } = await call('ask', { question });
    expect([isError, text.includes(remedy)]).toEqual([true, true]);
  });

  test('every clause of the plan can be had by its id', async () => {
    const client = await connect();
    for (const { id } of bot.plan.clauses) expect((await call('clause', { id }, client)).found?.clause).toBe(id);
    await client.close();
  });

  test('a task’s clause comes with its task and with what body and annex do not agree on', async () => {
    const { found } = await call('clause', { id: 'annex.22' });
    expect(found?.task).toMatchObject({ number: 22, title: task(22).body.title, annex: { clause: 'annex.22' } });
    expect(JSON.stringify(found?.notices)).toContain('body_annex_differ');
  });

  test.each([
    ['annex.58', 'annex.57'],
    ['3.5.2.9', '3.5.2.'],
    ['第五十八项', 'annex.57'],
    ['附件任务分解表第二一项目', 'annex.'],
  ])('%s is an error that names what is near (%s)', async (id, near) => {
    const { isError, text } = await call('clause', { id });
    expect(isError).toBe(true);
    expect(text).toContain(near);
    expect(text).toMatch(/请用计划里的名称再查，或用 ask 提问/);
  });
});

describe('unit', () => {
  const numbers = (found: Record<string, unknown> | undefined, key: string): readonly number[] =>
    z
      .array(z.looseObject({ number: z.int() }))
      .parse(found?.[key])
      .map(({ number }) => number);

  test('lists for every unit the tasks that the bot lists for it', async () => {
    const client = await connect();
    const units = [...bot.plan.registry.units, ...bot.plan.registry.groups].map(({ name }) => name);
    expect(units.length).toBeGreaterThan(35);
    const wrong: string[] = [];
    for (const name of units) {
      const { found } = await call('unit', { name }, client);
      citationsIn(found);
      const direct = [...numbers(found, 'responsible'), ...numbers(found, 'supporting')];
      const through = z.looseObject({ tasks: z.array(z.looseObject({ number: z.int() })) }).safeParse(found?.through);
      const listed = direct.length > 0 ? direct : (through.data?.tasks.map(({ number }) => number) ?? []);
      const answer = bot.ask({ text: `${name}有哪些任务`, history: [] });
      // A group that no task lists is answered with the tasks that mention it.
      const said = answer.kind === 'list' && !answer.text.startsWith('写到') ? answer.tasks : [];
      if (`${[...new Set(listed)].sort((a, b) => a - b)}` !== `${said}`) wrong.push(name);
    }
    await client.close();
    expect(wrong).toEqual([]);
  });

  test.each([
    ['西安高新区管委会', '高新区'],
    ['Xi’an High-tech Zone', '高新区'],
    ['Finance Bureau', '市财政局'],
    ['czj', '市财政局'],
    ['市财正局', '市财政局'],
    ['財政局', '市财政局'],
    ['管招商引资的那个局', '市投资局'],
    ['产灞生态区', '浐灞生态区'],
    ['区县', '各区县'],
  ])('%s is understood as the bot understands it: %s', async (asks, name) => {
    const { found } = await call('unit', { name: asks });
    expect(found?.unit).toMatchObject({ name });
  });

  test('a whole question is no name of a unit', async () => {
    const { isError, text } = await call('unit', { name: '市财政局负责哪些任务' });
    expect([isError, text.includes('市财政局'), text.includes('用 ask 提问')]).toEqual([true, true, true]);
  });

  test('says where only body or annex names it, what is misprinted, and which group it belongs to', async () => {
    const { found } = await call('unit', { name: '浐灞生态区' });
    expect(found?.through).toMatchObject({ group: '各开发区', basis: expect.any(String) });
    expect(JSON.stringify(found?.notices)).toMatch(/source_misprint.*group_member/);
    const entries = JSON.stringify([found?.responsible, found?.supporting]);
    expect(entries).toContain('"namedIn":"both"');
  });

  test('a unit that only its group names has its tasks through the group', async () => {
    const { found } = await call('unit', { name: '碑林区' });
    expect(numbers(found, 'responsible')).toEqual([]);
    expect(found?.through).toMatchObject({ group: '各区县' });
    expect(citationsIn(found).length).toBeGreaterThan(2);
  });

  test('a group lists its members and on what that rests', async () => {
    const { found } = await call('unit', { name: '各区县' });
    const group = bot.plan.registry.groups.find(({ name }) => name === '各区县');
    expect(found?.unit).toMatchObject({ group: true, members: group?.members, basis: group?.basis });
  });

  test('an unknown unit is an error with near names, one that means several asks which', async () => {
    const unknown = await call('unit', { name: '市财政厅' });
    expect([unknown.isError, unknown.text.includes('市财政局')]).toEqual([true, true]);
    const unclear = await call('unit', { name: '人民银行' });
    expect([unclear.isError, unclear.text.includes('人行西安分行营管部')]).toEqual([true, true]);
    const nothing = await call('unit', { name: '<b>NASDAQ</b>' });
    expect([nothing.isError, nothing.text.includes('也没有相近的')]).toEqual([true, true]);
  });
});

describe('indicator', () => {
  test('gives every indicator as printed, with the row and its head cited', async () => {
    const client = await connect();
    for (const { name, number, measure, values, clause } of bot.plan.indicators) {
      const { found } = await call('indicator', { name }, client);
      expect(found).toMatchObject({ number, name, measure, clause, values });
      expect(citationsIn(found)[0]).toMatchObject({ clause });
      for (const { printed } of values) expect(citationsIn(found)[0]?.quote).toContain(printed);
    }
    await client.close();
  });

  test('what the bot says of contradicting figures comes along', async () => {
    const conflicting = bot.plan.indicators.filter(
      ({ name }) => bot.ask({ text: name, history: [] }).notices.length > 0,
    );
    expect(conflicting.length).toBeGreaterThan(0);
    for (const { name } of conflicting)
      expect((await call('indicator', { name })).found?.notices).toEqual(bot.ask({ text: name, history: [] }).notices);
  });

  test('other names are understood, unknown ones are an error with near names', async () => {
    for (const name of ['保费收入', '保费', 'premium income'])
      expect((await call('indicator', { name })).found).toMatchObject({ number: 4 });
    const { isError, text } = await call('indicator', { name: '金融业总增加值' });
    expect([isError, text.includes('金融业增加值')]).toEqual([true, true]);
  });
});

describe('worklist', () => {
  test('the type of its schema is that of the list’s JSON', () => {
    const same: Same<z.output<typeof workListSchema>, ReturnType<typeof worklistJson>> = true;
    expect(same).toBe(true);
  });

  test('a unit’s list of a year, by any of its names, with the clauses of its tasks', async () => {
    const { found } = await call('worklist', { unit: '西安市财政局', year: 2021 });
    const list = workListSchema.parse(found?.list);
    expect(list.filter).toEqual({ unit: '市财政局', year: 2021 });
    const tasks = list.lists.flatMap(({ rows }) => rows.map((row) => row.task));
    expect(tasks.length).toBeGreaterThan(3);
    const cited = new Set(citationsIn(found).map(({ clause }) => clause));
    for (const number of tasks)
      expect([cited.has(task(number).body.clause), cited.has(task(number).row.clause)]).toEqual([true, true]);
  });

  test('without a filter it is the whole plan; by action, that action’s tasks', async () => {
    const all = workListSchema.parse((await call('worklist', {})).found?.list);
    expect(all.lists.flatMap(({ rows }) => rows).length).toBe(bot.plan.tasks.length);
    const [action] = bot.plan.actions;
    const one = workListSchema.parse((await call('worklist', { action: action?.number })).found?.list);
    expect(one.lists.flatMap(({ rows }) => rows.map((row) => row.task))).toEqual(action?.tasks);
  });

  test.each([
    [{ unit: '市财政厅' }, /市财政局/],
    [{ year: 2035 }, /2020.*2022/],
    [{ action: 99 }, /15个行动/],
  ])('%j is an error that says what there is', async (filter, remedy) => {
    const { isError, text } = await call('worklist', filter);
    expect(isError).toBe(true);
    expect(text).toMatch(remedy);
  });
});

test('wrong arguments and a field too many are told, not thrown', async () => {
  for (const [name, args] of [
    ['ask', {}],
    ['ask', { question: 1 }],
    ['ask', { question: '谁', more: true }],
    ['ask', { question: '谁', history: Array(21).fill('谁') }],
    ['unit', { name: '' }],
    ['unit', { name: '市'.repeat(101) }],
    ['worklist', { year: '2021' }],
  ] as const)
    expect([name, (await call(name, args)).isError]).toEqual([name, true]);
});

test('the log holds which tool was called and how it ended, and nobody’s words', () => {
  const told = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'mcp tool');
  expect(told.length).toBeGreaterThan(50);
  expect(new Set(told.map(({ tool }) => tool))).toEqual(new Set(MCP_TOOLS.map(({ name }) => name)));
  expect(lines.join('')).not.toMatch(/天然气|财政|NASDAQ|碑林/);
});

test('the SDK is loaded by the first message and not before', () => {
  const folder = new URL('../../../src/channels/api/', import.meta.url);
  const sources = ['mcp.ts', 'mcp-server.ts', 'mcp-tool.ts', 'mcp-tools.ts'].map((name) =>
    readFileSync(new URL(name, folder), 'utf8'),
  );
  expect(sources.join('\n')).not.toMatch(/^import (?!type).*modelcontextprotocol/m);
});
