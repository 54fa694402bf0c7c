import { createSay } from '../answer/phrases.ts';
import { isListAsked, isWholeAsked } from '../read/list-request.ts';
import type { ShownRequest } from '../read/lists-shown.ts';
import type { Ask, Question } from '../types.ts';
import { titleOf } from '../worklists/title.ts';
import { PARTS, type Worklist, type WorklistFilter } from '../worklists/worklist.ts';
import { type WorklistAsked, worklistAsked } from '../worklists/worklist-asked.ts';
import { worklistOf } from '../worklists/worklist-of.ts';
import { type AskedPlan, type AskedPlans, mayBeAsked } from './asked-plans.ts';
import { historyNeeded, lastShown, type ShownList, shownRequest } from './list-shown.ts';
import type { ListOffer, ListRequest, Reply } from './work.ts';

/** Who answers, and which plans there are. */
export interface ListsFrom {
  readonly ask: Ask;
  readonly plans: AskedPlans;
}

/** When it was asked, milliseconds since the epoch, and the address under which others reach the service. */
export interface Where {
  readonly at: number;
  /** Without a trailing slash. */
  readonly base: string | undefined;
}

/** What a request for a file comes to. */
export type ListFound =
  | { readonly kind: 'list'; readonly list: ListOffer; readonly of: AskedPlan; readonly shown?: ShownList }
  | Extract<Reply, { kind: 'line' }>
  /** It names no list and none was shown: these may be asked for. */
  | { readonly kind: 'which'; readonly requests: readonly string[] };

type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

const queryOf = (values: Query): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const one of value === undefined ? [] : [value].flat()) query.append(name, String(one));
  return query.toString();
};

const contentsOf = ({ lists, filter }: Worklist): string => {
  if (filter.lines) return `${filter.lines.length}行`;
  const filled = lists.filter(({ rows }) => rows.length > 0);
  const counts = filled.map(({ relation, rows }) => `${PARTS[relation]}${rows.length}项`);
  return counts.length === 0 ? '没有任务' : counts.join('，');
};

/** One of several plans is named with its list. */
interface Offering {
  readonly of: AskedPlan;
  readonly several: boolean;
  readonly asked: Pick<WorklistAsked, 'filter' | 'format'>;
  /** What the address of the file says of it. */
  readonly query: Query;
  readonly shown?: ShownList;
}

const offer = ({ of, several, asked, query, shown }: Offering, { at, base }: Where): ListFound => {
  const worklist = worklistOf(of.bot.plan, asked.filter, at);
  if (worklist.kind !== 'worklist') return { kind: 'line', text: worklist.message };
  const plan = several ? of.id : undefined;
  const request: ListRequest = { ...(plan !== undefined && { plan }), filter: asked.filter, format: asked.format, at };
  const url = `${base}/api/worklists?${queryOf({ plan, format: asked.format, ...query })}`;
  const list: ListOffer = {
    title: `${several ? `《${of.title}》` : ''}${titleOf(worklist)}`,
    contents: contentsOf(worklist),
    request,
    ...(base !== undefined && { url }),
  };
  return { kind: 'list', list, of, ...(shown && { shown }) };
};

const namedIn = ({ text, year }: Question, of: AskedPlan, where: Where & { readonly several: boolean }) => {
  const asked = worklistAsked(text, of.bot.plan, year);
  if (!asked) return undefined;
  if (asked.kind !== 'asked') return { kind: 'line' as const, text: asked.message };
  const { unit, year: only, action } = asked.filter;
  return offer({ of, several: where.several, asked, query: { unit, year: only, action } }, where);
};

const MOST_TITLES = 6;

/** Of which plan? */
const whichOf = (plans: readonly AskedPlan[], text: string): ListFound => {
  const say = createSay('zh-Hans');
  const lines = plans.slice(0, MOST_TITLES).map(({ title, bot }) => {
    const asked = say('planAsk', { title: bot.short === '' ? title : bot.short, asked: text });
    return `· ${asked}`;
  });
  const more = plans.length > MOST_TITLES ? [`……另有${plans.length - MOST_TITLES}个计划`] : [];
  return { kind: 'line', text: ['请先说是哪个计划的清单，例如：', ...lines, ...more].join('\n') };
};

/** 导出市财政局2021年任务清单, of the plan that it names or that its conversation is about, else of the only one that has it. */
const named = (asked: Question, plans: AskedPlans, where: Where): ListFound | undefined => {
  const several = plans.list().length > 1;
  const within = { ...where, several };
  const meant = plans.meant(asked);
  if (meant) return namedIn({ ...asked, text: meant.text }, meant.plan, within);
  const found = mayBeAsked(plans, asked.plans).flatMap((of) => {
    const reply = namedIn(asked, of, within);
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

/** 导出2021年的: the list shown, for the years that are named. */
const ofYears = ({ filter }: ShownList, { years: [year, another] }: ShownRequest): WorklistFilter =>
  year === undefined ? filter : { ...filter, year: another === undefined ? year : undefined };

const offerShown = (shown: ShownList, request: ShownRequest, from: ListsFrom & { readonly where: Where }) => {
  const filter = ofYears(shown, request);
  const query = {
    question: shown.question,
    history: historyNeeded(shown, from),
    ...(filter.year !== shown.filter.year && { year: filter.year }),
  };
  const several = from.plans.list().length > 1;
  return offer({ of: shown.of, several, asked: { filter, format: request.format }, query, shown }, from.where);
};

const MOST_EXAMPLES = 3;

const requestsFor = ({ bot: { plan } }: AskedPlan): readonly string[] =>
  [...plan.registry.units.slice(0, MOST_EXAMPLES - 1).map(({ name }) => name), '全部'].map(
    (name) => `导出${name}任务清单`,
  );

const NO_YEARS: ShownRequest = { years: [], format: 'xlsx' };

/**
 * Reads 导出市财政局2021年任务清单, and 发个表 or 导出 for the list that was shown before. Undefined for anything else, which
 * is a question.
 */
export const listAsked = (asked: Question, from: ListsFrom, where: Where): ListFound | undefined => {
  const { plans } = from;
  const within = { ...from, where };
  const request = shownRequest(asked, plans);
  const isList = isListAsked(asked.text);
  if ((request || (isList && namesNothing(asked, plans))) && !isWholeAsked(asked.text)) {
    const shown = lastShown(asked, from);
    if (shown) return offerShown(shown, request ?? NO_YEARS, within);
  }
  if (isList) return named(asked, plans, where);
  const [first] = mayBeAsked(plans, asked.plans);
  return request && first ? { kind: 'which', requests: requestsFor(first) } : undefined;
};

const namesNothing = ({ text, year, plans: ids }: Question, plans: AskedPlans): boolean =>
  mayBeAsked(plans, ids).every(({ bot }) => {
    const asked = worklistAsked(text, bot.plan, year);
    return asked?.kind === 'asked' && Object.values(asked.filter).every((value) => value === undefined);
  });

/** What is said with a list that goes out as a file. */
export const listText = ({ title, contents }: ListOffer): string => `${title}：${contents}。`;

/** What is said where no file can be sent: where to get it. */
export const listLines = (list: ListOffer): readonly string[] => [
  listText(list),
  list.url === undefined ? '请打开问计的网页，在单位页或行动页下载。' : '下载：',
  ...(list.url === undefined ? [] : [list.url]),
];
