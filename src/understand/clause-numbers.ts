import { readNumeral } from '../numerals.ts';
import type { ClauseId, Mention } from '../types.ts';

const NUMERAL = '[一二三四五六七八九十]{1,3}|\\d{1,3}';
/** 第21项, 第二十一条任务, 附件21项, 任务21, item 21, row 21 */
const ROW = new RegExp(
  `(?:第(${NUMERAL})(?:项|条|号|行|个)(?:主要)?(?:任务|工作|事项)?|(?:附件|附表|分解表|序号|任务)第?(\\d{1,3})(?!\\d)(?:项|条|号|行)?|(?<![\\d.])(\\d{1,3})号任务|\\b(?:item|row|task|no\\.?|number) ?(\\d{1,3})\\b)(?!个?(?:行动|指标|段|季度|年|届))`,
  'g',
);
/** 三（五）2（3）, 三、（八）1. 具体目标, 四（二）, （五）2.（3） */
const OUTLINE =
  /(?:正文)?(?:第?([一二三四五])(?:部分|大?部分)?[、,.]? ?)?(?:\(([一二三四五六七八九十]{1,3})\)) ?(?:第?(\d)(?:[.、,]|点)? ?(?:具体目标|推进措施)?:? ?(?:第?\((\d{1,2})\))?)?/g;
const RAW = /(?<![\d.])([34]\.\d{1,2}(?:\.\d(?:\.\d{1,2})?)?|annex\.\d{1,3})(?![\d.])/g;
/** 第五个行动, 行动五, 第5大行动 */
const ACTION = new RegExp(
  `第(${NUMERAL})(?:个|项|大|号)?(?:重大)?行动|行动(${NUMERAL})(?![个项\\d年])|\\baction (\\d{1,2})\\b`,
  'g',
);

const value = (numeral: string): number => (/\d/.test(numeral) ? Number(numeral) : readNumeral(numeral));
const first = (match: RegExpMatchArray): string => match.slice(1).find((group) => group !== undefined) ?? '';
const spanOf = (match: RegExpMatchArray): readonly [number, number] => [
  match.index ?? 0,
  (match.index ?? 0) + match[0].length,
];

/** What a plan offers to be referred to. */
export interface Numbered {
  readonly clauses: ReadonlySet<ClauseId>;
  readonly actions: number;
  /** The part that holds the actions: `3`. */
  readonly actionPart: number;
  /** How parts are called → their number: 实施保障 → 4. */
  readonly parts: ReadonlyMap<string, string>;
}

const outlineId = (match: RegExpMatchArray, plan: Numbered): ClauseId => {
  const [, part, section, point, item] = match;
  const at = part ? readNumeral(part) : plan.actionPart;
  return [at, section && readNumeral(section), point, item]
    .filter((piece) => piece !== undefined && piece !== '')
    .join('.');
};

/** 实施保障第三条, 行动目标的第二个 */
const partItems = (text: string, { parts, clauses }: Numbered): readonly Mention[] => {
  if (parts.size === 0) return [];
  const names = [...parts.keys()].sort((a, b) => b.length - a.length).join('|');
  const pattern = new RegExp(`(${names})(?:里|中|部分|的|当中|下面)*第(${NUMERAL})(?:条|项|个|点|款|段)`, 'g');
  return [...text.matchAll(pattern)].map((match) => {
    const id = `${parts.get(match[1] ?? '')}.${value(match[2] ?? '')}`;
    return {
      kind: 'clause',
      clause: id,
      exists: clauses.has(id),
      span: spanOf(match),
      text: match[0],
      rule: 'clause:part',
    };
  });
};

/** References by number. A number that the plan does not have is a mention too: the answer says so. */
export const recogniseClauses = (text: string, plan: Numbered): readonly Mention[] => {
  const found: Mention[] = [];
  const clause = (match: RegExpMatchArray, id: ClauseId, rule: string) =>
    found.push({ kind: 'clause', clause: id, exists: plan.clauses.has(id), span: spanOf(match), text: match[0], rule });
  for (const match of text.matchAll(ACTION)) {
    const action = value(first(match));
    if (action <= plan.actions)
      found.push({ kind: 'action', action, span: spanOf(match), text: match[0], rule: 'action:number' });
    else clause(match, `${plan.actionPart}.${action}`, 'action:number');
  }
  found.push(...partItems(text, plan));
  const free = (match: RegExpMatchArray) =>
    !found.some(({ span, kind }) => kind === 'clause' && (match.index ?? 0) < span[1] && spanOf(match)[1] > span[0]);
  for (const match of text.matchAll(RAW)) clause(match, match[0], 'clause:id');
  for (const match of text.matchAll(OUTLINE)) clause(match, outlineId(match, plan), 'clause:outline');
  for (const match of text.matchAll(ROW)) if (free(match)) clause(match, `annex.${value(first(match))}`, 'clause:row');
  return found;
};
