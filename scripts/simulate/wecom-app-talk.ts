import { randomInt } from 'node:crypto';
import { WECOM_APP_PATH, wecomAppLine } from '../../src/channels/wecom/app/app.ts';
import type { Config, WecomAppConfig } from '../../src/config.ts';
import { deliverWecom } from '../deliver/wecom.ts';
import { openPipeline } from './pipeline.ts';
import { showWecom } from './show-wecom.ts';
import type { Talk, Who } from './talk.ts';
import { openWecomStandIn } from './wecom-stand-in.ts';

/** A CDATA section ends at `]]>`, wherever that stands. */
const element = (name: string, text: string): string =>
  `<${name}><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`;

/** A text message (page 接收消息). */
const messageOf = (text: string, { corpId, agentId }: WecomAppConfig, { person }: Who): string =>
  [
    '<xml>',
    element('ToUserName', corpId),
    element('FromUserName', person),
    element('CreateTime', String(Math.floor(Date.now() / 1000))),
    element('MsgType', 'text'),
    element('Content', text),
    element('MsgId', `${Date.now()}${randomInt(100_000, 999_999)}`),
    element('AgentID', String(agentId)),
    '</xml>',
  ].join('');

interface Sender {
  readonly config: WecomAppConfig;
  readonly who: Who;
}

const deliver = (url: string, text: string, { config, who }: Sender) => {
  const { corpId, token, encodingAesKey, agentId } = config;
  const envelope = (sealed: string): string =>
    `<xml>${element('ToUserName', corpId)}${element('Encrypt', sealed)}${element('AgentID', String(agentId))}</xml>`;
  const keys = { token, encodingAesKey, receiveId: corpId };
  return deliverWecom(`${url}${WECOM_APP_PATH}`, messageOf(text, config, who), { envelope, keys });
};

/** Delivers to a server that is running: the reply goes wherever that sends it. */
export const wecomAppAt = (to: string, config: WecomAppConfig, who: Who): Talk => ({
  say: async (text) => ({ acknowledged: await deliver(to, text, { config, who }), messages: [] }),
  press: async () => undefined,
  show: () => [],
  close: async () => {},
});

/** The self-built app on a pipeline of its own, whose platform is a stand-in. */
export const openWecomAppTalk = async (given: WecomAppConfig, who: Who, settings: Config): Promise<Talk> => {
  const standIn = await openWecomStandIn(given);
  const config = { ...given, baseUrl: standIn.url };
  const pipeline = await openPipeline((deps) => wecomAppLine(config, deps), settings);
  return {
    say: async (text) => {
      const before = standIn.sent.length;
      const acknowledged = await deliver(pipeline.url, text, { config, who });
      await pipeline.idle();
      return { acknowledged, messages: standIn.sent.slice(before) };
    },
    press: async () => undefined,
    show: showWecom,
    close: async () => {
      await pipeline.close();
      await standIn.close();
    },
  };
};
