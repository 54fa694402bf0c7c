import type { Quantity, Token } from '../values.ts';
import { withCalled } from './called.ts';
import type { ComposeContent } from './content.ts';
import { asGlue } from './said-as.ts';

const isList = (token: Token): boolean =>
  (token.kind === 'wanted' && (token.wanted === 'which' || token.wanted === 'howMany' || token.wanted === 'howMuch')) ||
  token.kind === 'position' ||
  (token.kind === 'type' && token.type === 'task');

/** It asks for tasks by their number or their kind, and names nothing else. */
const asksTasks = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token) =>
      token.kind === 'position' ||
      (token.kind === 'type' && token.type === 'task') ||
      (token.kind === 'wanted' && token.type === 'task'),
  ) && tokens.every(({ kind }) => kind !== 'clause' && kind !== 'indicator');

const bare = ({ from, to, text }: Token) => ({ from, to, text });

/** 清单第11项, 这批改革举措, 管哪几条激励: words of the plan's own title, by which no task is told from another. */
const withTitled = (tokens: readonly Token[], { titled }: ComposeContent): readonly Token[] => {
  const own = (token: Token): boolean =>
    (token.kind === 'words' || (token.kind === 'wanted' && token.rule.includes('/list')) || isHere(token)) &&
    titled(token.kind === 'before' ? token.text.slice(0, -1) : token.text);
  const others = tokens.filter((token) => token.kind === 'words' && !own(token));
  if (!asksTasks(tokens) || others.length > 0 || !tokens.some(own)) return tokens;
  return tokens.map(
    (token): Token =>
      own(token) || (token.kind === 'before' && token.before === 'these')
        ? { ...bare(token), rule: 'plan:own', kind: 'plan' }
        : token,
  );
};

/** 清单里: the list that the plan is. */
const isHere = (token: Token): boolean => token.kind === 'before' && token.before === 'these';

/** （五）是什么工程: what a named thing is, whatever sort it is said to be. */
const withSort = (tokens: readonly Token[]): readonly Token[] => {
  const named = tokens.some(({ kind }) => kind === 'clause' || kind === 'position');
  return tokens.map((token, at): Token => {
    const before = tokens[at - 1];
    const sort = token.kind === 'words' && before?.kind === 'wanted' && before.wanted === 'what';
    return named && sort && token.text.length <= LONGEST_SORT ? asGlue(token, 'glue:sort') : token;
  });
};

const LONGEST_SORT = 2;

/** 推广范围 is a word like others where no task of the plan has a scope. */
const withScopes = (tokens: readonly Token[], { scoped }: ComposeContent): readonly Token[] =>
  scoped
    ? tokens
    : tokens.map(
        (token): Token =>
          token.kind === 'property' && token.property === 'scope'
            ? { ...bare(token), rule: 'words', kind: 'words' }
            : token,
      );

/** 补多少, 最多贷多少: an amount is asked, where the plan says what is paid out, or how much it is at most. */
const withGrants = (tokens: readonly Token[], { grants, limits }: ComposeContent): readonly Token[] =>
  tokens.map((token): Token => {
    const said =
      token.kind === 'unsaid' &&
      ((grants && token.rule.endsWith('/grant')) || (limits && token.rule.endsWith('/limit')));
    return said ? { ...bare(token), rule: token.rule, kind: 'figure', figure: 'money' } : token;
  });

const SUBJECTS: readonly Token['kind'][] = ['words', 'unit', 'units', 'task', 'action', 'indicator', 'clause', 'term'];

/** 增加值占比, where the plan prints 增加值占工业增加值比重: it says so itself. */
const withPrintedShare = (tokens: readonly Token[], { prints }: ComposeContent): readonly Token[] =>
  tokens.map((token): Token => {
    const said = token.kind === 'unsaid' && token.rule === 'unsaid:share' && prints(token.text.slice(0, -1));
    return said ? { ...bare(token), rule: 'words', kind: 'words' } : token;
  });

/** 担保费率不超过多少: what plans seldom say is the subject where nothing else is, and this plan prints it. */
const withPrintedSubject = (tokens: readonly Token[], { prints }: ComposeContent): readonly Token[] =>
  tokens.some(({ kind }) => SUBJECTS.includes(kind))
    ? tokens
    : tokens.map(
        (token): Token =>
          token.kind === 'unsaid' && token.unsaid === 'money' && prints(token.text)
            ? { ...bare(token), rule: 'words', kind: 'words' }
            : token,
      );

