import type { Token } from '../values.ts';
import { asEmpty, isOperator, isPlain } from './neighbours.ts';

/** Words by which people talk of their own asking: what they write, for whom, when, and where they work. */
export interface Talk {
  /** What is done or made: 汇报, 稿子, 写. */
  readonly core: readonly string[];
  /** What stands beside it: 领导, 明天, 再. */
  readonly beside: readonly string[];
  /** By which somebody says where they work: 刚调来. */
  readonly belonging: readonly string[];
  /** How names of desks within a unit end: 处, 联络人. */
  readonly desk: readonly string[];
}

const ENDS = /[,，。;；:：?？!！]/u;

/** Kinds of token by which a clause says or asks something of the plan. */
const SAYING: ReadonlySet<Token['kind']> = new Set([
  ...(['unit', 'units', 'task', 'action', 'indicator', 'clause', 'term', 'type', 'role', 'property', 'plan'] as const),
  ...(['year', 'quantity', 'figure', 'position', 'wanted', 'words', 'part', 'unsaid', 'stranger', 'date'] as const),
]);

/** Kinds that name what a question is about. */
const NAMING: ReadonlySet<Token['kind']> = new Set([
  ...(['unit', 'units', 'task', 'action', 'indicator', 'clause', 'term', 'type', 'quantity', 'words'] as const),
]);

/** What may stand in an introduction beside the unit: nothing is asked in it. */
const ASKING: ReadonlySet<Token['kind']> = new Set([
  ...(['wanted', 'role', 'property', 'type', 'year', 'task', 'action', 'indicator', 'figure', 'quantity'] as const),
]);

type Clause = readonly Token[];

const clausesOf = (tokens: readonly Token[]): readonly Clause[] => {
  const clauses: Token[][] = [[]];
  for (const token of tokens) {
    clauses.at(-1)?.push(token);
    if (token.kind === 'mark' && ENDS.test(token.text)) clauses.push([]);
  }
  return clauses.filter((clause) => clause.length > 0);
};

const isPassing = ({ kind }: Token): boolean => kind === 'glue' || kind === 'act' || kind === 'mark';

const says = (clause: Clause): boolean => clause.some(({ kind }) => SAYING.has(kind));

/** What holds a frame together: 领导要的, 材料里有. */
const isJoint = (token: Token): boolean =>
  isPassing(token) ||
  token.kind === 'before' ||
  isOperator(token, 'in', 'of', 'is', 'have', 'also', 'and', 'only', 'together');

/** 我们 and 那几项 in a frame are said again of what follows: 回到刚才那几项. */
const isKept = (token: Token): boolean =>
  token.kind === 'before' && (token.before === 'we' || token.before === 'these');

/** 两个事一起问：: what comes is counted. */
const opens = (clause: Clause, { kind }: Token): boolean =>
  /[:：]/u.test(clause.at(-1)?.text ?? '') && (kind === 'quantity' || kind === 'type' || kind === 'position');

/** Returns what tells texts that are put together from words of talk alone. `core`: those that are done or made. */
const createTalkWords = (words: readonly string[], core: readonly string[]) => {
  const [known, cores] = [new Set(words), new Set(core)];
  const longest = Math.max(0, ...[...known].map(({ length }) => length));
  /** A text put together from words of talk alone; `true` when one of them is what is done or made. */
  const talkOf = (text: string): boolean | undefined => {
    const reached: (boolean | undefined)[] = [false];
    for (let at = 0; at < text.length; at += 1) {
      const done = reached[at];
      if (done === undefined) continue;
      for (let size = 1; size <= longest && at + size <= text.length; size += 1) {
        const word = text.slice(at, at + size);
        if (known.has(word)) reached[at + size] = reached[at + size] === true || done || cores.has(word);
      }
    }
    return reached[text.length];
  };
  const isTalk = (text: string): boolean => talkOf(text) === true;
  return { talkOf, isTalk };
};

