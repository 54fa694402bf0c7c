import { readReply } from '../compose/model/grammar.ts';
import type { ModelConfig } from '../config/model.ts';
import { createBreaker } from './breaker.ts';
import type { ModelMessage, Prompt } from './prompt.ts';
import { type Answered, FORMATS, request } from './request.ts';

/**
 * What came of asking a model. `reply`: a query, by its grammar, not yet looked up in any plan. `unreadable`: no query,
 * also when asked again. `busy`: it was not asked, for so many calls are under way or it is left alone.
 */
export type Outcome =
  | { readonly status: 'reply'; readonly reply: string }
  | { readonly status: 'unreadable' | 'busy' }
  | { readonly status: 'failed'; readonly why: string };

/** A language model behind an OpenAI-compatible address. */
export interface ModelClient {
  readonly ask: (prompt: Prompt) => Promise<Outcome>;
  /** Why it is not asked for now, if so. */
  readonly trouble: () => string | undefined;
}

export interface ModelClientParts {
  readonly config: ModelConfig;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Calls under way at a time; more questions are left to the rules. */
const MOST_CALLS = 4;

/** How a model is told that what it returned is no query. */
const REPAIR = '这不是合要求的 JSON。只输出一个 JSON 对象：{"do":…,"read":[…]}，不要别的字。';
const LONGEST_REPEATED = 500;

const repairOf = (prompt: readonly ModelMessage[], text: string): readonly ModelMessage[] => [
  ...prompt,
  { role: 'user', content: `${REPAIR}\n${JSON.stringify(text.slice(0, LONGEST_REPEATED))}` },
];

/** Opens a model; each question has the time of the settings, whatever must be tried. */
export const createModelClient = ({ config, now }: ModelClientParts): ModelClient => {
  const breaker = createBreaker(now);
  let calls = 0;
  let at = 0;

  /** In the strictest way of asking for JSON that the server is known to take. */
  const sent = async (messages: readonly ModelMessage[], signal: AbortSignal): Promise<Answered> => {
    for (;;) {
      const asked = at;
      const answered = await request(config, messages, { format: FORMATS[asked] ?? 'none', signal });
      if (answered.status !== 'format') return answered;
      at = Math.max(at, asked + 1);
    }
  };

  const replied = async (prompt: Prompt, signal: AbortSignal): Promise<Outcome> => {
    const answered = await sent(prompt, signal);
    const text = answered.status === 'text' ? answered.text : '';
    if (answered.status === 'text' && readReply(text) === undefined) {
      const repaired = await sent(repairOf(prompt, text), signal);
      return outcomeOf(repaired);
    }
    return outcomeOf(answered);
  };

  const outcomeOf = (answered: Answered): Outcome => {
    if (answered.status !== 'text') {
      const { why, pause } = answered.status === 'failed' ? answered : { why: '应答读不懂', pause: 0 };
      breaker.failed(why, pause);
      return { status: 'failed', why };
    }
    breaker.succeeded();
    return readReply(answered.text) === undefined
      ? { status: 'unreadable' }
      : { status: 'reply', reply: answered.text };
  };

  return {
    ask: async (prompt) => {
      if (calls >= MOST_CALLS || !breaker.lets()) return { status: 'busy' };
      calls += 1;
      try {
        return await replied(prompt, AbortSignal.timeout(config.timeoutMs));
      } finally {
        calls -= 1;
      }
    },
    trouble: breaker.trouble,
  };
};
