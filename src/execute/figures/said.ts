import { DENIED, ENDED } from '../../library/figure-words.ts';
import { canonical } from '../../text.ts';
import type { Ground } from '../ground.ts';
import { sentencesFor } from './choose.ts';
import { sentencesIn, termsIn } from './match.ts';
import type { FigureResult, Sentence } from './result.ts';
import type { Thing } from './things.ts';

/** How a name ends that another may share: 西安银行, 长安银行. */
const SHORTEST_END = 2;
const LONGEST_NAME = 8;

/** The share of the words' pairs that a text holds. */
const heldBy = (words: ReadonlySet<string>, text: string): readonly string[] => {
  const terms = termsIn(text);
  return [...words].filter((word) => terms.has(word));
};

/** Runs of the words that a text does not hold, as pairs joined again: what is of another subject. */
const lacking = (words: string, text: string): readonly string[] => {
  const held = termsIn(text);
  const chars = [...canonical(words)];
  const covered = chars.map(
    (char, at) => held.has(`${chars[at - 1] ?? ''}${char}`) || held.has(`${char}${chars[at + 1] ?? ''}`),
  );
  const runs = chars.map((char, at) => (covered[at] ? ' ' : char)).join('');
  return runs.split(/\s+/).filter((run) => run !== '');
};

/** The name in a text that ends like the asked one and is as long: 长安银行 for 西安银行. */
const instead = (name: string, text: string): string | undefined => {
  for (let end = name.length - 1; end >= SHORTEST_END; end -= 1) {
    const tail = name.slice(-end);
    const at = canonical(text).indexOf(tail);
    if (at < 0) continue;
    const from = at - (name.length - end);
    const found = from >= 0 ? canonical(text).slice(from, at + tail.length) : '';
    return /^\p{Script=Han}+$/u.test(found) && found !== name ? found : undefined;
  }
  return undefined;
};

/** A name of the plan at the head of the words: the longest run from the front that the plan prints. */
const subjectOf = (words: string, { print }: Ground): string | undefined => {
  const [head = ''] = canonical(words).split(/\s+/);
  for (let size = Math.min(LONGEST_NAME, head.length); size > SHORTEST_END; size -= 1)
    if (print.includes(head.slice(0, size))) return head.slice(0, size);
  return undefined;
};

interface Spoken {
  readonly sentence: Sentence;
  readonly thing: Thing;
}

/** The sentence says the rest of the words of another subject, which is a name of the plan too. */
const otherSubject = (words: string, { sentence: { text }, thing }: Spoken, ground: Ground): string | undefined => {
  const subject = subjectOf(words, ground);
  if (subject === undefined || canonical(text).includes(subject)) return undefined;
  const rest = canonical(words).replace(subject, ' ');
  const terms = termsIn(rest);
  const held = heldBy(terms, text);
  const nouns = ground.search.missing(rest, thing.topic).filter((noun) => !canonical(text).includes(noun));
  if (held.length < 2 || nouns.length > 0) return undefined;
  const other = instead(subject, text);
  return other !== undefined && ground.print.split(other).length > 2 ? other : undefined;
};

/** The sentence says the same with one other name of the same sort: 赴深交所上市 for 到上交所上市. */
const otherBody = (words: string, { sentence: { text }, thing }: Spoken, ground: Ground): string | undefined => {
  const whole = sentencesIn(thing, ground).map((one) => canonical(one.text));
  for (const { name, ending } of ground.bodies(canonical(words))) {
    if (whole.some((one) => one.includes(name))) continue;
    const [other, more] = ground
      .bodies(canonical(text))
      .filter((one) => one.ending === ending && !canonical(words).includes(one.name));
    const rest = canonical(words).replace(name, ' ');
    const borne = termsIn(rest).size > 1 && lacking(rest, text).length === 0;
    if (other && !more && borne) return other.name;
  }
  return undefined;
};

const ENDS_DENIED = new RegExp(`(?:${DENIED})$`, 'u');
const SAYS_DENIED = new RegExp(DENIED, 'u');

/** The sentence denies just what was said: 不再另行制定文件, of 需要另行制定文件. */
const isDenied = (words: string, text: string, { search }: Ground): boolean => {
  const [said, printed] = [canonical(words), canonical(text)];
  const official = search.asPrinted(said, printed);
  /** 单独发文, for which the plan prints 不再另行制定文件. */
  if (official !== said && !SAYS_DENIED.test(said) && SAYS_DENIED.test(official)) return true;
  const at = printed.indexOf(said);
  return at > 0 && !SAYS_DENIED.test(said) && ENDS_DENIED.test(printed.slice(0, at));
};

const ENDS = new RegExp(ENDED, 'gu');

/** 82号文停止执行, of 82号文还用吧: what was said of it is brought to an end there, or is not to be. */
const isEnded = (words: string, text: string): boolean => {
  const [asked, said] = [termsIn(words), canonical(words)];
  const pieces = canonical(text)
    .split(/[,，;；。]/u)
    .filter((piece) => heldBy(asked, piece).length > 0);
  return pieces.some((piece) => [...piece.matchAll(ENDS)].some(([ends]) => !said.includes(ends)));
};

/** Returns whether one sentence of a thing bears out all that was claimed in words, and that sentence. */
export const executeSaid = (thing: Thing, words: string, ground: Ground): FigureResult => {
  const asked = termsIn(words);
  const found = sentencesFor(words, thing, ground);
  const sentences = found.length > 0 ? found : sentencesIn(thing, ground);
  const whole = sentences.find(
    ({ text }) => heldBy(asked, text).length === asked.size || lacking(words, text).length === 0,
  );
  if (whole && asked.size > 0 && isDenied(words, whole.text, ground))
    return { shape: 'said', verdict: false, thing, sentence: whole, instead: undefined };
  if (whole && asked.size > 0) {
    const verdict = isEnded(words, whole.text) ? undefined : true;
    return { shape: 'said', verdict, thing, sentence: whole, instead: undefined };
  }
  const [first] = sentences;
  if (first && asked.size > 0 && isDenied(words, first.text, ground))
    return { shape: 'said', verdict: false, thing, sentence: first, instead: undefined };
  if (!first) return { shape: 'nothing', what: 'attribute', asked: words, thing, near: undefined };
  const other = sentences.flatMap((sentence) => {
    const spoken = { sentence, thing };
    const name = otherSubject(words, spoken, ground) ?? otherBody(words, spoken, ground);
    return name === undefined ? [] : [{ sentence, name }];
  })[0];
  return other
    ? { shape: 'said', verdict: false, thing, sentence: other.sentence, instead: other.name }
    : { shape: 'said', verdict: undefined, thing, sentence: first, instead: undefined };
};
