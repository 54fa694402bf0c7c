import { canonical, foldWidth } from '../text.ts';
import type { Plan } from '../types.ts';

/** A plan that a question names, and the question with a word in place of the name by which any plan calls itself. */
export interface Mention {
  readonly plan: string;
  readonly text: string;
  /** Nothing but the name was said. */
  readonly alone: boolean;
}

type Found = Omit<Mention, 'alone'>;

/** What a plan can be named by. */
export interface Naming {
  readonly id: string;
  readonly title: string;
  /** The title only tells it from others: pieces of it are no name. */
  readonly untitled?: boolean;
  readonly short: string;
  readonly number: string;
}

const OPENS = '[〔[(（【]';
const CLOSES = '[〕\\])）】]';
const NUMBER = new RegExp(`${OPENS}\\s?((?:19|20)\\d{2})\\s?${CLOSES}\\s?(?:第\\s?)?(\\d{1,4})\\s?号(?:文件|文)?`, 'u');
const SENDER = /[\p{Script=Han}]{1,10}$/u;
/** Words with which every title opens. */
const OPENING = /^(?:关于|印发|转发|进一步|加快|推动|推进|做好|加强)+/u;
const PERIOD = /[（(]\d{4}.*?[）)]|\d{4}\s*[—–-]+\s*\d{4}\s*年?/gu;
const BRACKETS = /《([^《》]{2,80})》/gu;
/** A piece of a title that names it by itself, and one in front of 方案, 计划. */
const [SHORTEST_BARE, SHORTEST] = [4, 2];
/** How much of a title's own words must be said where no 方案 stands behind. */
const MOST_OF_IT = 0.6;

export const namingOf = ({ id, document }: Plan, short: string): Naming => ({
  id,
  title: document.title,
  untitled: document.untitled === true,
  short,
  number: document.number,
});

/** A title without what other titles have as well: 关于, 实施方案, the years. */
const coreOf = (title: string, nouns: readonly string[]): string => {
  let core = canonical(title)
    .replaceAll(PERIOD, '')
    .replace(/的通知$/u, '');
  for (let before = ''; before !== core; ) {
    before = core;
    core = core.replace(OPENING, '').replace(/的$/u, '');
    for (const noun of nouns) if (core.endsWith(noun)) core = core.slice(0, -noun.length);
  }
  return core;
};

/** The longest piece of a core that ends where the given text ends. */
const pieceBehind = (text: string, core: string): string => {
  for (let length = Math.min(text.length, core.length); length >= SHORTEST; length -= 1)
    if (core.includes(text.slice(-length))) return text.slice(-length);
  return '';
};

/** The longest piece of a core that a text holds. */
const pieceIn = (text: string, core: string): string => {
  let best = '';
  for (let at = 0; at < text.length; at += 1)
    while (core.includes(text.slice(at, at + best.length + 1)) && at + best.length < text.length)
      best = text.slice(at, at + best.length + 1);
  return best;
};

/** Every piece of a text of so many characters. */
const piecesOf = (text: string, size: number): readonly string[] =>
  Array.from({ length: Math.max(0, text.length - size + 1) }, (_, at) => text.slice(at, at + size));

const onlyOne = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

/** What a plan is known by. */
interface Known extends Naming {
  readonly names: readonly string[];
  /** The words that are its own. */
  readonly core: string;
  readonly figures: string;
  readonly sender: string;
}

