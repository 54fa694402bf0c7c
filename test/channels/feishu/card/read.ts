import { chartsOf } from '../../../../src/channels/chart.ts';
import { cardOf, pagesOf } from '../../../../src/channels/feishu/card/card.ts';
import type { CardElement, Panel, Table } from '../../../../src/channels/feishu/card/elements.ts';
import type { Reply } from '../../../../src/channels/work.ts';
import type { Answer } from '../../../../src/types.ts';
import { shownBy } from '../../../fakes/feishu-markup.ts';
import { ask, bot } from '../../../helper.ts';

export const replyOf = (answer: Answer): Reply => ({
  kind: 'answer',
  id: 'r1',
  answer,
  charts: chartsOf(answer, bot.plan),
});
export const replyTo = (question: string, ...before: readonly string[]): Reply => replyOf(ask(question, ...before));

export const LIST = '市金融工作局负责哪些任务';
export const YEARS = '金融业增加值各年的目标是多少';
export const ENGLISH = 'Which unit is responsible for the natural gas trading center?';
export const TRADITIONAL = '誰負責天然氣交易中心';

export const WELCOME: Extract<Reply, { kind: 'welcome' }> = {
  kind: 'welcome',
  id: 'r1',
  welcome: {
    text: '您好，我是问计。\n计划里的任务、单位、目标，都可以问我。',
    examples: ['高新区要干哪几件事？', YEARS],
  },
};

export const elementsOf = (reply: Reply, page = 1, others: readonly string[] = []): readonly CardElement[] =>
  cardOf(reply, page, others).body.elements;
export const pagesOfReply = (reply: Reply): readonly number[] => [...Array(pagesOf(reply)).keys()].map((at) => at + 1);

/** A group of a list is folded as large as it is written; sources are small. */
const isList = ({ elements }: Panel): boolean => elements.every(({ text_size: size }) => size === 'normal');

export const texts = (elements: readonly CardElement[]): readonly string[] =>
  elements.flatMap((element) => {
    if (element.tag === 'collapsible_panel' && isList(element))
      return [shownBy(element.header.title.content), ...texts(element.elements)];
    return element.tag === 'markdown' ? [shownBy(element.content)] : [];
  });

export const sourcesOf = (reply: Reply, page: number): readonly string[] =>
  elementsOf(reply, page).flatMap((element) =>
    element.tag === 'collapsible_panel' && !isList(element)
      ? element.elements.map(({ content }) => shownBy(content))
      : [],
  );

const rowLine = ({ columns }: Table, [year, figure, role]: readonly (string | undefined)[]): string =>
  `${year}年${figure}${/（(.+)）/.exec(columns[2]?.display_name ?? '')?.[1]}（${role}）`;

const inside = (element: CardElement): readonly CardElement[] =>
  element.tag === 'column_set' ? element.columns.flatMap(({ elements }) => elements) : [element];

export const buttonsOf = (
  reply: Reply,
  page = 1,
  others: readonly string[] = [],
): readonly (readonly [string, unknown])[] =>
  elementsOf(reply, page, others)
    .flatMap(inside)
    .flatMap((element) =>
      element.tag === 'button' ? [[element.text.content, element.behaviors[0].value] as const] : [],
    );

/** Every word of a page that a person reads; a row of a table as the answer says it. */
export const saidBy = (reply: Reply, page: number): string =>
  [
    cardOf(reply, page).header.title.content,
    ...texts(elementsOf(reply, page)),
    ...elementsOf(reply, page).flatMap((one) => (one.tag === 'collapsible_panel' ? texts(one.elements) : [])),
    ...buttonsOf(reply, page).map(([label]) => label),
    ...elementsOf(reply, page).flatMap((element) =>
      element.tag === 'table'
        ? element.rows.map(({ year, figure, role }) => rowLine(element, [year, figure, role]))
        : [],
    ),
  ].join('\n');
