import type { ClauseId } from '../types.ts';
import { type Candidate, spanOf, thing } from './candidate.ts';
import { NUMERAL, numberOf, rangeOf } from './ordinals.ts';

/** What a plan offers to be referred to by number. */
export interface Numbered {
  readonly clauses: ReadonlySet<ClauseId>;
  /** Those of the tasks: their numbers may run on where those of other clauses do not. */
  readonly tasks: ReadonlySet<ClauseId>;
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
  `第(?:\\((${NUMERAL})\\)|(${NUMERAL}))(条|款|项|部分|大部分|方面|点|章|节|板块|大块|块)|(?<![\\p{Script=Han}\\d)、])\\((${NUMERAL})\\)(?:条|款|项|点)?`,
  'gu',
);
/** （五）到（十六）, 第（三）至（八）条. */
const RANGE = new RegExp(`第?\\((${NUMERAL})\\)(?:条|项)?(?:到|至|[-—–~～])第?\\((${NUMERAL})\\)(?:条|项)?`, 'gu');
const PARTS: readonly (string | undefined)[] = ['部分', '大部分', '方面', '章', '板块', '大块', '块'];

/** Numbers of one depth of the outline, where each stands for one clause only. */
const numbersAt = (clauses: ReadonlySet<ClauseId>, depth: number): ReadonlyMap<number, ClauseId> => {
  const found = new Map<number, ClauseId>();
  for (const id of clauses) {
    const pieces = id.split('.');
    if (pieces.length !== depth || pieces[0] === '0' || !pieces.every((piece) => /^\d+$/.test(piece))) continue;
    const number = Number(pieces.at(-1));
    if (found.has(number)) return new Map();
    found.set(number, id);
  }
  return found;
};

/** How deep an outline goes in which numbers may run on. */
const DEPTHS = [2, 3, 4] as const;

/** Numbers that run on through all parts, each standing for one clause only; else those of the parts themselves. */
const runningOf = (clauses: ReadonlySet<ClauseId>): ReadonlyMap<number, ClauseId> => {
  const all = DEPTHS.map((depth) => numbersAt(clauses, depth));
  const longest = all.reduce((most, one) => (one.size > most.size ? one : most));
  const numbered = [...clauses].some((id) => /^[1-9]\d*\.\d+$/.test(id));
  if (longest.size > 1) return longest;
  return numbered ? new Map() : numbersAt(clauses, 1);
};

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Builds the reader of references by number; a number that the plan does not have is read too. */
export const createClauses = ({
  clauses,
  tasks,
  actionPart,
  parts,
}: Numbered): ((text: string) => readonly Candidate[]) => {
  const names = [...parts.keys()]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
    .map(quoted)
    .join('|');
  const ofPart =
    names === ''
      ? undefined
      : new RegExp(
          `(${names})(?:里面?|中|部分|的|当中|下面|那部分){0,2}(?:\\((${NUMERAL})\\)|(?:第\\(?(${NUMERAL})\\)?|(最后)一?)(?:条|项|个|点|款|段|部分|板块|大块|块)(?:目标|措施)?)`,
          'g',
        );
  const all = runningOf(clauses);
  const running = all.size > 0 ? all : runningOf(tasks);
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
    for (const match of actionPart > 0 ? [] : text.matchAll(RANGE)) {
      const ids = rangeOf(numberOf(match[1] ?? ''), numberOf(match[2] ?? '')).flatMap((one) => running.get(one) ?? []);
      const [first, ...others] = ids;
      if (first !== undefined && others.length > 0)
        found.push(thing(spanOf(match), 'clause:range', { kind: 'clause', clause: first, exists: true, others }));
    }
    for (const match of text.matchAll(OUTLINE)) {
      const [, part, section, point, item] = match;
      if (actionPart === 0 && part === undefined) continue;
      const at = [part ? numberOf(part) : actionPart, numberOf(section ?? ''), point, item];
      found.push(clause(match, at.filter((piece) => piece !== undefined).join('.'), 'clause:outline'));
    }
    for (const match of ofPart ? text.matchAll(ofPart) : []) {
      const part = parts.get(match[1] ?? '') ?? '';
      const said = match[2] ?? match[3];
      const number = said ? numberOf(said) : lastOf(part);
      found.push(clause(match, `${part}.${number}`, 'clause:part'));
    }
    return found;
  };
};
