import { counted, type Desk, type Draft } from '../answer/draft.ts';
import type { Clause } from '../types.ts';
import { kind } from './kind.ts';

interface Facts {
  readonly part: Clause;
  readonly children: readonly Clause[];
}

/** What stands directly below a part: goals, safeguards, actions. */
const childrenOf = (part: Clause, { plan }: Desk): readonly Clause[] =>
  plan.clauses.filter(
    ({ id, kind: what }) =>
      new RegExp(`^${part.id}\\.\\d+$`).test(id) &&
      (what !== 'heading' || plan.actions.some(({ goal }) => goal === `${id}.1`)),
  );

const firstSentence = (text: string): string => /^[^。]*。?/.exec(text)?.[0] ?? text;

/** A part of the plan as a whole: 行动目标, 重大行动, 实施保障. */
export const part = kind<Facts>({
  name: 'part',
  examples: [
    '实施保障有哪几条',
    '行动目标有哪几个方面',
    '重大行动有哪些',
    '指导思想是什么',
    '五大目标是什么',
    '保障措施有几条',
    '行动目标讲了什么',
    '实施保障一共几条，分别是什么',
    '计划有哪些重大行动',
    '指导思想怎么写的',
    '五个目标分别说什么',
    '实施保障都有啥',
    '列一下行动目标',
    '保障措施都有哪些',
    '指导思想的原文',
  ],
  others: [
    '实施保障第三条讲什么',
    '绿色金融引领行动的具体目标是什么',
    '一共有几个行动、多少项任务',
    '行动目标第二条',
    '工作推进会由谁召开',
  ],
  find: (query, desk) => {
    const asked = query.clauses.find(({ clause }) => /^\d+$/.test(clause));
    const found = desk.clause(asked?.clause);
    if (!found || query.units.length + query.tasks.length + query.actions.length > 0) return undefined;
    return { part: found, children: childrenOf(found, desk) };
  },
  phrase: ({ part: whole, children }, { say, cite }): Draft => {
    const [head = '', ...rest] = whole.text.split('\n');
    if (children.length === 0) return { status: 'answered', lines: [head, ...rest], citations: [cite(whole.id)] };
    return {
      status: 'answered',
      brief: true,
      lines: [
        say('partHead', { label: '', title: head, count: children.length }),
        ...children.map(({ text }) => firstSentence(text)),
      ],
      citations: children.map(({ id }) => cite(id)),
      computed: [
        counted(
          children.length,
          '该部分的条数',
          children.map(({ id }) => id),
        ),
      ],
    };
  },
});
