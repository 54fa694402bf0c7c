import { createHash } from 'node:crypto';
import { type AskedPlan, type AskedPlans, mayBeAsked } from './asked-plans.ts';
import { examplesOf } from './examples.ts';
import type { Welcome } from './work.ts';

const CONTENT = '哪项任务由谁负责、谁支持，某年要达到什么目标，原文怎么写、写在哪一条。';
const MOST_TITLES = 6;

const textOfOne = ({ bot: { plan } }: AskedPlan): string => {
  const { document, tasks, indicators, actions } = plan;
  return [
    `您好，我是问计，只回答《${document.title}》（${document.number}）里写了的内容：${CONTENT}`,
    `共${actions.length}个行动、${tasks.length}项任务、${indicators.length}个指标。群里 @ 我提问，单聊直接问。`,
  ].join('\n');
};

const textOfSeveral = (plans: readonly AskedPlan[]): string =>
  [
    `您好，我是问计，只回答下面${plans.length}个计划里写了的内容：${CONTENT}`,
    ...plans.slice(0, MOST_TITLES).map(({ title }, at) => `${at + 1}. 《${title}》`),
    ...(plans.length > MOST_TITLES ? [`……另有${plans.length - MOST_TITLES}个`] : []),
    '群里 @ 我提问，单聊直接问；可以先说是哪个计划。',
  ].join('\n');

/** The line with which the bot introduces itself where some plans may be asked; all of them without `ids`. */
export const welcomeOf = (plans: AskedPlans, ids?: readonly string[]): Welcome => {
  const asked = mayBeAsked(plans, ids);
  const [only, another] = asked;
  const text = only && !another ? textOfOne(only) : textOfSeveral(asked);
  return { text, examples: examplesOf(asked, asked[0] !== undefined && asked[0] === plans.lead()) };
};

const DIGITS = 16;

/** The id under which a welcome is kept in buttons. With one plan it is the same for everybody. */
export const welcomeId = (plans: AskedPlans, { examples }: Welcome): string =>
  plans.list().length === 1
    ? WELCOME_ID
    : `${WELCOME_ID}-${createHash('sha256').update(JSON.stringify(examples)).digest('hex').slice(0, DIGITS)}`;

export const WELCOME_ID = 'welcome';
