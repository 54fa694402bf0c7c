import { z } from 'zod';
import { align, color, elementId, text, vertical } from './feishu-card-basics.ts';

const column = z.strictObject({
  name: z.string().min(1),
  display_name: text,
  data_type: z.enum(['text', 'lark_md', 'markdown', 'number', 'options', 'persons', 'date']),
  width: z.union([z.literal('auto'), z.string().regex(/^\d+(?:px|%)$/)]).optional(),
  horizontal_align: align,
  vertical_align: vertical,
  format: z.strictObject({ symbol: z.string(), precision: z.int(), separator: z.boolean() }).partial().optional(),
  date_format: z.string().optional(),
});

const CELLS: Readonly<Record<z.output<typeof column>['data_type'], z.ZodType>> = {
  text: z.string(),
  lark_md: z.string(),
  markdown: z.string(),
  number: z.number(),
  options: z.array(z.strictObject({ text: z.string(), color })),
  persons: z.union([z.string(), z.array(z.string())]),
  date: z.number(),
};

export const table = z
  .strictObject({
    tag: z.literal('table'),
    element_id: elementId,
    page_size: z.int().min(1).max(10).optional(),
    row_height: z.union([z.enum(['low', 'middle', 'high', 'auto']), z.string().regex(/^\d{2,3}px$/)]).optional(),
    row_max_height: z
      .string()
      .regex(/^\d{2,3}px$/)
      .optional(),
    freeze_first_column: z.boolean().optional(),
    header_style: z
      .strictObject({
        text_align: align,
        text_size: z.enum(['normal', 'heading']).optional(),
        background_style: z.enum(['none', 'grey']).optional(),
        text_color: z.enum(['default', 'grey']).optional(),
        bold: z.boolean().optional(),
        lines: z.int().min(1).optional(),
      })
      .optional(),
    columns: z.array(column).min(1).max(50),
    rows: z.array(z.record(z.string(), z.unknown())).min(1),
  })
  .superRefine(({ columns, rows }, context) => {
    const types = new Map(columns.map(({ name, data_type }) => [name, data_type]));
    if (types.size < columns.length) context.addIssue('two columns of one name');
    for (const [name, cell] of rows.flatMap((row) => Object.entries(row))) {
      const type = types.get(name);
      if (!type) context.addIssue(`a cell of no column: ${name}`);
      else if (!CELLS[type].safeParse(cell).success) context.addIssue(`a cell that is no ${type}: ${name}`);
    }
  });

const field = z.union([z.string(), z.array(z.string()).min(1)]);
const values = z.array(z.record(z.string(), z.union([z.string(), z.number()]))).min(1);

const chartSpec = z
  .strictObject({
    type: z.enum(['line', 'area', 'bar']),
    title: z.strictObject({ text }).optional(),
    data: z.strictObject({ values }),
    direction: z.enum(['horizontal', 'vertical']).optional(),
    xField: field,
    yField: field,
    seriesField: z.string().optional(),
    label: z.strictObject({ visible: z.boolean() }).optional(),
    legends: z
      .strictObject({ visible: z.boolean(), orient: z.enum(['bottom', 'top', 'left', 'right']) })
      .partial()
      .optional(),
  })
  .superRefine(({ data, xField, yField, seriesField }, context) => {
    for (const name of [xField, yField, seriesField ?? []].flat())
      if (!data.values.every((value) => Object.hasOwn(value, name))) context.addIssue(`a value without ${name}`);
  });

export const chart = z.strictObject({
  tag: z.literal('chart'),
  element_id: elementId,
  aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']).optional(),
  color_theme: z.enum(['brand', 'rainbow', 'complementary', 'converse', 'primary']).optional(),
  preview: z.boolean().optional(),
  height: z.union([z.literal('auto'), z.string().regex(/^[1-9]\d{0,2}px$/)]).optional(),
  chart_spec: chartSpec,
});
