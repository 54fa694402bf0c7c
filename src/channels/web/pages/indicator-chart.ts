import type { Indicator, IndicatorValue } from '../../../types.ts';

/** Drawn at the width of a phone, so that its words stay readable there; wider places enlarge it. */
const SIZE = { width: 340, height: 210 };

/** Colours are names of the style sheet, so that they follow light and dark. */
const COLOURS = { ink: 'var(--ink)', soft: 'var(--soft)', line: 'var(--line)', accent: 'var(--accent)' };
const TEXT = { fontSize: 13, textBorderWidth: 0 };

/** A past figure is a filled bar, a target an outlined one. */
const barOf = ({ printed, role }: IndicatorValue) => ({
  value: Number(printed),
  label: { formatter: printed },
  itemStyle: {
    color: role === 'past' ? COLOURS.accent : 'none',
    borderColor: COLOURS.accent,
    borderWidth: 2,
    borderType: role === 'past' ? ('solid' as const) : ([5, 3] as number[]),
  },
});

const optionOf = ({ values }: Indicator) => ({
  animation: false,
  grid: { left: 6, right: 6, top: 26, bottom: 26 },
  xAxis: {
    type: 'category' as const,
    data: values.map(({ year }) => `${year}`),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: COLOURS.soft } },
    axisLabel: { ...TEXT, color: COLOURS.soft },
  },
  // Bars begin at nothing, or their lengths would lie.
  yAxis: { type: 'value' as const, min: 0, show: false },
  series: [
    {
      type: 'bar' as const,
      silent: true,
      barWidth: '56%',
      label: { show: true, position: 'top' as const, ...TEXT, color: COLOURS.ink },
      data: values.map(barOf),
    },
  ],
});

/** What a strict page takes no part of: style elements and attributes, and marks for a script in the browser. */
const plain = (svg: string): string =>
  svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:style|class|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/^<svg [^>]*viewBox="([^"]*)"[^>]*>/, '<svg viewBox="$1" aria-hidden="true" focusable="false">');

/** Draws indicators as SVG; the library is loaded with the first drawing. */
export const createDrawing = async (): Promise<(indicator: Indicator) => string> => {
  const { init } = await import('echarts/dist/echarts.esm.min');
  return (indicator) => {
    const chart = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
    chart.setOption(optionOf(indicator));
    const svg = chart.renderToSVGString();
    chart.dispose();
    return plain(svg);
  };
};
