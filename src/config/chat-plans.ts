import { z } from 'zod';
import { CodedError } from '../errors.ts';

/** Which plans are asked where. */
export interface PlansConfig {
  /** The id of the plan that is asked before the others where none is named. */
  readonly first?: string;
  /** Ids of the only plans that are asked in a chat, by the platform's id of the chat. */
  readonly byChat: ReadonlyMap<string, readonly string[]>;
}

const CHAT_PLANS_SHAPE = '应写作 群标识=计划标识,计划标识; 群标识=计划标识，例如 oc_abc=plan-a,plan-b; wrxyz=plan-c';

/** oc_abc=plan-a,plan-b; wrxyz=plan-c; each chat once. */
export const chatPlans = z
  .string()
  .transform((text, context): ReadonlyMap<string, readonly string[]> => {
    const bindings = text.split(/[;；\n]+/).flatMap((piece): readonly (readonly [string, readonly string[]])[] => {
      if (piece.trim() === '') return [];
      const [chat = '', ids = '', ...more] = piece.split('=').map((part) => part.trim());
      const plans = ids.split(/[\s,，]+/).filter((id) => id !== '');
      if (chat === '' || plans.length === 0 || more.length > 0)
        context.addIssue({ code: 'custom', message: CHAT_PLANS_SHAPE });
      return [[chat, plans]];
    });
    const byChat = new Map(bindings);
    if (byChat.size < bindings.length) context.addIssue({ code: 'custom', message: '每个群只写一次' });
    return byChat;
  })
  .default(new Map());

export const plansConfig = (first: string | undefined, byChat: PlansConfig['byChat']): PlansConfig => ({
  byChat,
  ...(first !== undefined && { first }),
});

/**
 * Every plan that the settings name must be there.
 *
 * @throws CodedError `config_invalid`, naming the chat, the id that is none, and those that there are
 */
export const checkChatPlans = ({ byChat }: PlansConfig, ids: readonly string[]): void => {
  for (const [chat, plans] of byChat) {
    const unknown = plans.find((id) => !ids.includes(id));
    if (unknown !== undefined)
      throw new CodedError(
        'config_invalid',
        `CHAT_PLANS 给 ${chat} 写的 ${unknown} 不在可用的计划之中（${ids.join('、')}）。`,
      );
  }
};
