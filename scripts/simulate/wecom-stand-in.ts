import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { z } from 'zod';
import type { WecomAppConfig } from '../../src/config.ts';

/** The few calls of the WeCom server API that a self-built app makes, on this machine: nothing reaches a real chat. */
export interface WecomStandIn {
  readonly url: string;
  /** Bodies of message/send, without the receiver (page 发送应用消息). */
  readonly sent: readonly object[];
  readonly close: () => Promise<void>;
}

/** Bytes of a text. */
const LIMIT = 2048;

const text = z.strictObject({ content: z.string().refine((words) => Buffer.byteLength(words) <= LIMIT) });
const frame = { touser: z.string().min(1), agentid: z.int(), enable_duplicate_check: z.literal(1).optional() };
const more = { duplicate_check_interval: z.int().max(14_400).optional() };
const sendBody = z.discriminatedUnion('msgtype', [
  z.strictObject({ ...frame, ...more, msgtype: z.literal('text'), text }),
  z.strictObject({ ...frame, ...more, msgtype: z.literal('template_card'), template_card: z.looseObject({}) }),
]);

const refuse = (errcode: number, errmsg: string) => ({ errcode, errmsg });

const shownOf = (body: z.output<typeof sendBody>): object => {
  switch (body.msgtype) {
    case 'text':
      return { msgtype: body.msgtype, text: body.text };
    case 'template_card':
      return { msgtype: body.msgtype, template_card: body.template_card };
  }
};

/** Opens the stand-in; it knows one app and takes what the platform would take. */
export const openWecomStandIn = async (app: WecomAppConfig): Promise<WecomStandIn> => {
  const server = fastify({ bodyLimit: 1 << 20 });
  const token = randomUUID();
  const sent: object[] = [];
  const isApp = z.object({ corpid: z.literal(app.corpId), corpsecret: z.literal(app.secret) });
  const isToken = z.object({ access_token: z.literal(token) });

  server.get('/cgi-bin/gettoken', async ({ query }) =>
    isApp.safeParse(query).success
      ? { errcode: 0, errmsg: 'ok', access_token: token, expires_in: 7200 }
      : refuse(40001, 'invalid credential'),
  );
  server.post('/cgi-bin/message/send', async ({ query, body }) => {
    if (!isToken.safeParse(query).success) return refuse(40014, 'invalid access_token');
    const read = sendBody.safeParse(body);
    if (!read.success) return refuse(40058, 'invalid parameter');
    if (read.data.agentid !== app.agentId) return refuse(301002, 'not allowed');
    sent.push(shownOf(read.data));
    return { errcode: 0, errmsg: 'ok', invaliduser: '', msgid: `m${sent.length}` };
  });

  await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    sent,
    close: async () => {
      server.server.closeAllConnections();
      await server.close();
    },
  };
};
