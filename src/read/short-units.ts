import type { Registry, UnitName } from '../types.ts';
import type { Token } from '../values.ts';

const SHORTEST = 2;
const LONGEST = 12;
const MOST_UNITS = 3;
const ENDING = /[局委办部区]$/u;
/** 职称处, 石家庄支行: bodies too, where one unit alone can be meant that ends so. */
const ENDING_OF_ONE = /[厅处行院县]$|中心$/u;

const isSubsequence = (short: string, name: string): boolean => {
  let at = 0;
  for (const char of name) if (char === short[at]) at += 1;
  return at === short.length;
};

type Named = Pick<Registry, 'units' | 'groups'>;

/**
 * Returns the units of which a short form is a subsequence of a registered name, tested on all at once. A word of asking
 * is short for none (银行), but may be another name of a group that some task names: 开发区.
 */
export const createShortUnits = (
  { units, groups, named }: Named & { readonly named: ReadonlySet<UnitName> },
  isAsking: (word: string) => boolean,
): ((short: string) => readonly UnitName[]) => {
  const known = new Map<string, readonly UnitName[]>(
    groups.flatMap(({ name, others }) =>
      others.filter((other) => named.has(name) || !isAsking(other)).map((other) => [other, [name]] as const),
    ),
  );
  const namesOf = units.map(({ name, others }) => ({ name, all: [name, ...others] }));
  const find = (short: string): readonly UnitName[] => {
    if (isAsking(short) || short.length < SHORTEST || short.length > LONGEST || !/^\p{Script=Han}+$/u.test(short))
      return [];
    const started = namesOf.filter(({ all }) =>
      all.some((name) => name.replace(/^[市省]/u, '').startsWith(short.replace(/^[市省]/u, ''))),
    );
    const within =
      started.length > 0 ? started : namesOf.filter(({ all }) => all.some((name) => isSubsequence(short, name)));
    return within.length > MOST_UNITS ? [] : within.map(({ name }) => name);
  };
  return (short) => {
    const before = known.get(short);
    if (before) return before;
    const found = find(short);
    if (known.size < 5_000) known.set(short, found);
    return found;
  };
};

/** What may stand between units of one list. */
const isJoin = (token: Token | undefined): boolean =>
  token !== undefined &&
  ((token.kind === 'mark' && /^[、,，/ ]$/u.test(token.text)) ||
    (token.kind === 'operator' && (token.operator === 'and' || token.operator === 'or')));

const isUnit = (token: Token | undefined): boolean => token?.kind === 'unit' || token?.kind === 'units';

const PASSING = new Set<string>(['not', 'only', 'each', 'all', 'also', 'together', 'have', 'is']);

/** The first token from here on that is no adverb and no glue. */
const beyond = (tokens: readonly Token[], from: number): Token | undefined =>
  tokens
    .slice(from, from + 5)
    .find(
      (token) =>
        token.kind !== 'glue' && !isWhether(token) && !(token.kind === 'operator' && PASSING.has(token.operator)),
    );

/** 区县要不要负责, 区县有没有责任. */
const isWhether = (token: Token | undefined): boolean => token?.kind === 'wanted' && token.wanted === 'whether';

/** True when a unit is asked for before the role: then the run in front is what it is about. */
const isAsked = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === 'wanted' && (token.wanted === 'who' || token.type === 'unit'));

/** 责任, and not 责任单位: 新设法人金融机构，区县有没有责任. */
const DUTY = 'roles:responsible/noun';
const TOPICS: readonly Token['kind'][] = ['words', 'task', 'position', 'clause', 'before'];
const isTopic = ({ kind }: Token): boolean => TOPICS.includes(kind);

