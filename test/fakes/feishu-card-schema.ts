import { z } from 'zod';
import { align, color, corner, elementId, plainText, spacing, text, vertical } from './feishu-card-basics.ts';
import { chart, table } from './feishu-card-data.ts';

const markdown = z.strictObject({
  tag: z.literal('markdown'),
  element_id: elementId,
  content: text,
  text_size: z.enum(['normal', 'notation', 'heading']).optional(),
  text_align: align,
  margin: spacing,
});

const icon = z.strictObject({
  tag: z.literal('standard_icon'),
  token: z.string().regex(/^[a-z0-9-]+_(?:outlined|filled|colorful)$/),
  color: color.optional(),
  size: z
    .string()
    .regex(/^\d+px \d+px$/)
    .optional(),
});

/** Values are set by the bot and come back as they are: an object. */
const behaviour = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('callback'), value: z.record(z.string(), z.unknown()) }),
  z.strictObject({
    type: z.literal('open_url'),
    default_url: z.url(),
    pc_url: z.string().optional(),
    ios_url: z.string().optional(),
    android_url: z.string().optional(),
  }),
]);

const BUTTONS = 'text default primary danger primary_text danger_text primary_filled danger_filled laser'.split(' ');

const button = z.strictObject({
  tag: z.literal('button'),
  element_id: elementId,
  name: z.string().min(1).optional(),
  text: plainText,
  type: z.enum(BUTTONS as [string, ...string[]]).optional(),
  size: z.enum(['tiny', 'small', 'medium', 'large']).optional(),
  width: z.union([z.enum(['default', 'fill']), z.string().regex(/^\d{3,}px$/)]).optional(),
  disabled: z.boolean().optional(),
  confirm: z.strictObject({ title: plainText, text: plainText }).optional(),
  form_action_type: z.enum(['submit', 'reset']).optional(),
  behaviors: z.array(behaviour).min(1).max(2).optional(),
});

const elements = (): z.ZodType => z.array(element).min(1);

const columnSet = z.strictObject({
  tag: z.literal('column_set'),
  element_id: elementId,
  flex_mode: z.enum(['none', 'stretch', 'flow', 'bisect', 'trisect']).optional(),
  horizontal_spacing: z.string().optional(),
  horizontal_align: align,
  margin: spacing,
  background_style: z.string().optional(),
  columns: z
    .array(
      z.strictObject({
        tag: z.literal('column'),
        element_id: elementId,
        width: z.union([z.enum(['auto', 'weighted']), z.string().regex(/^\d+px$/)]).optional(),
        weight: z.int().min(1).max(5).optional(),
        vertical_align: vertical,
        vertical_spacing: z.string().optional(),
        padding: spacing,
        background_style: z.string().optional(),
        get elements() {
          return elements();
        },
      }),
    )
    .min(1),
});

const panel = z.strictObject({
  tag: z.literal('collapsible_panel'),
  element_id: elementId,
  expanded: z.boolean().optional(),
  padding: spacing,
  margin: spacing,
  background_color: color.optional(),
  header: z.strictObject({
    title: z.discriminatedUnion('tag', [plainText, markdown]),
    icon: icon.optional(),
    icon_position: z.enum(['left', 'right', 'follow_text']).optional(),
    icon_expanded_angle: z.union([-180, -90, 90, 180].map((angle) => z.literal(angle))).optional(),
  }),
  border: z.strictObject({ color: color.optional(), corner_radius: corner }).optional(),
  get elements() {
    return elements();
  },
});

const form = z.strictObject({
  tag: z.literal('form'),
  element_id: elementId,
  name: z.string().min(1),
  get elements() {
    return elements();
  },
});

const input = z.strictObject({
  tag: z.literal('input'),
  element_id: elementId,
  name: z.string().min(1),
  required: z.boolean().optional(),
  label: plainText.optional(),
  placeholder: plainText.optional(),
  max_length: z.int().min(1).max(1000).optional(),
  default_value: z.string().optional(),
});

const element: z.ZodType = z.lazy(() =>
  z.discriminatedUnion('tag', [markdown, button, table, chart, columnSet, panel, form, input]),
);

const TEMPLATES = 'blue wathet turquoise green yellow orange red carmine violet purple indigo grey default'.split(' ');

const textTag = z.strictObject({ tag: z.literal('text_tag'), text: plainText, color: color.optional() });

/** A card of JSON 2.0 with the tags, properties and values that the platform's pages name, and no others. */
export const cardSchema = z.strictObject({
  schema: z.literal('2.0'),
  config: z
    .strictObject({
      update_multi: z.literal(true),
      streaming_mode: z.boolean().optional(),
      enable_forward: z.boolean().optional(),
      width_mode: z.enum(['fill', 'compact', 'default']).optional(),
      summary: z.strictObject({ content: text }).optional(),
    })
    .optional(),
  header: z
    .strictObject({
      title: plainText,
      subtitle: plainText.optional(),
      template: z.enum(TEMPLATES as [string, ...string[]]).optional(),
      text_tag_list: z.array(textTag).max(3).optional(),
    })
    .optional(),
  body: z.strictObject({
    direction: z.enum(['vertical', 'horizontal']).optional(),
    padding: spacing,
    vertical_spacing: z
      .string()
      .regex(/^\d+px$/)
      .optional(),
    elements: elements(),
  }),
});
