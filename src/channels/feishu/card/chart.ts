import type { Say } from '../../../answer/phrases.ts';
import type { Chart, ChartPoint } from '../../chart.ts';
import type { ChartElement, Table } from './elements.ts';
import { clipTo } from './fit.ts';
import { oneLine } from './markdown.ts';
import type { CardWords } from './words.ts';

const MOST_POINTS = 20;
/** Rows of a table before it turns pages (page 表格组件). */
const MOST_ROWS = 10;
const TITLE_BYTES = 120;
const CELL_BYTES = 60;

/** Past figures and targets are told apart in the asker's words. */
const roleOf = ({ role }: ChartPoint, say: Say): string => say(role === 'past' ? 'pastMark' : 'targetMark');

const drawn = ({ points }: Chart): readonly ChartPoint[] =>
  points.filter(({ value }) => Number.isFinite(value)).slice(0, MOST_POINTS);

const short = (text: string, bytes: number): string => clipTo(oneLine(text), bytes);

/** Only options that the first clients with charts know already (page 图表组件: VChart 1.2.2). */
const chartElement = (chart: Chart, say: Say): ChartElement => ({
  tag: 'chart',
  aspect_ratio: '16:9',
  color_theme: 'brand',
  chart_spec: {
    type: 'bar',
    title: { text: `${short(chart.title, TITLE_BYTES)} (${short(chart.measure, CELL_BYTES)})` },
    data: {
      values: drawn(chart).map((point) => ({
        year: String(point.year),
        value: point.value,
        role: roleOf(point, say),
      })),
    },
    xField: 'year',
    yField: 'value',
    seriesField: 'role',
    legends: { visible: true, orient: 'bottom' },
  },
});

const table = (chart: Chart, words: CardWords, say: Say): Table => {
  const rows = drawn(chart).map((point) => ({
    year: String(point.year),
    role: roleOf(point, say),
    figure: short(point.printed, CELL_BYTES),
  }));
  return {
    tag: 'table',
    page_size: Math.min(rows.length, MOST_ROWS),
    row_height: 'low',
    columns: [
      { name: 'year', display_name: words.year, data_type: 'text' },
      { name: 'role', display_name: words.role, data_type: 'text' },
      { name: 'figure', display_name: words.figure(short(chart.measure, CELL_BYTES)), data_type: 'text' },
    ],
    rows,
  };
};

/** An indicator over the years: the picture, and under it every figure as printed. */
export const chartElements = (chart: Chart, words: CardWords, say: Say): readonly (ChartElement | Table)[] =>
  drawn(chart).length === 0 ? [] : [chartElement(chart, say), table(chart, words, say)];

/** The lines of an answer that say no more than a row of the table. */
export const linesInTable = (chart: Chart, say: Say): readonly string[] =>
  drawn(chart).map((point) =>
    say('indicatorRow', {
      year: point.year,
      value: point.printed,
      measure: chart.measure,
      role: roleOf(point, say),
    }),
  );
