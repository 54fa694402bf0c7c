import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** What an administrator has set for the app. */
export interface AgentSettings {
  /** 1: switched off. */
  close: 0 | 1;
  /** 1: the platform tells when a member opens it. */
  isreportenter: 0 | 1;
}

/** Page 获取指定的应用详情: only the app whose token it is. */
export const mountAgent = (app: FastifyInstance, agentId: number): AgentSettings => {
  const settings: AgentSettings = { close: 0, isreportenter: 1 };
  const asked = z.object({ agentid: z.literal(String(agentId)) });
  app.get('/cgi-bin/agent/get', async ({ query }) => {
    if (!asked.safeParse(query).success) return { errcode: 301002, errmsg: 'not allow to operate another agent' };
    const range = { allow_userinfos: { user: [] }, allow_partys: { partyid: [1] }, allow_tags: { tagid: [] } };
    return { errcode: 0, errmsg: 'ok', agentid: agentId, name: '问计', ...range, ...settings, report_location_flag: 0 };
  });
  return settings;
};
