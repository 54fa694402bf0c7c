import { z } from 'zod';
import { parseJson } from '../parse-json.ts';
import { exchange } from '../wecom/http.ts';
import type { Alarm } from './alarms.ts';

/** Milliseconds. */
const TIMEOUT = 10_000;

/** A group's own robot knows its platform by the path: the address may be that of a private installation. */
const bodyFor = ({ pathname }: URL, text: string, { status, name, reason, since }: Alarm): object => {
  if (pathname.includes('/open-apis/bot/v2/hook/')) return { msg_type: 'text', content: { text } };
  if (pathname.includes('/cgi-bin/webhook/send')) return { msgtype: 'text', text: { content: text } };
  return { text, status, name, reason, since: new Date(since).toISOString() };
};

/** Both platforms say 200 to what they do not take, with a code. */
const answerSchema = z.object({ code: z.int().default(0), errcode: z.int().default(0) });

/** Posts an alarm to an address, which is a secret: it stands in no log. False where it was not taken. */
export const postAlarm = async (address: string, text: string, alarm: Alarm): Promise<boolean> => {
  const url = new URL(address);
  const answered = await exchange(url, TIMEOUT, bodyFor(url, text, alarm));
  if (answered.status === 'failed' || answered.http < 200 || answered.http >= 300) return false;
  const answer = answerSchema.safeParse(parseJson(answered.text));
  return !answer.success || (answer.data.code === 0 && answer.data.errcode === 0);
};
