import type { Explanation } from '../bot.ts';
import { bornOut, type Explained, type Member } from './explaining.ts';
import { missingIn, namesThing, spokenOf } from './said.ts';
import type { Asked } from './together.ts';

/** How much of the question was left unread by what answers it; the nearer to nought, the better. */
const scoreOf = ({ composed }: Explanation): number => composed.candidates[0]?.score ?? 0;

export interface JudgingParts {
  readonly members: readonly [Member, ...Member[]];
  /** The same by their ids. */
  readonly byId: ReadonlyMap<string, Member>;
  /** Whether the first is asked before the others, where none is named. */
  readonly firstLeads: boolean;
}

/** Returns what tells which plans' answers to one question are believed. */
export const createJudging = ({ members, byId, firstLeads }: JudgingParts) => {
  const [lead] = members;
  const memberOf = (id: string) => byId.get(id) ?? lead;

  const printsAll = ({ prints }: Member, pieces: readonly string[]): boolean => pieces.every(prints);

  /** It only comes near what is asked: one of some plans prints the words in full, and it does not. */
  const isNear = ({ plan, how }: Explained, among: readonly Member[]): boolean => {
    const pieces = spokenOf(how);
    return !printsAll(memberOf(plan), pieces) && among.some((member) => printsAll(member, pieces));
  };

  /** The plan that is asked first bears the question out, and prints all that it speaks of. */
  const leads = (one: Explained): boolean =>
    firstLeads && bornOut(one) && missingIn(one.how, lead.prints) === 0 && !isNear(one, members);

  /** Of several that are as good, the plan that is asked first. */
  const ledBy = <T extends Asked>(found: readonly T[]): readonly T[] => {
    const own = firstLeads ? found.filter(({ plan }) => plan === lead.id) : [];
    return own.length > 0 ? own : found;
  };

  /**
   * Those that print what is asked in full, where one of them has it or asks back, so that none is believed that only
   * comes near; all where none has.
   */
  const printedFirst = (all: readonly Explained[]): readonly Explained[] => {
    const asked = all.map(({ plan }) => memberOf(plan));
    const inFull = all.filter((one) => !isNear(one, asked));
    return inFull.some((one) => one.answer.status !== 'not_found' || namesThing(one.how)) ? inFull : all;
  };

  /** Those that answer, and of them those that leave the least unread. */
  const best = (all: readonly Explained[]): readonly Asked[] => {
    const answered = all.filter(({ answer }) => answer.status === 'answered');
    const sure = answered.filter(bornOut);
    const left = sure.length > 0 ? sure : answered;
    const missing = left.map(({ plan, how }) => missingIn(how, memberOf(plan).prints));
    const printed = left.filter((_, at) => missing[at] === Math.min(...missing));
    const most = Math.max(...printed.map(({ how }) => scoreOf(how)));
    return ledBy(printed.filter(({ how }) => scoreOf(how) >= most));
  };

  return { leads, ledBy, printedFirst, best };
};
