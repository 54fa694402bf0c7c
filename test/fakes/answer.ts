import type { Answered, Ask } from '../../src/types.ts';

/** An answer as the bot would give one, for tests that are not about what it says. */
export const answerOf = (text: string): Answered => ({
  status: 'answered',
  kind: 'responsible',
  language: 'zh-Hans',
  text,
  tasks: [],
  citations: [{ plan: 'test', clause: 'annex.1', label: '附件任务分解表第1项', quote: '……', lines: [1, 1] }],
  computed: [],
  notices: [],
  choices: [],
  related: [],
  suggestions: [],
  understood: { said: '', unread: [] },
});

/** Answers with the question and how many came before it. */
export const echoAsk: Ask = ({ text, history }) => answerOf(`答：${text}（此前 ${history.length} 问）`);