/** 括号里点到省财政厅负责的: where units stand says no role where another word does. */
const withBrackets = (tokens: readonly Token[]): readonly Token[] =>
  tokens.some((token) => token.kind === 'role' && !isBracket(token))
    ? tokens.map((token): Token => (isBracket(token) ? asGlue(token, 'glue:bracket') : token))
    : tokens;

const isBracket = ({ kind, rule }: Token): boolean => kind === 'role' && rule.endsWith('/bracket');

/** How the rule of a role ends where who leads is told from who else is responsible. */
export const LEADS = '/leads';
export const BESIDE = '/beside';

/** 配合, where the plan knows only 牵头单位 and the 责任单位 beside them: those. */
const withBeside = (tokens: readonly Token[], { leads, supports }: ComposeContent): readonly Token[] =>
  leads && !supports
    ? tokens.map(
        (token): Token =>
          token.kind === 'role' && token.role === 'supporting'
            ? { ...token, role: 'responsible', rule: `${token.rule}${BESIDE}` }
            : token,
      )
    : tokens;

/** 牵头 is a role of its own where the plan prints it of some; 责任单位 beside it are the others. */
const withLeads = (tokens: readonly Token[], { leads }: ComposeContent): readonly Token[] => {
  if (!leads || !tokens.some((token) => token.kind === 'role' && token.role === 'lead')) return tokens;
  return tokens.map((token): Token => {
    if (token.kind !== 'role' || token.rule.endsWith('/first')) return token;
    if (token.role === 'lead') return { ...token, rule: `${token.rule}${LEADS}` };
    return token.role === 'responsible' && token.form === 'noun' && !token.rule.endsWith(BESIDE)
      ? { ...token, rule: `${token.rule}${BESIDE}` }
      : token;
  });
};

/** 哪三项: so many are asked for. */
const asksSoMany = (tokens: readonly Token[], { value }: Quantity): boolean =>
  tokens.some((token, at) => {
    const before = tokens[at - 1];
    const which = before?.kind === 'wanted' && before.wanted === 'which';
    return which && token.kind === 'quantity' && token.quantity.value === value;
  });

/** 3项能力提升是哪三项: so many, with the words behind it, as the plan prints them: its name for something, and no number of tasks. */
const withPrintedNumber = (tokens: readonly Token[], { prints }: ComposeContent): readonly Token[] => {
  const isName = (at: number): boolean => {
    const [count, words] = [tokens[at], tokens[at + 1]];
    const plain = count?.kind === 'quantity' && count.quantity.unit === 'count' && asksSoMany(tokens, count.quantity);
    return plain && words?.kind === 'words' && prints(count.text + words.text);
  };
  return tokens.flatMap((token, at): readonly Token[] => {
    const before = tokens[at - 1];
    if (isName(at)) return [];
    return before && isName(at - 1) ? [{ ...token, from: before.from, text: before.text + token.text }] : [token];
  });
};

/** 张家口承德廊坊三个地方各多少: so many are named before, and none is claimed. */
const withoutNamesCounted = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter((token, at) => {
    const next = tokens.slice(at + 1).find(({ kind }) => kind !== 'glue');
    const each = next?.kind === 'operator' && next.operator === 'each';
    const plain = token.kind === 'quantity' && token.quantity.relation === '=' && token.quantity.unit === 'count';
    return !(plain && each && tokens[at - 1]?.kind === 'words');
  });

const GOVERNMENTS = ['政府', '人民政府'];

/** 邯郸市得干啥: a place alone is its government, where that is a unit of the plan. */
const withGovernments = (tokens: readonly Token[], { unitCalled }: ComposeContent): readonly Token[] => {
  const [place, ...others] = tokens.filter(({ kind }) => SUBJECTS.includes(kind));
  if (place?.kind !== 'words' || others.length > 0) return tokens;
  const unit = GOVERNMENTS.flatMap((one) => unitCalled(`${place.text}${one}`) ?? [])[0];
  const { from, to, text } = place;
  if (unit === undefined) return tokens;
  const named: Token = { from, to, text, rule: 'unit:place', kind: 'unit', unit };
  return tokens.map((token) => (token === place ? named : token));
};

/** Words that mean the plan itself, or nothing in it, are told from those that are looked for. */
export const withOwnWords = (tokens: readonly Token[], content: ComposeContent): readonly Token[] => {
  const called = withPrintedSubject(
    withCalled(
      withScopes(withPrintedShare(withPrintedNumber(withoutNamesCounted(tokens), content), content), content),
      content,
    ),
    content,
  );
  const read = withGovernments(
    withSort(withLeads(withBeside(withBrackets(withGrants(called, content)), content), content)),
    content,
  );
  return read.some(isList) ? withTitled(read, content) : read;
};
