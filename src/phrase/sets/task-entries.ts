import type { Desk } from '../../answer/draft.ts';
import type { Block, Shown, Standing, TaskEntry, TaskList } from '../../execute/sets/result.ts';
import { leadIn } from '../../execute/sets/roles.ts';
import { conditionsOf } from '../../execute/sets/tests-in.ts';
import type { SetOf } from '../../values.ts';
import { differenceLines } from './difference-lines.ts';
import { excerpt } from './excerpt.ts';
import type { ListFrame } from './frame.ts';
import { whereOnly } from './notices.ts';
import { allYears, cellsOf, taskLine, yearsOf } from './parts.ts';

/** So much of a text a phone shows of a list; its sources and notes take their share. */
const ROOM = 3900;
const [NOTES, SOURCES, SOURCE] = [400, 150, 13];
/** What stands around an excerpt: the year, the blanks before it. */
const AROUND = 12;
const SHORTEST = 16;
const LONGEST = 160;
const MOST_SHOWN = 4;

const roleMark = ({ task, standings }: TaskEntry, units: number, { say, name }: Desk): string => {
  if (standings.length === 0) return '';
  const verb = ({ unit, role }: Standing) =>
    leadIn(task)?.includes(unit) && role === 'responsible'
      ? say('verbLead')
      : say(role === 'responsible' ? 'verbResponsible' : 'verbSupporting');
  const list = standings.map((one) =>
    units > 1 ? say('unitRole', { unit: name.unit(one.unit), verb: verb(one) }) : verb(one),
  );
  return say('markUnitRole', { list: [...new Set(list)].join('、') });
};

const whereMark = (standings: readonly Standing[], units: number, desk: Desk): string =>
  standings
    .map((standing) => {
      const where = whereOnly(standing, desk);
      if (where === '' || units <= 1) return where;
      return desk.say('markUnit', {
        unit: desk.name.unit(standing.unit),
        where: where.replace(/^[（(\s]+|[）)]+$/g, ''),
      });
    })
    .join('');

const anyRole = (set: SetOf): boolean =>
  conditionsOf(set).some(({ test, not }) => !not && test.test === 'has' && test.role === 'any');

const markOf = (entry: TaskEntry, block: Block, { query, desk }: ListFrame): string => {
  const units = new Set(entry.standings.map(({ unit }) => unit)).size;
  const roles = block.role === undefined && anyRole(query.of) ? roleMark(entry, units, desk) : '';
  const count = entry.count === undefined ? '' : desk.say('markCount', { count: entry.count });
  return `${roles}${whereMark(entry.standings, units, desk)}${count}`;
};

/** What bears a task out, the same words of several years as one. */
const shownLines = (shown: readonly Shown[], budget: number, { say }: Desk): readonly string[] => {
  const byText = new Map<string, Shown[]>();
  for (const one of shown) {
    const key = `${one.part} ${one.text}`;
    byText.set(key, [...(byText.get(key) ?? []), one]);
  }
  return [...byText.values()].slice(0, MOST_SHOWN).flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const years = [...new Set(same.flatMap(({ year }) => year ?? []))].join('、');
    const text = excerpt(first.text, Math.max(budget, first.printed.length + SHORTEST));
    if (first.part === 'body') return [`   ${say('shownBody', { text })}`];
    return [`   ${years === '' ? say('shownAnnexTitle', { text }) : say('shownAnnex', { years, text })}`];
  });
};

/** Returns the years whose targets stand beneath each task: those asked for, unless a condition shows its own words. */
export const targetYears = (list: TaskList, { query, desk }: ListFrame): readonly number[] => {
  if (list.blocks.some(({ entries }) => entries.some(({ shown }) => shown.length > 0))) return [];
  if (conditionsOf(query.of).some(({ test }) => test.test === 'figure' || test.test === 'same')) return [];
  return query.every && query.years.length === 0 ? allYears(desk) : yearsOf(query, desk).within;
};

/** How the entries of a list are laid out. */
export interface Layout {
  readonly frame: ListFrame;
  readonly years: readonly number[];
  /** Years whose targets were asked for and do not fit. */
  readonly left: readonly number[];
  readonly budget: number;
}

/** Returns how long the plan's words beneath each task may be; less than nothing when there is no room for them. */
const lengthFor = (entries: readonly TaskEntry[], pieces: number, { desk }: ListFrame): number => {
  const titles = entries.reduce((sum, { task }) => sum + taskLine(desk, task).length + 1, 0);
  const room = ROOM - NOTES - SOURCES - entries.length * SOURCE - titles;
  return Math.min(LONGEST, Math.floor(room / Math.max(1, pieces)) - AROUND);
};

/** Returns the layout of some entries: with each year's target where they fit, without where they do not. */
export const layoutOf = (entries: readonly TaskEntry[], asked: readonly number[], frame: ListFrame): Layout => {
  const shown = entries.reduce((sum, one) => sum + Math.min(MOST_SHOWN, one.shown.length), 0);
  const budget = lengthFor(entries, entries.length * asked.length + shown, frame);
  const fits = budget >= SHORTEST || asked.length === 0;
  return { frame, years: fits ? asked : [], left: fits ? [] : asked, budget: Math.max(SHORTEST, budget) };
};

/** Returns the lines of one task: its number and title, then what was asked for of it. */
export const entryLines = (entry: TaskEntry, block: Block, layout: Layout): readonly string[] => {
  const { frame, years, budget } = layout;
  const { desk, query } = frame;
  return [
    taskLine(desk, entry.task, markOf(entry, block, frame)),
    ...differenceLines(entry.task, query.of, desk),
    ...shownLines(entry.shown, budget, desk),
    ...cellsOf(entry.task, years).map(
      ({ year, text }) => `   ${desk.say('targetLine', { year, text: excerpt(text, budget) })}`,
    ),
  ];
};

/** Returns the line that says which years' targets a long list leaves out. */
export const leftOut = ({ left, frame: { desk } }: Layout): readonly string[] =>
  left.length > 0 ? [desk.say('targetsLeftOut', { years: left.join('、') })] : [];
