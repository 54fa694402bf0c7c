import { createSay } from '../answer/phrases.ts';
import type { Question } from '../types.ts';
import { titleOf } from '../worklists/title.ts';
import { PARTS, type Worklist } from '../worklists/worklist.ts';
import { worklistAsked } from '../worklists/worklist-asked.ts';
import { worklistOf } from '../worklists/worklist-of.ts';
import { type AskedPlan, type AskedPlans, mayBeAsked } from './asked-plans.ts';
import type { ListOffer, ListRequest, Reply } from './work.ts';

/** When it was asked, milliseconds since the epoch, and the address under which others reach the service. */
interface Where {
  readonly at: number;
  /** Without a trailing slash. */
  readonly base: string | undefined;
}

/** Where the list can be downloaded from the service itself. */
const urlOf = (base: string, { plan, filter, format }: ListRequest): string => {
  const query = new URLSearchParams({ ...(plan !== undefined && { plan }), format });
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, String(value));
  return `${base}/api/worklists?${query}`;
};

const contentsOf = ({ lists }: Worklist): string => {
  const filled = lists.filter(({ rows }) => rows.length > 0);
  const counts = filled.map(({ relation, rows }) => `${PARTS[relation]}${rows.length}项`);
  return counts.length === 0 ? '没有任务' : counts.join('，');
};

/** One of several plans is named with its list. */
interface OfPlan {
  readonly of: AskedPlan;
  readonly several: boolean;
}

const listOf = ({ text, year }: Question, { of, several }: OfPlan, { at, base }: Where): Reply | undefined => {
  const { id, title, bot } = of;
  const asked = worklistAsked(text, bot.plan, year);
  if (!asked) return undefined;
  if (asked.kind !== 'asked') return { kind: 'line', text: asked.message };
  const worklist = worklistOf(bot.plan, asked.filter, at);
  if (worklist.kind !== 'worklist') return { kind: 'line', text: worklist.message };
  const request = { ...(several && { plan: id }), filter: asked.filter, format: asked.format, at };
  const list: ListOffer = {
    title: `${several ? `《${title}》` : ''}${titleOf(worklist)}`,
    contents: contentsOf(worklist),
    request,
    ...(base !== undefined && { url: urlOf(base, request) }),
  };
  return { kind: 'list', list };
};

const MOST_TITLES = 6;

/** Of which plan? */
const whichOf = (plans: readonly AskedPlan[], text: string): Reply => {
  const say = createSay('zh-Hans');
  const lines = plans.slice(0, MOST_TITLES).map(({ title, bot }) => {
    const asked = say('planAsk', { title: bot.short === '' ? title : bot.short, asked: text });
    return `· ${asked}`;
  });
  const more = plans.length > MOST_TITLES ? [`……另有${plans.length - MOST_TITLES}个计划`] : [];
  return { kind: 'line', text: ['请先说是哪个计划的清单，例如：', ...lines, ...more].join('\n') };
};

/**
 * Reads 导出市财政局2021年任务清单 and the like, of the plan that it names or that its conversation is about, else of the
 * only one that has what it asks for. Undefined for anything else, which is a question.
 */
export const listAsked = (asked: Question, plans: AskedPlans, where: Where): Reply | undefined => {
  const several = plans.list().length > 1;
  const meant = plans.meant(asked);
  if (meant) return listOf({ ...asked, text: meant.text }, { of: meant.plan, several }, where);
  const found = mayBeAsked(plans, asked.plans).flatMap((of) => {
    const reply = listOf(asked, { of, several }, where);
    return reply ? [{ of, reply }] : [];
  });
  const lists = found.filter(({ reply }) => reply.kind === 'list');
  if (lists.length > 1)
    return whichOf(
      lists.map(({ of }) => of),
      asked.text,
    );
  return (lists[0] ?? found[0])?.reply;
};

/** What is said with a list that goes out as a file. */
export const listText = ({ title, contents }: ListOffer): string => `${title}：${contents}。`;

/** What is said where no file can be sent: where to get it. */
export const listLines = (list: ListOffer): readonly string[] => [
  listText(list),
  list.url === undefined ? '请打开问计的网页，在单位页或行动页下载。' : '下载：',
  ...(list.url === undefined ? [] : [list.url]),
];
