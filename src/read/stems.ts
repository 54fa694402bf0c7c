import type { Token } from '../values.ts';
import { isOperator } from './neighbours.ts';

/** What is known of how names end, and of what the plan prints. */
export interface StemContent {
  /** How names of bodies end: 局, 委员会. */
  readonly bodies: readonly string[];
  /** How names of sorts of bodies end: 公司, 机构. */
  readonly sorts: readonly string[];
  readonly bears: (run: string) => boolean;
}

const SHORTEST = 2;

/** The ending without which the plan prints the name: 公司 of 小额贷款公司, where it writes of 小额贷款机构. */
const endingOf = (name: string, endings: readonly string[], bears: StemContent['bears']): string | undefined =>
  bears(name)
    ? undefined
    : endings
        .filter((end) => name.endsWith(end) && name.length - end.length >= SHORTEST)
        .toSorted((a, b) => b.length - a.length)
        .find((end) => bears(name.slice(0, -end.length)));

/**
 * Returns the tokens with names that are looked for in print read without their ending, where the plan prints them so: what
 * has to do with 税务局, where 税务 is written; 小额贷款公司有什么任务.
 */
export const settleStems = (tokens: readonly Token[], { bodies, sorts, bears }: StemContent): readonly Token[] => {
  const looked = tokens.some((token) => isOperator(token, 'mention'));
  if (!looked && !tokens.some((token) => token.kind === 'type' && token.type === 'task')) return tokens;
  return tokens.flatMap((token): readonly Token[] => {
    const stranger = token.kind === 'stranger' && token.what === 'unit' && looked;
    if (!stranger && (token.kind !== 'words' || token.rule !== 'words')) return [token];
    const end = endingOf(token.text, stranger ? bodies : sorts, bears);
    if (end === undefined) return [token];
    const at = token.to - end.length;
    return [
      { from: token.from, to: at, text: token.text.slice(0, -end.length), rule: 'words', kind: 'words' },
      { from: at, to: token.to, text: end, rule: 'glue:ending', kind: 'glue' },
    ];
  });
};