const standsAsUnit = (tokens: readonly Token[], index: number): boolean => {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  if (isJoin(next) && isUnit(tokens[index + 2])) return true;
  if (isJoin(before) && isUnit(tokens[index - 2])) return true;
  if (before?.kind === 'operator' && (before.operator === 'by' || before.operator === 'except')) return true;
  const listed = before?.kind === 'operator' && (before.operator === 'have' || before.operator === 'not');
  if (listed && tokens.slice(0, index).some((token) => token.kind === 'role' && token.form === 'noun')) return true;
  const role = beyond(tokens, index + 1);
  if (role?.rule === DUTY && tokens.some(isWhether) && tokens.slice(0, index).some(isTopic)) return true;
  return role?.kind === 'role' && role.form === 'verb' && !isAsked(tokens);
};

/** 哪些开发区, 每个区县: one of them. */
const isChosen = (before: Token | undefined): boolean =>
  before?.kind === 'wanted' ||
  before?.kind === 'quantity' ||
  (before?.kind === 'operator' && (before.operator === 'each' || before.operator === 'of'));

const endsAsOne = (short: string, [unit, other]: readonly UnitName[]): boolean =>
  other === undefined && ENDING_OF_ONE.test(short) && unit?.at(-1) === short.at(-1);

const asUnits = (token: Token, units: readonly UnitName[]): Token => {
  const { from, to, text } = token;
  const [unit, other] = units;
  return unit !== undefined && other === undefined
    ? { from, to, text, rule: 'unit:short', kind: 'unit', unit }
    : { from, to, text, rule: 'unit:short', kind: 'units', units };
};

const LONGEST_PLACE = 4;

/** 幼师筹建 邯郸市是牵头: the place at the end of a run is a unit where it is said to stand in a role. */
const splitPlaces = (tokens: readonly Token[], unitsOf: (short: string) => readonly UnitName[]): readonly Token[] =>
  tokens.flatMap((token, index) => {
    const [is, role] = tokens.slice(index + 1).filter(({ kind }) => kind !== 'glue');
    const said = is?.kind === 'role' ? is : role;
    const predicate = is === said || isWhether(is) || (is?.kind === 'operator' && is.operator === 'is');
    if (token.kind !== 'words' || said?.kind !== 'role' || !predicate || !PLACE_ENDING.test(token.text)) return [token];
    const sizes = [LONGEST_PLACE, LONGEST_PLACE - 1].filter((size) => size < token.text.length);
    const size = sizes.find((one) => unitsOf(token.text.slice(-one)).length === 1);
    if (size === undefined) return [token];
    const at = token.to - size;
    const cut = token.text.length - size;
    return [
      { ...token, to: at, text: token.text.slice(0, cut) },
      { ...token, from: at, text: token.text.slice(cut) },
    ];
  });
const PLACE_ENDING = /[市县区]$/u;

/**
 * Returns the tokens with short forms of units read as units: 财政, 科技 in 财政、科技、高新各负责几项; 开发区 in
 * 区县、开发区都负责的任务. Only a whole run of words in a place where a unit stands is one, so that 科技金融 and 财政资金 stay words.
 */
export const markShortUnits = (
  tokens: readonly Token[],
  unitsOf: (short: string) => readonly UnitName[],
): readonly Token[] => {
  let read = [...splitPlaces(tokens, unitsOf)];
  for (let pass = 0; pass < 2; pass += 1)
    for (const order of [read.map((_, at) => at), read.map((_, at) => read.length - 1 - at)])
      for (const index of order) {
        const token = read[index];
        const sort = token?.kind === 'type' && token.type === 'unit' && !isChosen(read[index - 1]);
        if (token === undefined || !(sort || (token.kind === 'words' && token.rule === 'words'))) continue;
        const units = unitsOf(token.text);
        const whole =
          !sort &&
          token.text.length > 2 &&
          (ENDING.test(token.text) || (endsAsOne(token.text, units) && !isAsked(read)));
        if (units.length === 0 || !(whole || standsAsUnit(read, index))) continue;
        read = read.with(index, asUnits(token, units));
      }
  return read;
};
