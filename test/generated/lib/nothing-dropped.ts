import { corpusSentences } from './corpus-sentences.ts';
import type { AskBot, Case, Reply } from './examine.ts';
import { createMutate } from './mutations.ts';
import type { Oracle } from './oracle.ts';
import { createRandom } from './random.ts';

/** Words that change what is asked, as they may stand in what was left unread. */
const OPERATOR =
  /不|没|未|非|无|除|只|仅|各|每|都|全部|超过|不到|至少|最多|最少|以上|以下|以内|左右|倒数|最后|第[一二三四五六七八九十\d]|前[一二三四五六七八九十\d]/;
const FIGURE = /\d|[一二三四五六七八九十百千万亿两]+(?:亿|万|元|家|项|次|个|年|期|名)/;

/** Returns whether something unread may not be passed over. */
const isGrave = (piece: string, names: readonly string[]): boolean =>
  OPERATOR.test(piece) || FIGURE.test(piece) || names.some((name) => piece.includes(name));

/** Returns why a confident answer is too confident; `understood` is promised on every answer. */
export const unreadFault = (reply: Reply, names: readonly string[]): string | undefined => {
  const { understood } = reply;
  if (understood === undefined) return 'no understood';
  if (reply.status !== 'answered') return undefined;
  const grave = understood.unread.filter((piece) => isGrave(piece, names));
  return grave.length > 0 ? `answered, and did not read ${grave.map((piece) => `“${piece}”`).join(', ')}` : undefined;
};

/** Returns what is missing of `understood`: {said, unread}, on any answer. */
export const understoodFault = ({ understood, status }: Reply): string | undefined => {
  if (typeof understood?.said !== 'string') return 'no understood.said';
  if (!Array.isArray(understood.unread) || understood.unread.some((piece) => typeof piece !== 'string'))
    return 'understood.unread is no string[]';
  return status === 'answered' && understood.said.trim() === '' ? 'answered, and says not how it was read' : undefined;
};

const longNames = (oracle: Oracle): readonly string[] =>
  oracle.units.flatMap((unit) => oracle.namesOf(unit)).filter((name) => name.length > 2);

/** Returns the sentences of the corpus as cases: nothing grave unread. */
export const corpusCases = (oracle: Oracle): readonly Case[] => {
  const names = longNames(oracle);
  return corpusSentences().map(({ text, history }) => ({
    kind: 'corpus',
    tags: [],
    question: text,
    history,
    expected: 'nothing grave unread',
    fault: (reply) => unreadFault(reply, names),
  }));
};

/** Returns mutated sentences: nothing grave unread, and another answer where the meaning is another. */
export const mutationCases = (
  oracle: Oracle,
  options: { seed: number; count: number; ask: AskBot },
): readonly Case[] => {
  const { seed, count, ask } = options;
  const names = longNames(oracle);
  const sentences = corpusSentences();
  const short = sentences.filter(({ text }) => text.length <= 60);
  return createMutate(oracle, createRandom(seed))(short, count).map(({ kind, inserted, from, to, mustChange }) => ({
    kind,
    tags: [`inserted ${inserted}`],
    question: to.text,
    history: to.history,
    expected: mustChange ? `another answer than for ${from.text}` : 'nothing grave unread',
    fault: (reply) => {
      const before =
        mustChange && reply.status === 'answered' ? ask({ text: from.text, history: from.history }) : undefined;
      return before?.text === reply.text ? `the same answer with “${inserted}” as without` : unreadFault(reply, names);
    },
  }));
};
