import type { Desk } from '../answer/draft.ts';
import type { Test } from '../values.ts';

/** 写到“交通”（“交通大学”不算） */
export const mentionsText = (
  { words: word, field, years = [], outside = [] }: Extract<Test, { test: 'mentions' }>,
  not: boolean,
  { say }: Pick<Desk, 'say'>,
): string => {
  const longer = outside.filter((one) => one !== word);
  const apart = longer.length > 0 ? say('condOutside', { words: longer.join('”“') }) : '';
  const when = years.length > 0 ? say('condYears', { years: years.join('、') }) : '';
  if (field === 'deadline') return say(not ? 'condNotDue' : 'condDue', { word });
  if (field === 'scope') return say(not ? 'condOtherScope' : 'condScope', { word });
  if (field === 'title') return say(not ? 'condTitleLacks' : 'condTitleHas', { word }) + apart;
  const where = field === 'target' ? say('condInTargets') : '';
  return when + where + say(not ? 'condNotMentions' : 'conditionMentions', { word }) + apart;
};

export const actionsText = (
  actions: readonly number[],
  { plan, name, language }: Pick<Desk, 'plan' | 'name' | 'language'>,
): string =>
  plan.actions
    .filter(({ number }) => actions.includes(number))
    .map((action) => name.action(action))
    .join(language === 'en' ? ', ' : '、');
