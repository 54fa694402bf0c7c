import type { Client } from '@larksuiteoapi/node-sdk';
import type { FeishuMessage } from './render.ts';
import type { FeishuTo } from './to.ts';

/** One call of the SDK. */
export type Request = (client: Client) => Promise<unknown>;

/** What counts as one chat for the platform's limits. */
export const chatOf = (to: FeishuTo): string => {
  switch (to.kind) {
    case 'message':
    case 'chat':
      return to.chat;
    case 'person':
      return to.person;
  }
};

/** The call that sends a message. `key` is the platform's `uuid` (pages 发送消息, 回复消息). */
export const requestOf = (to: FeishuTo, { msgType, content }: FeishuMessage, key: string): Request => {
  const data = { msg_type: msgType, content, uuid: key };
  const create = (type: 'chat_id' | 'open_id', id: string): Request => {
    const payload = { params: { receive_id_type: type }, data: { ...data, receive_id: id } };
    return (client) => client.im.v1.message.create(payload);
  };
  switch (to.kind) {
    case 'message': {
      const payload = {
        path: { message_id: to.message },
        data: { ...data, ...(to.thread && { reply_in_thread: true }) },
      };
      return (client) => client.im.v1.message.reply(payload);
    }
    case 'chat':
      return create('chat_id', to.chat);
    case 'person':
      return create('open_id', to.person);
  }
};
