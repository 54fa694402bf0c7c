import { cardSchema } from './feishu-card-schema.ts';

const BYTES = 30_000;
const ELEMENTS = 200;
const DEPTH = 5;
const TABLES = 5;
const TABLES_IN_ONE_TEXT = 4;

/** An object with a tag, and the tags of those around it, outermost first. */
interface Tagged {
  readonly tag: string;
  readonly node: Readonly<Record<string, unknown>>;
  readonly around: readonly string[];
}

const tagged = (value: unknown, around: readonly string[] = []): readonly Tagged[] => {
  if (Array.isArray(value)) return value.flatMap((item) => tagged(item, around));
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Readonly<Record<string, unknown>>;
  const { tag } = node;
  const own = typeof tag === 'string' ? [tag] : [];
  const inside = Object.values(node).flatMap((item) => tagged(item, [...around, ...own]));
  return [...own.map((name) => ({ tag: name, node, around })), ...inside];
};

/** The line under a Markdown table's head: `|---|:-:|`. */
const TABLE_RULE = /^ {0,3}(?=[^\n]*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/gm;

const tablesInText = ({ tag, node }: Tagged): number =>
  tag === 'markdown' ? [...String(node.content).matchAll(TABLE_RULE)].length : 0;

const AT = /<at\b([^>]*)>/gi;
const AT_WHOM = /^ (?:id=(?:all|ou_\w+)|ids=ou_\w+(?:,ou_\w+)*|email=[\w.-]+@[\w.-]+)$/;

const badMentions = ({ tag, node }: Tagged): readonly string[] =>
  tag === 'markdown'
    ? [...String(node.content).matchAll(AT)].filter(([, whom]) => !AT_WHOM.test(whom ?? '')).map(([at]) => at)
    : [];

const NOT_INSIDE: Readonly<Record<string, readonly string[]>> = {
  form: ['table', 'chart', 'form'],
  column: ['table', 'form'],
  collapsible_panel: ['form'],
};

const placeFaults = ({ tag, around }: Tagged): readonly string[] => [
  ...(['table', 'form'].includes(tag) && around.length > 0 ? [`${tag} inside ${around.at(-1)}`] : []),
  ...around.filter((outer) => NOT_INSIDE[outer]?.includes(tag)).map((outer) => `${tag} inside ${outer}`),
  ...(around.length >= DEPTH ? [`${tag} is nested ${around.length + 1} deep`] : []),
];

const INTERACTIVE = ['button', 'input'];

const formFaults = (all: readonly Tagged[]): readonly string[] => {
  const inForm = all.filter(({ tag, around }) => INTERACTIVE.includes(tag) && around.includes('form'));
  const names = inForm.map(({ node }) => node.name);
  const forms = all.filter(({ tag }) => tag === 'form').length;
  const submits = inForm.filter(({ node }) => node.form_action_type === 'submit').length;
  return [
    ...(new Set(names).size < names.length || names.includes(undefined) ? ['names in a form'] : []),
    ...(submits < forms ? ['a form without a submit button'] : []),
  ];
};

const deadButtons = (all: readonly Tagged[]): readonly string[] =>
  all
    .filter(({ tag, node }) => tag === 'button' && node.behaviors === undefined && node.form_action_type === undefined)
    .map(() => 'a button that does nothing');

const countFaults = (all: readonly Tagged[]): readonly string[] => {
  const inText = all.map(tablesInText);
  const tables = all.filter(({ tag }) => tag === 'table').length + inText.reduce((sum, count) => sum + count, 0);
  const ids = all.flatMap(({ node }) => (typeof node.element_id === 'string' ? [node.element_id] : []));
  return [
    ...(all.length > ELEMENTS ? [`${all.length} elements`] : []),
    ...(tables > TABLES ? [`${tables} tables`] : []),
    ...(inText.some((count) => count > TABLES_IN_ONE_TEXT) ? ['too many tables in one text'] : []),
    ...(new Set(ids).size < ids.length ? ['an element_id twice'] : []),
  ];
};

const parse = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
};

/**
 * What the platform would refuse of the content of an interactive message; nothing when it would take it. Written from its
 * pages (卡片 JSON 2.0 结构, 富文本, 表格, 图表, 折叠面板, 按钮, 分栏, 表单容器) and not from our cards.
 */
export const faultsOfCard = (content: string): readonly string[] => {
  const card = parse(content);
  if (card === undefined) return ['no JSON'];
  const read = cardSchema.safeParse(card);
  const all = tagged((card as { readonly body?: unknown } | null)?.body);
  const everything = tagged(card);
  const bytes = Buffer.byteLength(JSON.stringify(content));
  return [
    ...(read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)),
    ...(bytes > BYTES ? [`${bytes} bytes`] : []),
    ...all.flatMap(placeFaults),
    ...everything.flatMap(badMentions),
    ...formFaults(all),
    ...deadButtons(all),
    ...countFaults(everything),
  ];
};
