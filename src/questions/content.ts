import type { Desk, Draft } from '../answer/draft.ts';
import { bodyCitation, rowCitation, silent, titleNotices, yearHead } from '../answer/task-sources.ts';
import type { Clause, PassageHit, Query, Task } from '../types.ts';
import { kind } from './kind.ts';
import { asks, nearestTask, targetYears, yearsWithin } from './subject.ts';
import { cellsOf, sentencesAbout } from './task-parts.ts';

type Content =
  | {
      readonly kind: 'task';
      readonly task: Task;
      readonly passages: readonly PassageHit[];
      readonly years: readonly number[];
    }
  | { readonly kind: 'clause'; readonly clause: Clause };

const NEAR_BEST = 0.7;

const findContent = (query: Query, desk: Desk): Content | undefined => {
  if (asks(query, 'most')) return undefined;
  /** Nothing is asked in words of asking, and hardly a word is the plan's: it is not about the plan. */
  if (query.confidence === 'weak' && query.intents.size === 0 && query.tasks.length === 0) return undefined;
  const topic = query.topic;
  if (topic && topic.kind !== 'task' && topic.kind !== 'indicator') {
    const clause = desk.clause(topic.clause);
    return clause && { kind: 'clause', clause };
  }
  const task = nearestTask(query, desk);
  if (!task) return undefined;
  const found = sentencesAbout(query.subject, task, desk);
  const best = found[0]?.score ?? 0;
  return {
    kind: 'task',
    task,
    passages: best > 0.15 ? found.filter(({ score }) => score >= best * NEAR_BEST).slice(0, 2) : [],
    years: yearsWithin(query, desk),
  };
};

const phraseTask = ({ task, passages, years }: Extract<Content, { kind: 'task' }>, desk: Desk): Draft => {
  const pieces = passages
    .filter(({ passage }) => passage.clause === task.body.clause)
    .map(({ passage }) => passage.text);
  const rows = passages.filter(({ passage }) => passage.year !== undefined);
  const cells = years.length === 0 ? task.row.targets : cellsOf(task, years);
  const same = new Set(cells.map(({ text }) => text)).size === 1 && cells.length > 1;
  const first = cells[0];
  return {
    status: 'answered',
    lines: [
      desk.name.task(task),
      ...rows.map(({ passage }) => desk.say('targetLine', { year: passage.year ?? '', text: passage.text })),
      `${desk.say('bodySays')}${task.body.text}`,
      desk.say('annexSays'),
      ...(same && first
        ? [desk.say('targetLine', { year: cells.map(({ year }) => year).join('、'), text: first.text })]
        : cells.map(({ year, text }) => desk.say('targetLine', { year, text }))),
    ],
    citations: [
      pieces.length > 0
        ? bodyCitation(desk, task, ...[...pieces].sort((a, b) => task.body.text.indexOf(a) - task.body.text.indexOf(b)))
        : bodyCitation(desk, task, task.body.text),
      rowCitation(desk, task, ...cells.map(({ text }) => text)),
      silent(desk.cite(task.body.clause)),
      ...yearHead(
        desk,
        cells.map(({ year }) => year),
      ),
    ],
    notices: titleNotices(desk, task),
    tasks: [task.number],
    suggestions: [
      desk.say('askWho', { title: desk.name.short(task) }),
      desk.say('askTarget', { title: desk.name.short(task), year: targetYears(desk).at(-1) ?? '' }),
    ],
  };
};

const FIGURE = /\d|[百千万亿]+(?:亿|元|家)/u;

/** An amount was asked for, and the clause that speaks of it gives none. */
const figureMissing = ({ text }: Clause, query: Query): boolean =>
  asks(query, 'amount') && !FIGURE.test(text.replace(/^\d+\./, ''));

/** What a measure, a safeguard or another clause says. */
export const content = kind<Content>({
  name: 'content',
  examples: [
    '供应链金融这一条讲的是什么？',
    '领军人才“绿卡通”管什么',
    '金融小镇怎么建',
    '地方类金融协会要做什么',
    '工作推进会由谁召开',
    '扶贫小额贷款有什么要求',
    '资金支持是怎么写的',
    '直投直贷出现在哪条',
    '曲江文化产业指数是干嘛用的',
    '引进总部那条里提到了哪些项目',
    '农业保单融资说的是啥',
    '创业英雄汇写在哪里',
    '数据平台要归集哪些数据',
    '金融商务区要配套些什么',
    '“通丝路”平台是做什么的',
    '政府诚信那段原文',
    '绿色债券怎么说的',
    '金融顾问从哪里选聘',
    '银行卡中心建在哪个区',
    'what does the plan say about aircraft leasing',
    '扶持办法修订的原文是什么',
  ],
  others: ['天然气交易中心谁负责', '“三个经济”指的是什么', '第21项是什么任务', '绿色金融引领行动的具体目标是什么'],
  find: findContent,
  phrase: (facts, desk, query) => {
    switch (facts.kind) {
      case 'task':
        return phraseTask(facts, desk);
      case 'clause':
        return {
          status: 'answered',
          lines: [
            desk.say(figureMissing(facts.clause, query) ? 'noFigure' : 'says', { label: facts.clause.label }),
            facts.clause.text,
          ],
          citations: [desk.cite(facts.clause.id)],
        };
    }
  },
});
