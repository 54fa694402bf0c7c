import type { Ask, Operator, Role, Token } from '../values.ts';
import { whichMore } from './compares.ts';
import type { Clause, Parts } from './parts.ts';
import { PERCENT, reckonsOf, shareOf, TIMES } from './reckons.ts';
import { asksFinished, asksOften, has, hasWords, headOf, spanAsked, wants } from './said.ts';

export const ROLES: readonly Role[] = ['responsible', 'supporting'];

/** 有支持单位; 支持单位有两家，报一下名字: a role whose units are asked for. */
const isRoleAsked = ({ units, is }: Clause, { properties }: Parts): boolean =>
  units.length === 0 && (is === undefined || properties.includes('title'));

const COUPLING: readonly Operator[] = ['have', 'is', 'in', 'total', 'of'];

const isHowMany = (token: Token | undefined): boolean => token?.kind === 'wanted' && token.wanted === 'howMany';
const isNoun = (token: Token | undefined): boolean => token?.kind === 'role' && token.form === 'noun';

/** 支持单位有几家, 几家支持单位: how many units there are, who they are tells. */
export const countsUnits = ({ tokens }: Parts): boolean => {
  const said = tokens.filter(
    (token) =>
      token.kind !== 'glue' &&
      token.kind !== 'part' &&
      !(token.kind === 'operator' && COUPLING.includes(token.operator)),
  );
  return said.some((token, at) => isHowMany(token) && (isNoun(said[at - 1]) || isNoun(said[at + 1])));
};

export const rolesOf = (parts: Parts): readonly Role[] => {
  const there = parts.clauses.filter((clause) => isRoleAsked(clause, parts)).map(({ role }) => role);
  const asked = [...parts.roles.map(({ role }) => role), ...there];
  if (asked.length === 0) return ['responsible'];
  return ROLES.filter((role) => asked.includes(role) || asked.includes('any'));
};

/** 多少: counted when things of a sort are asked for. */
export const setAskOf = (parts: Parts): Ask => {
  const head = headOf(parts);
  const listed =
    wants(parts, 'which', 'what') ||
    parts.properties.includes('title') ||
    parts.heads.some(({ wanted }) => wanted === 'which' || wanted === 'what');
  if (!listed && (head?.wanted === 'howMany' || (has(parts, 'total') && wants(parts, 'howMany', 'howMuch'))))
    return { ask: 'count', ...(parts.clauses.some(({ alternative }) => alternative) && { sum: true as const }) };
  return { ask: 'members' };
};

/** 几个 may count anything. */
const ANY_MEASURE = '个';

/** An indicator's name is only words in the annex, and beside others where units are asked for. */
export const inAnnex = (parts: Parts): boolean =>
  (parts.part === 'annex' || (hasWords(parts) && asksOf(parts)[0]?.ask === 'units')) &&
  parts.refs.length > 0 &&
  parts.refs.every(({ type }) => type === 'indicator');

/** Returns whether 搞, 办 stand beside 什么: what is done is asked, and not who does it. */
export const isDone = ({ rolesAt }: Parts['roles'][number], { tokens }: Parts): boolean =>
  tokens.some(({ from, rule }) => rolesAt.includes(from) && DOES.test(rule));

const DOES = /\/do$/;

/** 除了牵头单位: those who stand in a role are left out, whoever they are. */
export const leavesOutRole = ({ excepted: { units, role } }: Parts): boolean =>
  units.length === 0 && role !== undefined;

/** Who else stands there than those in the role that is left out. */
const elseOf = (parts: Parts): { readonly roles?: readonly Role[]; readonly besides?: Role | 'lead' } => {
  const { role, lead } = parts.excepted;
  if (!leavesOutRole(parts) || role === 'any' || role === undefined) return {};
  return lead ? { roles: ROLES, besides: 'lead' } : { roles: ROLES.filter((one) => one !== role), besides: role };
};

/** 由谁审核, 靠哪个机构调解: a verb behind who is asked for, where no word of a role is said. */
const doingOf = ({ tokens, roles }: Parts): { readonly doing?: string } => {
  const said = tokens.filter(({ kind }) => kind !== 'glue' && kind !== 'mark');
  const at = said.findIndex(
    (token, index) =>
      (token.kind === 'wanted' && token.wanted === 'who') ||
      (token.kind === 'type' && token.type === 'unit' && said[index - 1]?.kind === 'wanted'),
  );
  const verb = at < 0 ? undefined : said[at + 1];
  return roles.length === 0 && verb?.kind === 'words' && verb.text.length > 1 ? { doing: verb.text } : {};
};

