import { dayOf, inChina, mondayOf } from '../../china-time.ts';
import type { LivePlan } from '../../overlay/live-plan.ts';
import { wordLine } from '../../overlay/things.ts';
import type { Day, Sums } from '../../store/days.ts';
import { channelsOf, share } from './by-channel.ts';
import { channelName } from './names.ts';

/** One week, from Monday to Sunday in China, as far as it is over. */
export interface Week {
  /** Its Monday: 2026-01-26. */
  readonly monday: string;
  /** 1月26日至2月1日 */
  readonly title: string;
  readonly days: readonly Day[];
  /** Words that were added and stand: “小蓝平台”指 任务43 …. */
  readonly words: readonly string[];
}

const DAY = 86_400_000;

const shortDay = (at: number): string => {
  const local = inChina(at);
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日`;
};

/** So many days reach back to the Monday of the week before. */
export const daysBack = (weeks: number): number => 7 * (weeks + 1);

/** The Monday so many weeks ago, at midnight in China. Milliseconds since the epoch. */
export const mondayAgo = (ago: number, now: number): number => mondayOf(now) - 7 * ago * DAY;

/** What a week is made of: days as they were counted, and the plans whose words may be new. */
export interface WeekOf {
  readonly days: readonly Day[];
  readonly plans: readonly LivePlan[];
}

/** The week so many weeks ago; 0 is this one. The days may be more than those of the week. */
export const weekAgo = (ago: number, now: number, { days, plans }: WeekOf): Week => {
  const from = mondayAgo(ago, now);
  const [monday, sunday] = [dayOf(from), dayOf(from + 6 * DAY)];
  const within = (day: string): boolean => day >= monday && day <= sunday;
  const words = plans.flatMap(({ bot }) =>
    bot
      .words()
      .entries.filter(({ at, undone }) => !undone && within(dayOf(Date.parse(at))))
      .map((entry) => wordLine(bot.plan, entry)),
  );
  return {
    monday,
    title: `${shortDay(from)}至${shortDay(from + 6 * DAY)}`,
    days: days.filter(({ day }) => within(day)),
    words,
  };
};

/** A week's questions and verdicts, wherever they came from. */
export const sumsOf = ({ days }: Pick<Week, 'days'>): Sums => {
  const sum = (of: (day: Day) => number): number => days.reduce((all, day) => all + of(day), 0);
  return {
    questions: sum(({ questions }) => questions),
    answered: sum(({ statuses }) => statuses.answered),
    clarify: sum(({ statuses }) => statuses.clarify),
    not_found: sum(({ statuses }) => statuses.not_found),
    useful: sum(({ feedback }) => feedback.useful),
    wrong: sum(({ feedback }) => feedback.wrong),
  };
};

/** Nothing was asked, judged or added. */
export const isEmpty = (week: Week): boolean =>
  week.words.length === 0 && Object.values(sumsOf(week)).every((count) => count === 0);

/** New words in a message; the others are counted. */
const MOST_WORDS = 5;

const wordsLine = (words: readonly string[]): readonly string[] => {
  if (words.length === 0) return ['新增叫法 0'];
  const more = words.length > MOST_WORDS ? `；另 ${words.length - MOST_WORDS} 个` : '';
  return [`新增叫法 ${words.length}：${words.slice(0, MOST_WORDS).join('；')}${more}`];
};

/** A week as a message for the administrators; `open` are groups that nobody has seen to. */
export const weekMessage = (week: Week, open: number, desk: string | undefined): string => {
  const { questions, answered, clarify, not_found, useful, wrong } = sumsOf(week);
  const rate = questions === 0 ? '' : `（${share(answered, questions)}）`;
  return [
    `问计每周小结（${week.title}）`,
    `提问 ${questions}：已回答 ${answered}${rate}，反问 ${clarify}，答不了 ${not_found}`,
    `读者评价：有用 ${useful}，有误 ${wrong}`,
    ...wordsLine(week.words),
    ...channelsOf(week.days).map(
      (one) =>
        `${channelName(one.name)}：提问 ${one.questions}，已回答 ${one.answered}，反问 ${one.clarify}，答不了 ${one.not_found}，有误 ${one.wrong}`,
    ),
    `待处理的问题 ${open} 个${desk === undefined ? '' : `：${desk}/admin/questions`}`,
  ].join('\n');
};
