import { ERRORS } from '../../errors.ts';
import type { Converse } from '../../store/converse.ts';
import type { ChatQuestion } from '../../types.ts';
import type { Log } from '../log.ts';
import type { FeishuApi } from './client.ts';
import type { Reading } from './message.ts';
import { renderAnswer, renderHint, renderText } from './render.ts';

/** What a delivery asks the bot to do. */
export type Work = Extract<Reading, { status: 'question' | 'hint' }>;

/** What answering needs. */
export interface Answering {
  readonly converse: Converse;
  readonly api: FeishuApi;
  readonly log: Log;
}

const BLOCKED = '回答已生成，但被飞书的内容安全策略拦截，未能发出。请换一种问法，或到网页上提问。';

/** The platform's id of the message that is worked on. */
export const messageIdOf = (work: Work): string =>
  work.status === 'question' ? work.question.messageId : work.messageId;

const answerQuestion = ({ converse, log }: Answering, { text, conversation, messageId }: ChatQuestion): string => {
  const started = performance.now();
  try {
    const answer = converse(conversation, text);
    const ms = Math.round(performance.now() - started);
    log.info({ messageId, length: text.length, status: answer.status, kind: answer.kind, ms }, 'feishu: answered');
    return renderAnswer(answer);
  } catch (err) {
    log.error({ err, messageId, length: text.length }, 'feishu: answering failed');
    return renderText(ERRORS.internal.remedy);
  }
};

const contentFor = (answering: Answering, work: Work): string => {
  switch (work.status) {
    case 'question':
      return answerQuestion(answering, work.question);
    case 'hint':
      return renderHint(work.hint);
  }
};

/** Answers and sends. `failed` when nothing was sent and another delivery of the message may succeed. */
export const answerWork = async (answering: Answering, work: Work): Promise<'done' | 'failed'> => {
  const { api, log } = answering;
  const messageId = messageIdOf(work);
  const sent = await api.reply(messageId, contentFor(answering, work), 'answer');
  if (sent.status === 'done') return 'done';
  const { fault } = sent;
  switch (fault.kind) {
    case 'gone':
    case 'absent':
      log.info({ messageId, ...fault }, 'feishu: the question or its chat is gone');
      return 'done';
    case 'blocked':
      log.warn({ messageId, ...fault }, 'feishu: the answer was blocked by the platform');
      await api.reply(messageId, renderText(BLOCKED), 'note');
      return 'done';
    case 'rate':
    case 'network':
    case 'server':
    case 'token':
    case 'credentials':
    case 'quota':
    case 'other':
      log.error({ messageId, ...fault }, 'feishu: the answer could not be sent');
      return 'failed';
  }
};
