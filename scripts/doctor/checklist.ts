import type { FeishuConfig } from '../../src/config.ts';
import { ask, type Finding } from './finding.ts';

/** Something to be set in a console: its exact name, and what works with it. */
interface Setting {
  readonly name: string;
  readonly serves: string;
}

/** Feishu's scopes (开发者后台 - 权限管理). The platform has no call that lists them. */
export const FEISHU_SCOPES: readonly Setting[] = [
  { name: 'im:message.p2p_msg:readonly', serves: '收到单聊消息' },
  { name: 'im:message.group_at_msg:readonly', serves: '收到群里 @ 机器人的消息' },
  { name: 'im:message:send_as_bot', serves: '回复' },
  { name: 'im:resource', serves: '发工作清单的文件；没有它就只说到哪里下载' },
  { name: 'im:message:readonly', serves: '知道提问被撤回，有 im:message 也行' },
  { name: 'im:chat.members:bot_access', serves: '知道机器人被拉进了群' },
  { name: 'im:chat.access_event.bot_p2p_chat:read', serves: '单聊打开时说明用法' },
];

/** Feishu's events (事件与回调 - 事件配置). */
export const FEISHU_EVENTS: readonly Setting[] = [
  { name: 'im.message.receive_v1', serves: '提问' },
  { name: 'im.message.recalled_v1', serves: '撤回' },
  { name: 'im.chat.member.bot.added_v1', serves: '进群说明用法、识别外部群' },
  { name: 'im.chat.access_event.bot_p2p_chat_entered_v1', serves: '单聊打开时说明用法' },
  { name: 'application.bot.menu_v6', serves: '机器人菜单' },
];

/** Feishu's callbacks (事件与回调 - 回调配置). */
export const FEISHU_CALLBACKS: readonly Setting[] = [{ name: 'card.action.trigger', serves: '卡片上的按钮' }];

const list = (settings: readonly Setting[]): string =>
  settings.map(({ name, serves }) => `${name}（${serves}）`).join('、');

const WAYS: Readonly<Record<FeishuConfig['mode'], string>> = {
  webhook: '将事件发送至开发者服务器、将回调发送至开发者服务器，请求地址都填 https://你的域名/webhooks/feishu',
  websocket: '使用长连接接收事件、使用长连接接收回调（保存时服务要正在运行）',
};

const feishuList = (mode: FeishuConfig['mode']): readonly Finding[] => [
  ask(`飞书，请自查「权限管理」已开通：${list(FEISHU_SCOPES)}。`),
  ask(`飞书，请自查「事件与回调」的订阅方式：${WAYS[mode]}。`),
  ask(`飞书，请自查「事件与回调 - 事件配置」已添加：${list(FEISHU_EVENTS)}。`),
  ask(`飞书，请自查「事件与回调 - 回调配置」已添加：${list(FEISHU_CALLBACKS)}。`),
  ask('飞书，请自查「版本管理与发布」：上面各项改过以后都要再发布一个版本才生效，可用范围包含要提问的人。'),
];

/** What must be set in Feishu's console and cannot be read from here, by the way in which events come. */
export const FEISHU_CHECKLIST: Readonly<Record<FeishuConfig['mode'], readonly Finding[]>> = {
  webhook: feishuList('webhook'),
  websocket: feishuList('websocket'),
};

export const WECOM_BOT_CHECKLIST: readonly Finding[] = [
  ask(
    '企业微信智能机器人，请自查「工作台 - 智能机器人」：可见范围包含要提问的人，机器人已被加进群（群设置 - 添加智能机器人）。',
  ),
];

export const WECOM_APP_CHECKLIST: readonly Finding[] = [
  ask(
    '企业微信自建应用，请自查「应用管理 - 自建 - 该应用」：可见范围包含要提问的人，「企业可信IP」含服务器的出口 IP。',
  ),
];