const knownBy = (one: Naming, nouns: readonly string[]): Known => ({
  ...one,
  names: [one.title, one.short].filter((name) => name.length >= SHORTEST_BARE).map(canonical),
  core: one.untitled ? '' : coreOf(one.title, nouns),
  figures: NUMBER.exec(one.number)?.slice(1).join('/') ?? '',
  sender: canonical(one.number).replace(/[〔[(（【].*$/u, ''),
});

/** Plans by the pieces of their own words of one length. */
const byPieces = (known: readonly Known[], size: number): ReadonlyMap<string, ReadonlySet<Known>> => {
  const found = new Map<string, Set<Known>>();
  for (const one of known)
    for (const piece of piecesOf(one.core, size)) found.set(piece, (found.get(piece) ?? new Set()).add(one));
  return found;
};

/** A 文号, with or without its sender. */
const createByNumber =
  (known: readonly Known[], self: string) =>
  (text: string): Found | undefined => {
    const found = NUMBER.exec(text);
    if (!found) return undefined;
    const before = text.slice(0, found.index);
    const said = SENDER.exec(before)?.[0] ?? '';
    const same = known.filter(({ figures }) => figures === found.slice(1).join('/'));
    const own = same.filter(({ sender }) => sender !== '' && said.endsWith(sender));
    const plan = onlyOne(own) ?? (/[发函办字令政规]$/u.test(said) ? undefined : onlyOne(same));
    if (!plan) return undefined;
    const head = said.endsWith(plan.sender) ? before.slice(0, before.length - plan.sender.length) : before;
    return { plan: plan.id, text: `${head}${self}${text.slice(found.index + found[0].length)}` };
  };

/** A title in 《》, or what only one title has of it. */
const createBracketed = (known: readonly Known[], nouns: readonly string[], self: string) => {
  const whole = (text: string, name: string): Known | undefined => {
    const said = canonical(name);
    const exact = known.filter(({ names }) => names.includes(said));
    const bare = coreOf(name, nouns);
    const holding = known.filter(({ names, core }) =>
      [...names, core].some((one) => one.includes(said) || (bare.length >= SHORTEST_BARE && one.includes(bare))),
    );
    return text === '' ? undefined : (onlyOne(exact) ?? onlyOne(holding));
  };

  return (text: string): Found | undefined => {
    for (const found of text.matchAll(BRACKETS)) {
      const plan = whole(text, found[1] ?? '');
      if (plan)
        return {
          plan: plan.id,
          text: `${text.slice(0, found.index)}${self}${text.slice(found.index + found[0].length).replace(/^[:：]/u, '，')}`,
        };
    }
    return undefined;
  };
};

/** A piece that only one title has, in front of a noun: 数字人社方案. */
const createBeforeNoun = (known: readonly Known[], nouns: readonly string[], self: string) => {
  const byPair = byPieces(known, SHORTEST);
  return (text: string): Found | undefined => {
    for (const noun of nouns)
      for (let at = text.indexOf(noun); at >= 0; at = text.indexOf(noun, at + 1)) {
        const head = text.slice(0, at).replace(/(?:这个|那个|这份|那份|的)$/u, '');
        const said = canonical(head);
        const ending = byPair.get(said.slice(-SHORTEST)) ?? [];
        const pieces = [...ending].map(({ id, core }) => ({ id, piece: pieceBehind(said, core) }));
        const longest = Math.max(0, ...pieces.map(({ piece }) => piece.length));
        const plan = longest >= SHORTEST ? onlyOne(pieces.filter(({ piece }) => piece.length === longest)) : undefined;
        if (plan)
          return {
            plan: plan.id,
            text: `${head.slice(0, head.length - plan.piece.length)}${self}${text.slice(at + noun.length)}`,
          };
      }
    return undefined;
  };
};

/** Most of a title's own words. */
const createBare = (known: readonly Known[]) => {
  const byPart = byPieces(known, SHORTEST_BARE);
  /** Plans whose own words share with a text a piece that names them. */
  const sharing = (text: string): readonly Known[] => [
    ...new Set(piecesOf(text, SHORTEST_BARE).flatMap((piece) => [...(byPart.get(piece) ?? [])])),
  ];

  return (text: string): Found | undefined => {
    const said = canonical(text);
    const pieces = sharing(said)
      .map(({ id, core }) => ({ id, core, piece: pieceIn(said, core) }))
      .filter(({ piece, core }) => piece.length >= SHORTEST_BARE && piece.length >= core.length * MOST_OF_IT);
    const plan = onlyOne(pieces);
    return plan && { plan: plan.id, text };
  };
};

/**
 * Returns the reader of plans' names: a title in 《》 or whole, a 文号, a piece that only one title has in front of one
 * of `nouns` (数字人社方案), or most of a title's own words. `self` is how a plan calls itself.
 */
export const createMentions = (
  plans: readonly Naming[],
  nouns: readonly string[],
  self: string,
): ((text: string) => Mention | undefined) => {
  const sorted = [...nouns].sort((a, b) => b.length - a.length);
  const known = plans.map((one) => knownBy(one, sorted));
  /** Titles and short names, the longest first. */
  const named = known
    .flatMap(({ id, title, short }) => [title, short].map((name) => ({ id, name })))
    .filter(({ name }) => name.length >= SHORTEST_BARE)
    .sort((a, b) => b.name.length - a.name.length);
  const titled = (text: string): Found | undefined => {
    const found = named.find(({ name }) => text.includes(name));
    return found && { plan: found.id, text: text.replace(found.name, self) };
  };

  const byNumber = createByNumber(known, self);
  const bracketed = createBracketed(known, sorted, self);
  const beforeNoun = createBeforeNoun(known, sorted, self);
  const bare = createBare(known);

  return (typed) => {
    const text = foldWidth(typed).replaceAll('(', '（').replaceAll(')', '）');
    const found =
      byNumber(typed) ?? bracketed(typed) ?? titled(typed) ?? titled(text) ?? beforeNoun(typed) ?? bare(typed);
    if (!found) return undefined;
    const core = known.find(({ id }) => id === found.plan)?.core ?? '';
    return { ...found, alone: found.text === self || core.includes(canonical(typed)) };
  };
};
