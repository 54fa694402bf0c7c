import { Client, StreamableHTTPClientTransport, type VersionNegotiationMode } from '@modelcontextprotocol/client';
import { describe, expect, test } from 'vitest';
import { MCP_TOOLS } from '../../../src/channels/api/mcp-tools.ts';
import { bot } from '../../helper.ts';
import { listeningMcp } from './mcp-options.ts';

const QUESTION = '天然气交易中心由哪个单位负责？';
const NEWEST = '2026-07-28';
const OLDER = ['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'] as const;
const NAMES = MCP_TOOLS.map(({ name }) => name);
const ANSWER = JSON.parse(JSON.stringify(bot.ask({ text: QUESTION, history: [] })));

const on = await listeningMcp();
const { app } = on;

const MODES: readonly (readonly [string, VersionNegotiationMode, string])[] = [
  ['knows only the older protocols', 'legacy', '2025-11-25'],
  ['takes the newest that there is', 'auto', NEWEST],
  [`wants ${NEWEST} and no other`, { pin: NEWEST }, NEWEST],
];

describe.each(MODES)('a client that %s', (_, mode, version) => {
  const connected = async (): Promise<Client> => {
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
    await client.connect(new StreamableHTTPClientTransport(on.url));
    return client;
  };

  test(`speaks ${version} at the one address, is told what can be asked, and gets the bot's own answer`, async () => {
    const client = await connected();
    expect(client.getNegotiatedProtocolVersion()).toBe(version);
    expect(client.getInstructions()).toContain(bot.plan.document.title);
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(NAMES);
    const { structuredContent, isError } = await client.callTool({ name: 'ask', arguments: { question: QUESTION } });
    expect([structuredContent, isError ?? false]).toEqual([ANSWER, false]);
    await client.close();
  });

  test('is told of what it asks wrongly', async () => {
    const client = await connected();
    expect(await client.callTool({ name: 'clause', arguments: { id: 'annex.58' } })).toMatchObject({ isError: true });
    expect(await client.callTool({ name: 'ask', arguments: { question: 1 } })).toMatchObject({ isError: true });
    await expect(client.callTool({ name: 'delete', arguments: {} })).rejects.toThrow('delete');
    await client.close();
  });
});

const send = (message: object, headers: Record<string, string> = {}) =>
  app.inject({
    ...{ method: 'POST', url: '/mcp', payload: message },
    headers: { 'content-type': 'application/json', accept: '*/*', ...headers },
  });

describe.each(OLDER)('bare messages of %s', (version) => {
  test('open, list and call, each answered by itself with JSON', async () => {
    const params = { protocolVersion: version, capabilities: {}, clientInfo: { name: 'raw', version: '1' } };
    const opened = await send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    expect(opened.json().result).toMatchObject({ protocolVersion: version, serverInfo: { name: 'wenji' } });
    const headers = { 'mcp-protocol-version': version };
    const ready = await send({ jsonrpc: '2.0', method: 'notifications/initialized' }, headers);
    expect([ready.statusCode, ready.body]).toEqual([202, '']);
    const listed = await send({ jsonrpc: '2.0', id: 2, method: 'tools/list' }, headers);
    expect(listed.headers['content-type']).toMatch(/^application\/json/);
    expect(listed.json().result.tools.map(({ name }: { name: string }) => name)).toEqual(NAMES);
    const call = { name: 'ask', arguments: { question: QUESTION } };
    const called = await send({ jsonrpc: '2.0', id: 3, method: 'tools/call', params: call }, headers);
    expect(called.json()).toMatchObject({ id: 3, result: { structuredContent: ANSWER } });
  });
});

describe(`bare messages of ${NEWEST}`, () => {
  const META = 'io.modelcontextprotocol';
  const message = (method: string, params: object = {}) => ({
    ...{ jsonrpc: '2.0', id: 9, method },
    params: {
      ...params,
      _meta: {
        [`${META}/protocolVersion`]: NEWEST,
        [`${META}/clientInfo`]: { name: 'raw', version: '1' },
        [`${META}/clientCapabilities`]: {},
      },
    },
  });
  const named = (method: string, name?: string) => ({
    ...{ 'mcp-protocol-version': NEWEST, 'mcp-method': method },
    ...(name && { 'mcp-name': name }),
  });

  test('need no opening, and are answered with JSON whatever is accepted', async () => {
    const call = message('tools/call', { name: 'ask', arguments: { question: QUESTION } });
    const called = await send(call, named('tools/call', 'ask'));
    expect([called.statusCode, called.headers['content-type']]).toEqual([
      200,
      expect.stringMatching(/^application.json/),
    ]);
    expect(called.json()).toMatchObject({ id: 9, result: { structuredContent: ANSWER } });
  });

  test('headers that say something else than the message are refused', async () => {
    const call = message('tools/call', { name: 'ask', arguments: { question: QUESTION } });
    for (const headers of [
      named('tools/call', 'unit'),
      named('tools/list', 'ask'),
      { 'mcp-protocol-version': NEWEST },
    ]) {
      const refused = await send(call, headers);
      expect([refused.statusCode, refused.json().id]).toEqual([400, 9]);
    }
  });

  test('a subscription is refused at once, instead of holding the connection', async () => {
    const wish = message('subscriptions/listen', { notifications: { toolsListChanged: true } });
    const refused = await send(wish, named('subscriptions/listen'));
    expect(refused.json()).toMatchObject({ id: 9, error: { code: expect.any(Number) } });
  });
});
