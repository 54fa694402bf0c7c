import { z } from 'zod';
import type { Card } from '../../src/channels/feishu/card/card.ts';
import type { Button, CardElement, ChartElement, Table } from '../../src/channels/feishu/card/elements.ts';
import type { FeishuSent } from './feishu-stand-in.ts';
import { boxed, markOf } from './show.ts';

/** Signs that a card's Markdown would read, written as entities. */
const ENTITY = /&#(\d{1,7});/g;
const TEXT_TAG = /<text_tag color='\w+'>(.*?)<\/text_tag>/g;
const BOLD = /\*\*(.*?)\*\*/g;

/** Markdown as it reads on a card. */
const readable = (markdown: string): string =>
  markdown
    .replace(TEXT_TAG, '【$1】')
    .replace(BOLD, '$1')
    .replaceAll('&emsp;', '　')
    .replace(ENTITY, (_, code: string) => String.fromCodePoint(Number(code)));

/** The buttons of an element, in the order in which they are read. */
const buttonsIn = (element: CardElement): readonly Button[] => {
  switch (element.tag) {
    case 'button':
      return [element];
    case 'column_set':
      return element.columns.flatMap(({ elements }) => elements.flatMap(buttonsIn));
    case 'markdown':
    case 'collapsible_panel':
    case 'chart':
    case 'table':
      return [];
  }
};

/** The buttons of a card. */
export const buttonsOf = ({ body }: Card): readonly Button[] => body.elements.flatMap(buttonsIn);

const chartSchema = z.object({
  title: z.object({ text: z.string() }),
  data: z.object({ values: z.array(z.object({ year: z.string(), value: z.number(), role: z.string() })) }),
});

const BAR = 24;

/** A bar chart as lines: the year, a bar, the figure, what it is. */
const showChart = ({ chart_spec }: ChartElement): readonly string[] => {
  const { title, data } = chartSchema.parse(chart_spec);
  const highest = Math.max(...data.values.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  const bar = (value: number): string => '▇'.repeat(Math.max(1, Math.round((Math.abs(value) / highest) * BAR)));
  return [title.text, ...data.values.map(({ year, value, role }) => `${year} ${bar(value)} ${value} ${role}`)];
};

const showTable = ({ columns, rows }: Table): readonly string[] => [
  columns.map(({ display_name }) => display_name).join(' ｜ '),
  ...rows.map((row) => columns.map(({ name }) => row[name] ?? '').join(' ｜ ')),
];

const showElement = (element: CardElement, mark: (button: Button) => string): readonly string[] => {
  switch (element.tag) {
    case 'markdown':
      return readable(element.content).split('\n');
    case 'button':
      return [mark(element)];
    case 'column_set':
      return [
        element.columns.flatMap(({ elements }) => elements.flatMap((inner) => showElement(inner, mark))).join('  '),
      ];
    case 'collapsible_panel':
      return [
        `▼ ${readable(element.header.title.content)}`,
        ...element.elements.flatMap((inner) => showElement(inner, mark).map((line) => `  ${line}`)),
      ];
    case 'chart':
      return showChart(element);
    case 'table':
      return showTable(element);
  }
};

const showCard = (card: Card): readonly string[] => {
  const buttons = buttonsOf(card);
  const mark = (button: Button): string => `${markOf(buttons.indexOf(button))}[${button.text.content}]`;
  return boxed(
    card.header.title.content,
    card.body.elements.flatMap((element) => showElement(element, mark)),
  );
};

const fileSchema = z.object({ file_key: z.string() });
const textSchema = z.object({ text: z.string() });

/** A message as it looks on a phone, the panel of sources opened. */
export const showFeishu = ({ msg_type, content }: FeishuSent): readonly string[] => {
  switch (msg_type) {
    case 'interactive':
      return showCard(JSON.parse(content) as Card);
    case 'file':
      return boxed(undefined, [`[文件] ${fileSchema.parse(JSON.parse(content)).file_key}`]);
    case 'text':
      return boxed(undefined, textSchema.parse(JSON.parse(content)).text.split('\n'));
  }
};
