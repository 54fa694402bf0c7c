import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { createApp } from '../../../src/app.ts';
import { openDrafts } from '../../../src/bring/drafts.ts';
import type { StartReading } from '../../../src/bring/in-child.ts';
import { createPlanDesk } from '../../../src/bring/plan-desk.ts';
import type { OpenChannel } from '../../../src/channels/channel.ts';
import { deskPages } from '../../../src/channels/desk/desk.ts';
import type { DeskTroubles } from '../../../src/channels/desk/options.ts';
import { webPage } from '../../../src/channels/web/web.ts';
import type { LivePlans } from '../../../src/overlay/live-plans.ts';
import { createRecords } from '../../../src/store/records.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { storeOn } from '../../../src/store/store.ts';
import { readInChild } from '../../bring/compiled.ts';
import { newFolder } from '../../overlay/opened.ts';

/** One that is not guessed. */
export const TOKEN = 'desk-token-0123456789';
export const HOST = 'desk.example';

export interface ServedOptions {
  readonly token?: string | undefined;
  readonly troubles?: DeskTroubles;
  readonly publicUrl?: string;
  readonly trustProxy?: readonly string[];
  /** Where drafts and brought plans lie; a folder of its own unless one is given. */
  readonly data?: string;
  readonly start?: StartReading;
  /** The chat page too. */
  readonly chat?: boolean;
  /** A language model is asked. */
  readonly model?: boolean;
}

const CHAT = { planTitle: '计划', planNumber: '', examples: [], several: true };

const fail = (error: unknown): void => {
  throw error;
};

/** The real app with the desk as its only channel, without a port, and the records behind it. */
export const serveDesk = async (plans: LivePlans, options: ServedOptions = { token: TOKEN }) => {
  let time = Date.parse('2026-01-31T02:00:00Z');
  const now = () => time;
  const database = openSqlite(':memory:');
  const records = createRecords(database, now);
  const { conversations, reports, modelReplies } = await storeOn(database, { days: 14, now });
  const { token, publicUrl, trustProxy, data = newFolder(), start = readInChild() } = options;
  const drafts = await openDrafts({ dir: join(data, 'imports'), start, now, newId: randomUUID, onFault: fail });
  const history = join(data, 'imports', 'history.jsonl');
  const desk = createPlanDesk({ drafts, plans, broughtDir: join(data, 'plans'), history, now });
  const channel: OpenChannel = {
    ...{ name: 'desk', title: '管理', status: 'on', address: '/admin' },
    mount: async (scope) => {
      await scope.register(deskPages, {
        token,
        plans,
        desk,
        records,
        reports,
        now,
        ...(options.model && { modelReplies }),
        ...(options.troubles && { troubles: options.troubles }),
      });
      if (options.chat) await scope.register(webPage, { current: () => CHAT, answers: { ask: plans.ask, plans, now } });
    },
  };
  const logger = pino({ level: 'silent' });
  const site = { publicUrl, trustProxy };
  const app = await createApp({ ask: plans.ask, conversations, channels: [channel], logger, ...site });
  const pass = (ms: number): void => {
    time += ms;
  };
  return { app, records, reports, modelReplies, desk, pass, data };
};

export type Served = Awaited<ReturnType<typeof serveDesk>>;

/** What a browser keeps and sends: cookies, its own page as the origin, the form's hidden token. */
export interface Visitor {
  readonly get: (url: string) => Promise<LightMyRequestResponse>;
  /** Sends a form of the page that was got last; redirects are followed. */
  readonly post: (url: string, fields?: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>;
  /** Sends a file with the upload form. */
  readonly upload: (name: string, contents: Uint8Array | string) => Promise<LightMyRequestResponse>;
  readonly login: (token?: string) => Promise<LightMyRequestResponse>;
  readonly cookies: Map<string, string>;
}

export const csrfIn = (body: string): string => /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';

/** Whoever sits at a browser. */
export const visit = ({ app }: Served, host: string = HOST, more: Readonly<Record<string, string>> = {}): Visitor => {
  const cookies = new Map<string, string>();
  let csrf = '';
  const headers = () => ({
    ...more,
    ...{ host, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  const keep = async (response: LightMyRequestResponse): Promise<LightMyRequestResponse> => {
    for (const { name, value } of response.cookies) cookies.set(name, value);
    if (response.statusCode === 303) return get(String(response.headers.location));
    csrf = csrfIn(response.body) || csrf;
    return response;
  };
  const get: Visitor['get'] = async (url) => keep(await app.inject({ url, headers: headers() }));
  const post: Visitor['post'] = async (url, fields = {}) => {
    const payload = new URLSearchParams({ csrf, ...fields }).toString();
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: app.publicUrl ?? `http://${host}` };
    return keep(await app.inject({ method: 'POST', url, headers: { ...headers(), ...form }, payload }));
  };
  const upload: Visitor['upload'] = async (name, contents) => {
    await get('/admin/plans');
    const form = new FormData();
    form.append('csrf', csrf);
    form.append('file', new Blob([new Uint8Array(Buffer.from(contents))]), name);
    const sent = new Response(form);
    const type = sent.headers.get('content-type') ?? '';
    const more = { 'content-type': type, origin: `http://${HOST}` };
    const payload = Buffer.from(await sent.arrayBuffer());
    return keep(
      await app.inject({ method: 'POST', url: '/admin/plans/upload', headers: { ...headers(), ...more }, payload }),
    );
  };
  const login: Visitor['login'] = async (token = TOKEN) => {
    await get('/admin/login');
    return post('/admin/login', { token, author: '张三' });
  };
  return { get, post, upload, login, cookies };
};
