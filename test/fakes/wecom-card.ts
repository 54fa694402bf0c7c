import { z } from 'zod';

/** Characters as the pages count them (字). */
const chars = (most: number) =>
  z
    .string()
    .min(1)
    .refine((text) => [...text].length <= most, `over ${most} characters`);

const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .refine((text) => Buffer.byteLength(text) <= most, `over ${most} bytes`);

const url = z.url({ protocol: /^https?$/ });

const distinct = <T>(keyOf: (item: T) => string, name: string) => ({
  test: (items: readonly T[]) => new Set(items.map(keyOf)).size === items.length,
  message: `the same ${name} twice`,
});

const listOf = <T extends z.ZodType>(item: T, most: number) => z.array(item).min(1).max(most);

const keyed = distinct<{ readonly key: string }>(({ key }) => key, 'key');
const asked = distinct<{ readonly question_key: string }>(({ question_key }) => question_key, 'question_key');
const named = distinct<{ readonly id: string }>(({ id }) => id, 'id');

/** A link needs its address; 1 is a page, 2 a mini program. */
const link = { url: url.optional(), appid: z.string().min(1).optional(), pagepath: z.string().optional() };

const hasTarget = ({ type, url, appid }: { type?: number; url?: string | undefined; appid?: string | undefined }) =>
  (type !== 1 || url !== undefined) && (type !== 2 || appid !== undefined);

const TARGET = 'a link without url or appid';
const linkType = z.union([z.literal(0), z.literal(1), z.literal(2)]);

const source = z.strictObject({
  icon_url: url.optional(),
  desc: chars(13).optional(),
  desc_color: z.int().min(0).max(3).optional(),
});

const actionMenu = z.strictObject({
  desc: z.string().min(1),
  action_list: listOf(z.strictObject({ text: z.string().min(1), key: bytes(1024) }), 3).refine(
    keyed.test,
    keyed.message,
  ),
});

const mainTitle = z
  .strictObject({ title: chars(26).optional(), desc: chars(30).optional() })
  .refine(({ title, desc }) => title !== undefined || desc !== undefined, 'neither title nor desc');

const emphasis = z.strictObject({ title: chars(10).optional(), desc: chars(15).optional() });

const quoteArea = z
  .strictObject({
    type: linkType.default(0),
    ...link,
    title: z.string().min(1).optional(),
    quote_text: z.string().min(1).optional(),
  })
  .refine(hasTarget, TARGET);

const horizontal = z
  .strictObject({
    type: z.union([z.literal(0), z.literal(1), z.literal(3)]).default(0),
    keyname: chars(5),
    value: chars(26).optional(),
    url: url.optional(),
    userid: z.string().min(1).optional(),
  })
  .refine(hasTarget, TARGET)
  .refine(({ type, userid }) => type !== 3 || userid !== undefined, 'a member without userid');

const jump = z
  .strictObject({
    type: z.union([linkType, z.literal(3)]).default(0),
    title: chars(13),
    ...link,
    question: bytes(200).optional(),
  })
  .refine(hasTarget, TARGET)
  .refine(({ type, question }) => type !== 3 || question !== undefined, 'a question without its words');

const cardAction = z.strictObject({ type: linkType, ...link }).refine(hasTarget, TARGET);

const vertical = z.strictObject({ title: chars(26), desc: chars(112).optional() });

const cardImage = z.strictObject({ url, aspect_ratio: z.number().gt(1.3).lt(2.25).optional() });

const imageTextArea = z
  .strictObject({
    type: linkType.default(0),
    ...link,
    title: z.string().min(1).optional(),
    desc: z.string().min(1).optional(),
    image_url: url,
  })
  .refine(hasTarget, TARGET);

const option = (most: number) => z.strictObject({ id: bytes(128), text: chars(most) });

const selection = z.strictObject({
  question_key: bytes(1024),
  title: chars(13).optional(),
  disable: z.boolean().optional(),
  selected_id: z.string().optional(),
  option_list: listOf(option(10), 10).refine(named.test, named.message),
});

const checkbox = z.strictObject({
  question_key: bytes(1024),
  disable: z.boolean().optional(),
  mode: z.union([z.literal(0), z.literal(1)]).optional(),
  option_list: listOf(option(11).extend({ is_checked: z.boolean().optional() }), 20).refine(named.test, named.message),
});

const button = z.strictObject({ text: chars(10), style: z.int().min(1).max(4).optional(), key: bytes(1024) });

const submit = z.strictObject({ text: chars(10), key: bytes(1024) });

const taskId = bytes(128).regex(/^[0-9A-Za-z_\-@]+$/, 'not of 0-9A-Za-z_-@');

const common = {
  source: source.optional(),
  feedback: z.strictObject({ id: bytes(256) }).optional(),
};

/** What the two notices and the buttons have beside what all have. */
const page = {
  ...common,
  action_menu: actionMenu.optional(),
  quote_area: quoteArea.optional(),
  horizontal_content_list: listOf(horizontal, 6).optional(),
};

const notice = {
  ...page,
  jump_list: listOf(jump, 3).optional(),
  card_action: cardAction.refine(({ type }) => type !== 0, 'leads nowhere'),
  task_id: taskId.optional(),
};

const form = { ...common, main_title: mainTitle, submit_button: submit, task_id: taskId };

const card = z
  .discriminatedUnion('card_type', [
    z.strictObject({
      card_type: z.literal('text_notice'),
      ...notice,
      main_title: mainTitle.optional(),
      emphasis_content: emphasis.optional(),
      sub_title_text: chars(112).optional(),
    }),
    z.strictObject({
      card_type: z.literal('news_notice'),
      ...notice,
      main_title: mainTitle,
      card_image: cardImage.optional(),
      image_text_area: imageTextArea.optional(),
      vertical_content_list: listOf(vertical, 4).optional(),
    }),
    z.strictObject({
      card_type: z.literal('button_interaction'),
      ...page,
      main_title: mainTitle,
      sub_title_text: chars(112).optional(),
      card_action: cardAction.optional(),
      button_selection: selection.optional(),
      button_list: listOf(button, 6).refine(keyed.test, keyed.message),
      task_id: taskId,
    }),
    z.strictObject({ card_type: z.literal('vote_interaction'), ...form, checkbox }),
    z.strictObject({
      card_type: z.literal('multiple_interaction'),
      ...form,
      select_list: listOf(selection, 3).refine(asked.test, asked.message),
    }),
  ])
  .refine(
    (read) => read.card_type !== 'text_notice' || read.main_title !== undefined || read.sub_title_text !== undefined,
    'text_notice: neither main_title nor sub_title_text',
  )
  .refine(
    (read) => read.card_type !== 'news_notice' || (read.card_image ?? read.image_text_area) !== undefined,
    'news_notice: neither card_image nor image_text_area',
  )
  .refine(
    (read) => !('action_menu' in read) || read.action_menu === undefined || read.task_id !== undefined,
    'action_menu: without task_id',
  );

/**
 * What WeCom would not take, or would cut, in a template card: `button_list.0.text: over 10 characters`. None for a card
 * that appears as it was written. Pages 模板卡片类型, 发送应用消息; recommended lengths (建议不超过) count as limits.
 */
export const faultsOfTemplateCard = (value: unknown): readonly string[] => {
  const read = card.safeParse(value);
  if (read.success) return [];
  return read.error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message));
};
