import type { Desk } from '../answer/draft.ts';
import { readNumeral, writeNumeral } from '../numerals.ts';
import { canonical } from '../text.ts';
import type { Query, Task } from '../types.ts';
import { kind } from './kind.ts';
import { refusal } from './refusal.ts';
import { asks, nearestTask } from './subject.ts';

const NUMERAL = '[一二三四五六七八九十]{1,3}|\\d{1,3}';
/** 三期, C地块, 60条, A座, 第三批: a numbered part of a thing that the words before it name. */
const PART = new RegExp(
  `(?<=[\\p{Script=Han}”"）)])(?:第?(${NUMERAL})(期(?!货|权|限|间|末|研|培|班)|条(?!款|件|任务)|批|号楼|号线|标段)|([a-z])(地块|座|栋|区(?!县|域)))`,
  'u',
);
/** 这两条, 前三期 point at something said before, 哪一条 asks. */
const POINTING = /[这那哪前后上下每各几头有共]$/u;
const MOST = 99;

const spellings = (numeral: string): readonly string[] => {
  const value = /\d/.test(numeral) ? Number(numeral) : readNumeral(numeral);
  return value > 0 && value <= MOST ? [numeral, String(value), writeNumeral(value)] : [numeral];
};

const textOf = (task: Task, { clause }: Desk): string =>
  canonical([clause(task.body.clause)?.text ?? '', ...task.row.targets.map(({ text }) => text)].join(' '));

/** A phase, plot or numbered part that the plan does not have, of a thing that it has. */
export const missingPart = kind<string>({
  name: 'missing-part',
  examples: [
    '金融小镇三期什么时候建',
    '绿地国际能源金融中心C地块进度',
    '跨境金融创新60条是什么',
    '创投二十条谁落实',
    '能源金融贸易区起步区三期谁建',
    '绿地国际能源金融中心A地块哪年封顶',
    '腾讯大数据中心三期',
    '陆港金融创意小镇三期谁负责',
    '跨境金融创新100条谁落实',
    '西咸金融港五期谁负责',
    '创投五条',
    '陆港金融创意小镇四期哪年建',
    '绿地国际能源金融中心F地块',
    '前海园第五批物业什么时候交付',
    '起步区四期谁负责',
  ],
  others: [
    '陆港金融创意小镇二期谁负责',
    '绿地国际能源金融中心D地块哪年封顶',
    '腾讯大数据中心一期哪年推进',
    '前海园第一批政策什么时候导入',
    '陕西跨境金融创新50条谁落实',
  ],
  find: (query: Query, desk) => {
    if (asks(query, 'confirm', 'count') || query.clauses.length > 0) return undefined;
    const { text } = query.reading;
    const found = PART.exec(text);
    const task = nearestTask(query, desk);
    if (!found || !task || POINTING.test(text.slice(0, found.index))) return undefined;
    const [whole, numeral, part, letter, plot] = found;
    const said = numeral ? spellings(numeral).map((one) => one + part) : [`${letter}${plot}`];
    const printed = textOf(task, desk);
    return said.some((one) => printed.includes(canonical(one))) ? undefined : whole.toUpperCase();
  },
  phrase: (part, desk, query) => {
    const task = nearestTask(query, desk);
    return refusal(desk.say('noPart', { title: task ? desk.name.task(task) : '', part }), query, desk);
  },
});
