import type { ClauseId } from '../types.ts';
import { type Candidate, spanOf, thing } from './candidate.ts';
import { NUMERAL, numberOf } from './ordinals.ts';

/** What a plan offers to be referred to by number. */
export interface Numbered {
  readonly clauses: ReadonlySet<ClauseId>;
  /** The part that holds the actions: `3`. */
  readonly actionPart: number;
  /** How parts are called → their number: 实施保障 → 4. */
  readonly parts: ReadonlyMap<string, string>;
}

/** 三（五）2（3）, 三、（八）1. 具体目标, 四（二）, （五）2.（3）. */
const OUTLINE =
  /(?:正文)?(?:第?([一二三四五六七八九])(?:部分|大?部分)?的?[、,.]? ?)?\(([一二三四五六七八九十]{1,3})\) ?(?:第?(\d)(?:[.、,]|点)? ?(?:具体目标|推进措施)?:? ?(?:第?\((\d{1,2})\))?)?/g;
const RAW = /(?<![\d.])(\d\.\d{1,2}\.\d(?:\.\d{1,2})?|annex\.\d{1,3})(?![\d.])/g;

/** 第（十三）条, 第十四条, 第十四部分: a number by itself. */
const ALONE = new RegExp(
  `第(?:\\((${NUMERAL})\\)|(${NUMERAL}))(条|款|项|部分|大部分|方面|点|章|节)|(?<![\\p{Script=Han}\\d)、])\\((${NUMERAL})\\)(?:条|款|项|点)?`,
  'gu',
);
const PARTS: readonly (string | undefined)[] = ['部分', '大部分', '方面', '章'];

/** Numbers that each stand for one clause only: those that run on through all parts, or the parts themselves. */
const runningOf = (clauses: ReadonlySet<ClauseId>): ReadonlyMap<number, ClauseId> => {
  const found = new Map<number, ClauseId[]>();
  for (const id of clauses) {
    const number = /^(?:\d+\.)+(\d+)$/.exec(id)?.[1];
    if (number !== undefined && id.split('.').length === 2 && !id.startsWith('0.'))
      found.set(Number(number), [...(found.get(Number(number)) ?? []), id]);
  }
  const runs = [...found.values()].every((ids) => ids.length === 1);
  if (runs && found.size > 1) return new Map([...found].map(([number, [id = '']]) => [number, id]));
  const parts = [...clauses].filter((id) => /^\d+$/.test(id) && id !== '0');
  return found.size === 0 ? new Map(parts.map((id) => [Number(id), id])) : new Map();
};

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Builds the reader of references by number; a number that the plan does not have is read too. */
export const createClauses = ({ clauses, actionPart, parts }: Numbered): ((text: string) => readonly Candidate[]) => {
  const names = [...parts.keys()]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
    .map(quoted)
    .join('|');
  const ofPart =
    names === ''
      ? undefined
      : new RegExp(
          `(${names})(?:里面?|中|部分|的|当中|下面|那部分){0,2}(?:第\\(?(${NUMERAL})\\)?|(最后)一?)(?:条|项|个|点|款|段)(?:目标|措施)?`,
          'g',
        );
  const running = runningOf(clauses);
  const lastOf = (part: string): number => {
    let last = 0;
    while (clauses.has(`${part}.${last + 1}`)) last += 1;
    return last;
  };
  const clause = (match: RegExpMatchArray, id: ClauseId, rule: string): Candidate =>
    thing(spanOf(match), rule, { kind: 'clause', clause: id, exists: clauses.has(id) });
  return (text) => {
    const found: Candidate[] = [];
    for (const match of text.matchAll(RAW)) found.push(clause(match, match[1] ?? '', 'clause:id'));
    for (const match of actionPart > 0 ? [] : text.matchAll(ALONE)) {
      const [, bracketed, plain, noun, bare] = match;
      const number = numberOf(bracketed ?? plain ?? bare ?? '');
      const part =
        PARTS.includes(noun) && plain !== undefined && clauses.has(String(number)) ? String(number) : undefined;
      const id = part ?? running.get(number);
      if (id !== undefined) found.push(clause(match, id, 'clause:alone'));
    }
    for (const match of text.matchAll(OUTLINE)) {
      const [, part, section, point, item] = match;
      if (actionPart === 0 && part === undefined) continue;
      const at = [part ? numberOf(part) : actionPart, numberOf(section ?? ''), point, item];
      found.push(clause(match, at.filter((piece) => piece !== undefined).join('.'), 'clause:outline'));
    }
    for (const match of ofPart ? text.matchAll(ofPart) : []) {
      const part = parts.get(match[1] ?? '') ?? '';
      const number = match[2] ? numberOf(match[2]) : lastOf(part);
      found.push(clause(match, `${part}.${number}`, 'clause:part'));
    }
    return found;
  };
};
