import type { FastifyInstance } from 'fastify';
import { type Fill, html } from '../web/html.ts';
import { type Guard, goTo } from './guard.ts';
import { csrfField, type Viewer } from './layout.ts';
import type { DeskTroubles } from './options.ts';

const again = (viewer: Viewer, channel: string): Fill => html`
<form method="post" action="/admin/channels/${channel}/again">${csrfField(viewer)}<button class="quiet">再试一次</button></form>`;

/** What somebody has to see to, with a button where sending is stopped. */
export const troubleList = (troubles: DeskTroubles | undefined, viewer: Viewer): Fill => {
  const list = troubles?.list() ?? [];
  if (list.length === 0) return false;
  return html`<h2 id="troubles">要处理的事</h2>
<ul class="list">${list.map(
    ({ name, title, reason, stopped }) =>
      html`<li class="warning">${title}：${reason}${stopped && again(viewer, name)}</li>`,
  )}</ul>`;
};

const TRIED = '正在试着发一条最早的消息；发得出去，其余的接着发。几秒以后刷新本页看结果。';
const NOTHING = '这个渠道没有停发，不用再试。';

/** `POST /admin/channels/:channel/again`: one message is tried at once. */
export const troubleRoutes = (scope: FastifyInstance, guard: Guard, troubles: DeskTroubles | undefined): void => {
  if (!troubles) return;
  scope.post(
    '/admin/channels/:channel/again',
    guard.writes(async ({ request }) => {
      const channel = String(Reflect.get(Object(request.params), 'channel'));
      return goTo('/admin', (await troubles.again(channel)) ? TRIED : NOTHING);
    }),
  );
};
