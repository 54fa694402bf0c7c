import type { Ask, Claim, Operator, Query, Ref, SetOf, Token } from '../../values.ts';
import { differsByYear } from '../alike.ts';
import { asksOf, inAnnex, leavesOutRole, ROLES } from '../asks.ts';
import { type Build, type Field, made, query } from '../assembled.ts';
import { claimsOf } from '../claims.ts';
import { whichMore } from '../compares.ts';
import { isOperator } from '../excepts.ts';
import { withGiven } from '../given.ts';
import { withInterval } from '../interval-claim.ts';
import type { Clause, Parts } from '../parts.ts';
import { askedMention, asksWhetherDone, confirms, has, hasWords, wants, wordingOf, wordsOf } from '../said.ts';
import { about, without } from '../sets.ts';

const TOPIC_FIELDS: readonly Field[] = [
  'refs',
  'terms',
  'wanted',
  'roles',
  'properties',
  'years',
  'quantities',
  'interval',
  'dates',
  'figures',
  'words',
  'plan',
  'part',
  'heads',
  'positions',
];

const TOPIC_OPERATORS: readonly Operator[] = [
  'total',
  'growth',
  'mean',
  'ratio',
  'change',
  'more',
  'less',
  'than',
  'most',
  'least',
  'reach',
  'each',
  'all',
  'together',
  'first',
  'mention',
];

/** 是每年新引还是累计: what sort of figure it is, and no unit. */
const choosesSums = ({ tokens }: Parts): boolean =>
  tokens.some((token, at) => isOperator(token, 'or') && isOperator(tokens[at + 1], 'total', 'mean', 'growth', 'each'));

/** 是高新区一家负责还是几个单位, 由高新区还是经开区负责: which of them it is, the units of the thing tell. */
const chooses = (parts: Parts): boolean =>
  has(parts, 'or') &&
  !choosesSums(parts) &&
  !wants(parts, 'whether') &&
  parts.clauses.some(({ units }) => units.length > 0) &&
  parts.clauses.every(({ not }) => !not) &&
  parts.heads.every(({ type }) => type === 'unit');

const allRoles = (clauses: readonly Clause[]): boolean => clauses.every(({ units }) => units.length > 0);

/** 西咸新区引进几家机构: units that stand beside the words and say of which thing they are. */
const besideWords = (parts: Parts): boolean =>
  (hasWords(parts) || parts.refs.length > 0) &&
  parts.clauses.length > 0 &&
  parts.clauses.every(
    ({ role, form, not, only, units }) =>
      (role === undefined || (form === 'verb' && wants(parts, 'howMany', 'howMuch', 'when'))) &&
      !not &&
      !only &&
      units.length > 0,
  );

/** 工信厅 is printed as 工业和信息化厅. */
const printedAs = (token: Token): string =>
  token.kind === 'unit' && !token.unit.includes(token.text) ? token.unit : token.text;

/** The words by which a topic is looked for: names of indicators too, where they are only words. */
export const topicWords = (parts: Parts): string =>
  besideWords(parts) && hasWords(parts) && !confirms(parts)
    ? parts.tokens
        .filter(({ kind }) => ['words', 'unit', 'term'].includes(kind))
        .map(printedAs)
        .join(' ')
    : inAnnex(parts)
      ? wordingOf(parts)
      : wordsOf(parts);

/** 存贷款余额，存款比贷款差多少: things once each, though named twice. */
const unique = (refs: readonly Ref[]): readonly Ref[] =>
  refs.filter((one, at) => refs.findIndex(({ type, id }) => type === one.type && id === one.id) === at);

/** 只有110家: an amount as it is claimed, and no unit that would be alone. */
const onlySoMuch = ({ clauses }: Parts, claims: readonly Claim[]): boolean =>
  claims.some(({ claim }) => claim === 'quantity') && clauses.every(({ only }) => !only);

const isAlike = ({ claim }: Claim): boolean => claim === 'alike';

/** 收入过千亿的高新区有几家: an amount of another sort than what is asked for only says which are meant. */
const qualifies = ({ quantities, wanted }: Parts, asks: readonly Ask[]): boolean =>
  asks.some(({ ask }) => ask === 'value') &&
  quantities.every(({ unit }) => unit === 'money') &&
  wanted.some(({ wanted: one, measure = '' }) => one === 'howMany' && COUNTED.test(measure));
const COUNTED = /^\p{Script=Han}$/u;

/** What a topic is taken from: things by name, words, or both; undefined where there is neither. */
const topicOf = (parts: Parts, mention: ReturnType<typeof askedMention>): SetOf => {
  if (!isNamed(parts)) return { set: 'about', words: mention?.of ?? topicWords(parts) };
  const refs: SetOf = { set: 'named', refs: unique(parts.refs) };
  return hasWords(parts) && parts.joins && !whichMore(parts)
    ? { set: 'either', left: refs, right: about(parts) }
    : refs;
};

const isNamed = (parts: Parts): boolean => parts.refs.length > 0 && !inAnnex(parts);

const WHO: Ask = { ask: 'units', roles: ROLES, lead: false };

/** 为什么由…负责: who is asked for as somebody claims it. */
const isPremise = (parts: Parts): boolean =>
  wants(parts, 'why') && parts.clauses.some(({ units, role }) => units.length > 0 && role !== undefined);

