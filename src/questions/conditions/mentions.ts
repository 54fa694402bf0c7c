import { canonical } from '../../text.ts';
import type { Task } from '../../types.ts';
import { targetYears, yearsWithin } from '../subject.ts';
import { cellsOf } from '../task-parts.ts';
import type { ReadConditions } from './condition.ts';

const WORD = '[“"]?([\\p{Script=Han}A-Za-z0-9+]{2,12}?)[”"]?';
/** 提到“区块链”的任务有哪些, 哪几项写到了保险. */
const SPEAKING = [
  new RegExp(
    `(?:涉及|涉及到|提到|提及|写到|写了|出现|说到|讲到|谈到|含有|包含|带有|关于|有关|跟|和|与)(?:了|过)?${WORD}(?:这个词|这几个字|字样|二字|有关|相关)?(?:的)(?:任务|工作|条款|项目|那?几?(?:项|条))`,
    'u',
  ),
  new RegExp(
    `哪(?:些|几)?(?:个|项|条)?(?:任务|条款|项|条)?(?:里|中|里头|里面)?(?:都)?(?:提到|提及|写到|写了|出现|说到|讲到|涉及|谈到|含有|包含)(?:到|了|过)*${WORD}(?:这个词|字样|二字)?$`,
    'u',
  ),
  /(?:tasks?|items?|measures?) (?:that |which )?(?:mentions?|contains?|refers? to|involves?) [“"]?([\p{Script=Han}\w+ ]{2,20})[”"]?$/u,
];

const textOf = (task: Task, years: readonly number[]): string =>
  canonical(
    [task.body.title, task.body.text, task.row.title, ...cellsOf(task, years).map(({ text }) => text)].join('\n'),
  );

/** Words that speak of the tasks themselves, not of what stands in them. */
const OF_TASKS = /金额|数字|数量|日期|目标|单位|任务|百分|比例|次数|家数|行动|年/u;

/** Tasks whose text has a word: asked so, every one of them is wanted and not the nearest. */
export const readMentions: ReadConditions = (query, desk) => {
  const text = query.reading.text
    .replace(/[?？。！!\s]+$/u, '')
    .replace(/(?:有哪些|有哪几(?:项|条)|有几(?:项|条)|是哪(?:些|几项|几条))$/u, '');
  const found = SPEAKING.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  const word = found?.[1];
  if (!found || !word || OF_TASKS.test(word)) return [];
  const years = query.years.length > 0 ? yearsWithin(query, desk) : targetYears(desk);
  const wanted = canonical(word);
  if (!desk.plan.tasks.some((task) => textOf(task, years).includes(wanted))) return [];
  return [
    {
      says: desk.say('conditionMentions', { word }),
      words: [found[0], word],
      holds: (task) => textOf(task, years).includes(wanted),
      shows: (task) => cellsOf(task, years).filter(({ text: cell }) => canonical(cell).includes(wanted)),
    },
  ];
};
