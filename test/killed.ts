import { wordsShown } from './fakes/card-words.ts';
import { APP, type FakeFeishuApi, fakeFeishuApi } from './fakes/feishu-api.ts';
import { faultsOfCard } from './fakes/feishu-card.ts';
import { KEYS, messageEvent, sealed, signedHeaders } from './fakes/feishu-sender.ts';
import { type FakeWecomApi, fakeWecomApi, MEMBERS, WECOM_APP } from './fakes/wecom-api.ts';
import {
  APP_KEYS,
  appDelivery,
  appText,
  BOT_KEYS,
  botBody,
  botDelivery,
  deliverTo,
  openReply,
} from './fakes/wecom-sender.ts';

const APP_QUESTION_KEYS = { ...APP_KEYS, receiveId: WECOM_APP.corpId };

/** A question on its way: a platform delivers it until it is acknowledged, and now and then once more. */
export interface Sent {
  readonly text: string;
  /** True when it is acknowledged. */
  readonly deliver: () => Promise<boolean>;
  acknowledged: boolean;
}

export interface StageParts {
  /** The address of a process that lives, to which something is delivered next. */
  readonly address: (path: string) => string;
  /** What is asked under a mark. */
  readonly wordsOf?: (mark: string) => string;
}

/** Delivers once; what goes wrong is no acknowledgement. */
export const tryToDeliver = async (sent: Sent): Promise<void> => {
  const done = await sent.deliver().catch(() => false);
  sent.acknowledged ||= done;
};

/** The platforms, and what the AI bot's chats show. */
interface Platforms {
  readonly feishu: FakeFeishuApi;
  readonly wecom: FakeWecomApi;
  /** By stream: one stream is one message, however often it is told. */
  readonly streams: Map<string, string>;
}

/** What a process has to know of the platforms. */
const settingsOf = ({ feishu, wecom }: Platforms) => ({
  feishu: { mode: 'webhook', ...KEYS, appId: APP.id, appSecret: APP.secret, baseUrl: feishu.url },
  app: {
    ...{ corpId: WECOM_APP.corpId, secret: WECOM_APP.secret, agentId: WECOM_APP.agentId, baseUrl: wecom.url },
    ...{ token: APP_KEYS.token, encodingAesKey: APP_KEYS.encodingAesKey },
  },
  bot: { mode: 'webhook', token: BOT_KEYS.token, encodingAesKey: BOT_KEYS.encodingAesKey, baseUrl: wecom.url },
});

/** What the chats show in the end. */
const chatsOf = ({ feishu, wecom, streams }: Platforms) => {
  /** What all chats show. */
  const allShown = (): readonly string[] => [
    ...feishu.sent.map(({ content }) => wordsShown(content)),
    ...wecom.shown.map(({ message }) => JSON.stringify(message)),
    ...streams.values(),
  ];

  /** How often each chat shows the answer to a question. */
  const timesShown = (): ReadonlyMap<string, number> => {
    const times = new Map<string, number>();
    for (const words of allShown()) {
      const text = /答：(\w+)（/.exec(words)?.[1] ?? words;
      times.set(text, (times.get(text) ?? 0) + 1);
    }
    return times;
  };

  /** Which questions no chat shows the answer to, and which are answered twice. */
  const verdictOn = (questions: readonly Sent[]) => {
    const times = timesShown();
    return {
      lost: questions.filter(({ text }) => !times.has(text)).map(({ text }) => text),
      doubled: questions.filter(({ text }) => (times.get(text) ?? 0) > 1).map(({ text }) => text),
    };
  };

  return { allShown, verdictOn };
};

/** Questions that are delivered once, and are no conversation. */
const askingOn = ({ feishu }: Platforms, { address, wordsOf }: Required<StageParts>) => {
  let numbers = 0;

  const feishuQuestion = (text: string): Sent => {
    const messageId = `om_${text}`;
    const chatId = `oc_${text}`;
    feishu.post(messageId, chatId);
    const words = wordsOf(text);
    const deliver = async (): Promise<boolean> => {
      const body = sealed(messageEvent({ messageId, chatId, chat: 'p2p', text: words }));
      const options = { method: 'POST', headers: signedHeaders(body), body, signal: AbortSignal.timeout(3000) };
      return (await fetch(address('feishu'), options)).status === 200;
    };
    return { text, deliver, acknowledged: false };
  };

  const appQuestion = (text: string): Sent => {
    numbers += 1;
    const fields = { ToUserName: WECOM_APP.corpId, MsgId: `45612553542513${numbers}` };
    const user = MEMBERS[numbers % MEMBERS.length] ?? '';
    const words = wordsOf(text);
    const deliver = async (): Promise<boolean> => {
      const delivery = appDelivery(appText(words, { ...fields, FromUserName: user }), {}, APP_QUESTION_KEYS);
      return (await deliverTo(address('wecom/app'), delivery)).status === 200;
    };
    return { text, deliver, acknowledged: false };
  };

  return { feishuQuestion, appQuestion };
};

/** The platforms around processes that are killed: what is asked, and what their chats show in the end. */
export const openStage = async ({ address, wordsOf = (mark) => mark }: StageParts) => {
  const feishu: FakeFeishuApi = await fakeFeishuApi({ checkCard: faultsOfCard });
  const wecom: FakeWecomApi = await fakeWecomApi();
  const streams = new Map<string, string>();
  const platforms: Platforms = { feishu, wecom, streams };
  const { feishuQuestion, appQuestion } = askingOn(platforms, { address, wordsOf });
  /** Streams that are not finished: the platform asks again. */
  const unfinished = new Set<string>();
  /** Delivers to the bot's address and shows what it is told. */
  const tellBot = async (body: object): Promise<boolean> => {
    const nonce = `n${Math.random()}`.slice(0, 10);
    const answer = await deliverTo(address('wecom/bot'), botDelivery(body, { nonce }));
    if (answer.status !== 200) return false;
    const { stream } = JSON.parse(openReply(JSON.parse(answer.body), BOT_KEYS, nonce));
    if (stream.finish) {
      unfinished.delete(stream.id);
      streams.set(stream.id, stream.content);
    } else unfinished.add(stream.id);
    return true;
  };

  const botQuestion = (text: string): Sent => {
    const code = `code-${text}`;
    const body = botBody({
      ...{ msgid: `msg-${text}`, chatid: `chat-${text}`, text: { content: `@问计 ${wordsOf(text)}` } },
      response_url: wecom.responseUrl(code),
    });
    return { text, deliver: () => tellBot(body), acknowledged: false };
  };

  /** The platform asks for what is not finished. */
  const poll = (): Promise<unknown> =>
    Promise.all(
      [...unfinished].map((id) => tellBot({ ...botBody(), msgtype: 'stream', stream: { id } }).catch(() => {})),
    );

  /** Questions of the three ways in, in any order. */
  const questionsOf = (counts: { feishu: number; bot: number; app: number }, name: string): Sent[] => {
    const asked: Sent[] = [];
    for (let n = 0; n < counts.feishu; n++) asked.push(feishuQuestion(`f${name}${n}`));
    for (let n = 0; n < counts.bot; n++) asked.push(botQuestion(`b${name}${n}`));
    for (let n = 0; n < counts.app; n++) asked.push(appQuestion(`a${name}${n}`));
    return asked.sort(() => Math.random() - 0.5);
  };

  return {
    ...{ feishuQuestion, appQuestion, botQuestion, questionsOf, poll, ...chatsOf(platforms) },
    settings: () => settingsOf(platforms),
    isQuiet: () => unfinished.size === 0,
    close: async () => {
      await feishu.close();
      await wecom.close();
    },
  };
};