const saysWho = (clause: Clause): boolean => {
  const said = clause.filter((token) => !isPassing(token) || token.rule === 'glue:self');
  const [self, next] = said;
  const own = self?.rule === 'glue:self' || (self?.kind === 'before' && self.before === 'we');
  return own && isOperator(next, 'is') && said.every(({ kind }) => !ASKING.has(kind));
};

/** 我刚调来市金融局: 我是市金融局. */
const introduced = (clause: Clause, belonging: Talk['belonging']): Clause => {
  const at = clause.findIndex((token) => !isPassing(token) || token.rule === 'glue:self');
  const [self, verb, unit] = clause.slice(at);
  if (self?.rule !== 'glue:self' || !verb || !belonging.includes(verb.text) || unit?.kind !== 'unit') return clause;
  const { from, to, text } = verb;
  return [
    ...clause.slice(0, at),
    { from: self.from, to: self.to, text: self.text, rule: 'before:we', kind: 'before', before: 'we' },
    { from, to, text, rule: 'operators:is', kind: 'operator', operator: 'is' },
    ...clause.slice(at + 2),
  ];
};

/** 稿子里写…, 领导让列个…: words of talk at the head of a clause that names what it is about. */
const withoutHead = (clause: Clause, isTalk: (text: string) => boolean): Clause => {
  const at = clause.findIndex((token) => !isPassing(token));
  const [head, ...rest] = clause.slice(at);
  const inIt = head?.kind === 'unsaid' && isOperator(rest[0], 'in') && isOperator(rest[1], 'have');
  if (!head || !(isPlain(head) || inIt) || !isTalk(head.text)) return clause;
  if (!rest.some((token) => NAMING.has(token.kind) && token.text.length > 1)) return clause;
  const inside = rest.findIndex((token) => !isOperator(token, 'in', 'have'));
  return clause.map((token, index) => (index >= at && index <= at + inside ? asEmpty(token) : token));
};

const emptied = (clause: Clause, isKept: (token: Token) => boolean): Clause =>
  clause.map((token) => (token.kind === 'mark' || token.kind === 'act' || isKept(token) ? token : asEmpty(token)));

/** Builds the reader of clauses in which people talk of themselves. `empty` are words that say nothing anywhere. */
export const createTalk = ({ core, beside, belonging, desk }: Talk, empty: readonly string[]) => {
  const { talkOf, isTalk } = createTalkWords([...core, ...beside, ...belonging, ...empty], core);
  const isFrame = (clause: Clause): boolean =>
    clause.some((token) => isPlain(token) || isOperator(token, 'mention')) &&
    clause.some(({ text }) => isTalk(text)) &&
    clause.every(
      (token) => isJoint(token) || (token.kind !== 'unit' && talkOf(token.text) !== undefined) || opens(clause, token),
    );

  /** 发改委综合处想核对一下: a desk of a unit, and nothing asked. */
  const isDesk = (clause: Clause): boolean => {
    const [unit, words, ...rest] = clause.filter((token) => !isPassing(token));
    return (
      unit?.kind === 'unit' &&
      isPlain(words) &&
      desk.some((end) => words?.text.endsWith(end)) &&
      rest.every((token) => isJoint(token) || talkOf(token.text) !== undefined)
    );
  };
  /**
   * Returns the tokens with what people say of their own asking read as glue: a clause of it (写稿子要用), the head of a
   * clause (稿子里写…), and all but the unit where they say who they are (我是市财政局新来的小李).
   */
  return (tokens: readonly Token[]): readonly Token[] => {
    const clauses = clausesOf(tokens).map((clause) => introduced(clause, belonging));
    const settled = clauses.map((clause): Clause => {
      const asked = clauses.some((one) => one !== clause && says(one) && !isFrame(one));
      if (asked && saysWho(clause))
        return emptied(clause, ({ kind }) => kind === 'before' || kind === 'operator' || kind === 'unit');
      if (asked && isDesk(clause)) return emptied(clause, ({ kind }) => kind === 'unit');
      if (asked && isFrame(clause)) return emptied(clause, isKept);
      return withoutHead(clause, isTalk);
    });
    return settled.flat();
  };
};
