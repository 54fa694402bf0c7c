import { describe, expect, test } from 'vitest';
import { faultsOfCard } from '../../../fakes/feishu-card.ts';

const cardWith = (...elements: readonly object[]) => ({ schema: '2.0', body: { elements } });
const faultsOf = (card: unknown): readonly string[] => faultsOfCard(JSON.stringify(card));

const words = (content: string) => ({ tag: 'markdown', content });
const plain = (content: string) => ({ tag: 'plain_text', content });
const button = { tag: 'button', text: plain('确认'), behaviors: [{ type: 'callback', value: { a: 'ok' } }] };
const columns = (...inside: readonly object[]) => ({
  tag: 'column_set',
  columns: [{ tag: 'column', width: 'auto', elements: inside }],
});
const panel = (...inside: readonly object[]) => ({
  tag: 'collapsible_panel',
  expanded: false,
  header: { title: words('**来源**') },
  elements: inside,
});
const table = {
  tag: 'table',
  page_size: 5,
  columns: [{ name: 'a', display_name: '甲', data_type: 'text' }],
  rows: [{ a: '1' }],
};
const chart = {
  tag: 'chart',
  chart_spec: { type: 'line', data: { values: [{ time: '2', value: 8 }] }, xField: 'time', yField: 'value' },
};
const submit = { ...button, name: 'ok', form_action_type: 'submit' };
const form = (...inside: readonly object[]) => ({ tag: 'form', name: 'f', elements: inside });

/** One thing of each kind, as the platform's pages show it. */
const GOOD = {
  schema: '2.0',
  config: { update_multi: true, enable_forward: true, width_mode: 'fill', summary: { content: '摘要' } },
  header: {
    title: plain('标题'),
    template: 'blue',
    text_tag_list: [{ tag: 'text_tag', text: plain('草稿'), color: 'orange' }],
  },
  body: {
    direction: 'vertical',
    padding: '12px 12px 12px 12px',
    elements: [
      { ...words('**b** <at id=ou_1></at>\n|a|b|\n|---|:-:|\n|1|2|'), element_id: 'md1' },
      table,
      chart,
      panel(words('…')),
      columns(button, button),
      form({ tag: 'input', name: 'reason' }, submit),
    ],
  },
};

test('the fake takes a card as the pages show it', () => {
  expect(faultsOf(GOOD)).toEqual([]);
});

const BAD: readonly (readonly [string, unknown])[] = [
  ['a card of JSON 1.0', { config: {}, elements: [words('a')] }],
  ['an unknown property of the card', { ...GOOD, i18n_elements: {} }],
  ['an unknown property of an element', cardWith({ ...words('a'), lines: 2 })],
  ['a card that is not shared', { ...GOOD, config: { update_multi: false } }],
  ['a body without elements', cardWith()],
  ['an element of JSON 1.0', cardWith({ tag: 'note', elements: [plain('a')] })],
  ['an unknown tag deep inside', cardWith(panel(columns({ tag: 'action', actions: [button] })))],
  ['an empty text', cardWith(words('  '))],
  ['half a character', { ...GOOD, header: { title: plain('\ud842') } }],
  ['a control character in plain text', { ...GOOD, header: { title: plain('a\u0007') } }],
  ['a title in Markdown', { ...GOOD, header: { title: words('a') } }],
  ['an unknown colour of the title', { ...GOOD, header: { title: plain('a'), template: 'pink' } }],
  [
    'four text tags',
    { ...GOOD, header: { title: plain('a'), text_tag_list: Array(4).fill({ tag: 'text_tag', text: plain('b') }) } },
  ],
  ['201 elements', cardWith(...Array(201).fill(words('a')))],
  ['201 elements, those of buttons counted', cardWith(...Array(101).fill(button))],
  ['more than 30 KB', cardWith(words('汉'.repeat(10_000)))],
  ['30 KB by the signs escaped in the request', cardWith(words('"'.repeat(8_000)))],
  ['six tables', cardWith(...Array(6).fill(table))],
  [
    'six tables, those in Markdown counted',
    cardWith(table, table, table, words('a|b\n-|-\n1|2\n\n|a|\n|-|\n|1|\n\n|a|\n|:-:|\n|1|')),
  ],
  ['a table in a column', cardWith(columns(table))],
  ['a table in a panel', cardWith(panel(table))],
  ['a table without rows', cardWith({ ...table, rows: [] })],
  ['a table of eleven rows a page', cardWith({ ...table, page_size: 11 })],
  [
    'a table of 51 columns',
    cardWith({ ...table, columns: [...Array(51).keys()].map((at) => ({ ...table.columns[0], name: `c${at}` })) }),
  ],
  ['a cell that has no column', cardWith({ ...table, rows: [{ b: '1' }] })],
  ['a figure in a column of text', cardWith({ ...table, rows: [{ a: 1 }] })],
  ['a chart in a form', cardWith(form(chart, submit))],
  ['a chart without values', cardWith({ ...chart, chart_spec: { ...chart.chart_spec, data: { values: [] } } })],
  ['a chart of a field that no value has', cardWith({ ...chart, chart_spec: { ...chart.chart_spec, yField: 'b' } })],
  ['a chart of an unknown option', cardWith({ ...chart, chart_spec: { ...chart.chart_spec, animation: true } })],
  ['a form in a panel', cardWith(panel(form(submit)))],
  ['a form that cannot be submitted', cardWith(form({ tag: 'input', name: 'a' }))],
  ['a form with one name twice', cardWith(form({ tag: 'input', name: 'ok' }, submit))],
  ['a panel without a title', cardWith({ ...panel(words('a')), header: {} })],
  ['an empty panel', cardWith(panel())],
  ['an element_id that begins with a digit', cardWith({ ...words('a'), element_id: '1a' })],
  ['an element_id of 21 signs', cardWith({ ...words('a'), element_id: 'a'.repeat(21) })],
  ['one element_id twice', cardWith({ ...words('a'), element_id: 'a' }, { ...words('b'), element_id: 'a' })],
  ['six deep', cardWith(panel(panel(panel(panel(panel(words('a')))))))],
  ['a button that does nothing', cardWith({ tag: 'button', text: plain('a') })],
  ['a button with a bare value', cardWith({ tag: 'button', text: plain('a'), value: { a: 1 } })],
  [
    'a callback without an object',
    cardWith({ tag: 'button', text: plain('a'), behaviors: [{ type: 'callback', value: 'a' }] }),
  ],
  ['an unknown behaviour', cardWith({ tag: 'button', text: plain('a'), behaviors: [{ type: 'call', value: {} }] })],
  ['a mention of nobody', cardWith(words('<at id=someone></at>'))],
];

describe('the fake refuses', () => {
  test.each(BAD)('%s', (_, card) => {
    expect(faultsOf(card)).not.toEqual([]);
  });

  test('what is no JSON', () => {
    expect(faultsOfCard('{')).toEqual(['no JSON']);
  });
});