/** What is asked of a topic by itself, whatever is claimed of it. */
const topicAsks = (parts: Parts): readonly Ask[] => {
  if (differsByYear(parts)) return [{ ask: 'targets' }];
  return chooses(parts) ? [WHO] : asksOf(parts);
};

const firstAsk = (asks: readonly Ask[], claims: readonly Claim[]): Ask => {
  if (claims.length > 0 && claims.every(({ claim }) => claim === 'test')) return WHO;
  return claims.some(isAlike) ? { ask: 'targets' } : (asks[0] ?? { ask: 'content' });
};

/** An amount is said of the topic that nothing else takes: it is claimed. */
const claimsAmounts = (parts: Parts, asks: readonly Ask[]): boolean =>
  parts.quantities.some(({ relation }) => relation !== '=' || wants(parts, 'when')) && !qualifies(parts, asks);

/** Whether what is said of units belongs to what is asked. */
const usesClauses = (parts: Parts, claims: readonly Claim[], asksWho: boolean): boolean => {
  const { clauses } = parts;
  const there =
    clauses.length > 0 &&
    clauses.every(({ units, is, form }) => units.length === 0 && is === undefined && form === 'noun');
  const whose = asksWho && clauses.length > 0 && allRoles(clauses) && clauses.every(({ role }) => role === undefined);
  return there || chooses(parts) || claims.some(({ claim }) => claim === 'test') || besideWords(parts) || whose;
};

/** A question that claims nothing and can be answered by yes or no: whether it is done, by a year, or said in so many words. */
const confirmed = (base: Query, parts: Parts, words: string): Query => {
  const [first] = base.asks;
  const byWords =
    base.confirm &&
    (first.ask === 'content' || (first.ask === 'targets' && hasWords(parts))) &&
    parts.wanted.every(({ wanted }) => wanted === 'whether');
  if (!byWords) return base;
  if (asksWhetherDone(parts)) return { ...base, confirm: false };
  const claim: Claim = parts.years.length > 0 ? { claim: 'year', years: parts.years } : { claim: 'words', words };
  return { ...base, claims: [claim] };
};

/** What was made of the parts of a topic. */
interface Taken {
  readonly claims: readonly Claim[];
  /** The clauses are. */
  readonly used: boolean;
  readonly leavesOut: boolean;
  readonly asksWho: boolean;
}

/** The operators that a topic takes, by what was made of it. */
const operatorsOf = (parts: Parts, { claims, used, leavesOut, asksWho }: Taken): readonly Operator[] => [
  ...TOPIC_OPERATORS,
  ...(parts.notWords ? (['not'] as const) : []),
  ...(leavesOut ? (['except'] as const) : []),
  ...(parts.clauses.some(({ not }) => not) && used ? (['not'] as const) : []),
  ...(used ? (['only', 'except'] as const) : []),
  ...(claims.some(({ claim }) => claim === 'quantity') ? (['same'] as const) : []),
  ...(claims.some(isAlike) || differsByYear(parts) ? (['same', 'differ', 'change'] as const) : []),
  ...(asksWho && parts.refs.length > 0 && has(parts, 'misprint') ? (['misprint', 'lack', 'differ'] as const) : []),
  ...(onlySoMuch(parts, claims) ? (['only'] as const) : []),
];

/** Something asked of a topic, named or in words: who, how many, when, what it says; or a claim about it. */
export const topic: Build = (parts) => {
  if (!isNamed(parts) && !hasWords(parts) && !inAnnex(parts)) return undefined;
  const mention = isNamed(parts) ? undefined : askedMention(parts);
  const of = topicOf(parts, mention);
  const premise = isPremise(parts);
  const claims = confirms(parts) || premise ? claimsOf(parts) : [];
  const asks = topicAsks(parts);
  const first = firstAsk(asks, claims);
  const rest = claims.length > 0 ? [] : asks.slice(1);
  const asksWho = asks.some(({ ask }) => ask === 'units');
  const leavesOut = asksWho && (parts.excepted.units.length > 0 || leavesOutRole(parts));
  const used = usesClauses(parts, claims, asksWho);
  const amounts = parts.quantities.map((quantity): Claim => ({ claim: 'quantity', quantity }));
  const asked = query(parts, leavesOut ? without(of, parts, 'unit') : of, {
    asks: [first, ...rest],
    claims: claims.length === 0 && claimsAmounts(parts, asks) ? amounts : claims,
  });
  const units = ['value', 'reckon'].includes(first.ask) && besideWords(parts) && hasWords(parts) && claims.length === 0;
  /** 附件印的有错字，对的是哪几家: what the annex misprints, the body says. */
  const { part: _, ...whole } = asked;
  const mended = asksWho && has(parts, 'misprint') ? whole : units ? { ...asked, words: topicWords(parts) } : asked;
  const base = premise ? { ...mended, why: true } : mended;
  const said = claims.length === 0 ? confirmed(base, parts, mention?.words ?? wordsOf(parts)) : base;
  return made('topic', withGiven(withInterval(said, parts), parts), {
    uses: [...TOPIC_FIELDS, ...(used ? (['clauses'] as const) : []), ...(leavesOut ? (['excepted'] as const) : [])],
    operators: operatorsOf(parts, { claims, used, leavesOut, asksWho }),
  });
};