/** 哪年设, 哪年加入: the verb behind the question, where it is one character or would ask for units. */
const deedOf = ({ tokens }: Parts): { readonly deed?: string } => {
  const said = tokens.filter(({ kind }) => kind !== 'glue');
  const at = said.findIndex((token) => token.kind === 'wanted' && token.wanted === 'when');
  const verb = at < 0 ? undefined : said[at + 1];
  const does = verb?.kind === 'role' && verb.form === 'verb' && verb.role === 'any';
  return does || (verb?.kind === 'words' && verb.text.length === 1) ? { deed: verb.text } : {};
};

/** 钱从哪笔资金里拿, 资金从哪来: of which thing it is, and not how much. */
const isOfWhich = ({ tokens, wanted, properties }: Parts): boolean =>
  (wanted.length === 0 && tokens.at(-1)?.kind === 'property' && properties.includes('source')) ||
  (wanted.every(({ wanted: one }) => one === 'which') &&
    tokens.some(
      (token, at) =>
        token.kind === 'wanted' &&
        token.wanted === 'which' &&
        tokens[at + 1]?.kind === 'words' &&
        tokens.slice(0, at).some(({ kind }) => kind === 'figure'),
    ));

/** What is asked of a topic or an indicator. */
export const asksOf = (parts: Parts): readonly Ask[] => {
  const asks: Ask[] = [];
  const measure = parts.wanted.find(
    ({ wanted, measure: one }) =>
      (wanted === 'howMany' || wanted === 'howMuch') && one !== undefined && one !== PERCENT && one !== TIMES,
  )?.measure;
  const lead = parts.roles.some((role) => role.lead) || has(parts, 'first');
  const otherAsked =
    wants(parts, 'howMany', 'howMuch', 'when', 'what', 'how', 'where', 'whether') || parts.properties.length > 0;
  const unitAsked =
    parts.properties.includes('scope') ||
    (wants(parts, 'who') && !whichMore(parts)) ||
    parts.roles.some(
      (role) => (role.form === 'noun' || !otherAsked) && !(isDone(role, parts) && wants(parts, 'what')),
    ) ||
    parts.clauses.some((clause) => isRoleAsked(clause, parts)) ||
    parts.heads.some(({ type, wanted }) => type === 'unit' && (wanted !== undefined || has(parts, 'except')));
  const reckons = reckonsOf(parts);
  if (unitAsked) asks.push({ ask: 'units', roles: rolesOf(parts), lead, ...elseOf(parts), ...doingOf(parts) });
  const [figure] = parts.figures;
  const unit = parts.wanted.some(({ measure: one }) => one === PERCENT)
    ? ('percent' as const)
    : figure && figure.figure !== 'figure' && figure.figure !== 'date' && reckons[0] !== 'ratio'
      ? figure.figure
      : undefined;
  const grant = parts.tokens.some(({ kind, rule }) => kind === 'figure' && rule.endsWith('/grant'));
  const asIn = measure ?? (figure?.figure === 'money' ? figure.measure : undefined);
  const asked = {
    ...(asIn && asIn !== ANY_MEASURE && { measure: asIn }),
    ...(unit && { unit }),
    ...(grant && { grant: true as const }),
  };
  const level = parts.tokens.some(({ rule }) => rule === AMOUNT_MEAN) ? { level: true as const } : {};
  const dated = figure?.figure === 'date';
  const share = shareOf(parts);
  if (reckons.length > 0)
    asks.push(
      ...reckons.map((reckon): Ask => ({ ask: 'reckon', reckon, ...asked, ...level, ...(share && { share }) })),
    );
  else if (
    (wants(parts, 'howMany', 'howMuch') && !(unitAsked && countsUnits(parts))) ||
    parts.properties.includes('amount') ||
    (figure && !dated && !isOfWhich(parts))
  )
    asks.push({ ask: 'value', ...asked });
  const ranked = asks.some((one) => one.ask === 'reckon' && (one.reckon === 'largest' || one.reckon === 'smallest'));
  if (((wants(parts, 'when') || dated) && !ranked) || parts.properties.includes('deadline'))
    asks.push({
      ask: 'when',
      ...(asksOften(parts) && { often: true }),
      ...(asksFinished(parts) && { finished: true }),
      ...deedOf(parts),
      ...spanAsked(parts),
    });
  if (parts.properties.includes('goal')) asks.push({ ask: 'goal' });
  if (parts.properties.includes('target') && asks.length === 0) asks.push({ ask: 'targets' });
  if (parts.properties.includes('original')) asks.push({ ask: 'original' });
  if ((parts.properties.includes('source') && !parts.plan) || wants(parts, 'where')) asks.push({ ask: 'sources' });
  if (asks.length === 0 && (parts.years.length > 0 || parts.every)) asks.push({ ask: 'targets' });
  if (asks.length === 0) asks.push({ ask: 'content' });
  return asks;
};

/** 平均值: the mean of the amounts. */
const AMOUNT_MEAN = 'operators:mean/amount';
