import { counted, type Desk, type Draft } from '../answer/draft.ts';
import type { Composed } from '../compose/compose.ts';
import { asksIdentity } from '../compose/identity.ts';
import { taskNamed } from '../library/named.ts';
import type { Notice } from '../types.ts';
import type { Assumption, Ref } from '../values.ts';
import { isPlain, questionOf, titleOf } from './refs.ts';

const noticed = (text: string): Notice => ({ code: 'assumed', text, clauses: [] });

type Meant = NonNullable<Assumption['meant']>;

const calledAs = (ref: Ref, desk: Desk): string => {
  const task = taskNamed(ref, desk.plan);
  return task ? desk.say('itemTitle', { number: task.number, title: desk.name.task(task) }) : titleOf(ref, desk);
};

/** What may have been meant instead, as it can be offered. */
const othersOf = ({ others }: Meant, desk: Desk): readonly Ref[] => others.filter((ref) => isPlain(titleOf(ref, desk)));

/** 计划的用词不同，这是最接近的一项: that the question was taken for something, and what else it may mean. */
const doubt = (meant: Meant, desk: Desk): string => {
  const others = othersOf(meant, desk).map((ref, at) =>
    desk.say('beside', { mark: at + 1, title: titleOf(ref, desk) }),
  );
  return others.length === 0
    ? desk.say('assumedNearest')
    : desk.say('assumedBeside', { others: others.join(desk.language === 'en' ? '; ' : '；') });
};

/** A paragraph has no name by which it could be called. */
const isUntitled = ({ type, id }: Ref, desk: Desk): boolean =>
  type === 'clause' && ['paragraph', 'opening', 'guiding'].includes(desk.clause(id)?.kind ?? '');

/** 按第36项“拓展农村金融服务网络”理解：…: the conclusion says what it is of, where it does not yet. */
const takenAs = (line: string, { best }: Meant, desk: Desk): string =>
  line.includes(titleOf(best, desk)) || isUntitled(best, desk)
    ? desk.say('assumedItself', { line })
    : desk.say('assumedFirst', { title: calledAs(best, desk), line });

const meantIn = ({ assumed }: Composed): readonly Meant[] => assumed.flatMap(({ meant }) => meant ?? []);

/** What was taken on trust and the answer itself does not show: pieces of a long text, no year, other words. */
const unshown = (composed: Composed, desk: Desk): readonly string[] => {
  const aside = composed.assumed.flatMap(({ what, value }) => (what === 'question' ? [value] : []));
  const relative = aside.length === 0 && composed.tokens.some(({ rule }) => rule === 'year:no-clock');
  return [
    ...(composed.condensed ? [desk.say('shortened', { text: composed.text })] : []),
    ...(relative ? [desk.say('noYear')] : []),
    ...meantIn(composed).map((meant) => doubt(meant, desk)),
    ...aside.map((text) => desk.say('onlyQuestion', { text })),
  ];
};

/** What a question means by leaning on an earlier one; the answer's first line shows it. */
export interface Leaning {
  readonly composed: Composed;
  /** How it was read, in words. */
  readonly said: string;
  /** Something was asked before. */
  readonly follows: boolean;
}

const MOST_SUGGESTIONS = 3;

/** The first line says as what the question was taken; right behind it, that others may be meant, which can be asked. */
const withDoubt = (draft: Draft, composed: Composed, desk: Desk): Draft => {
  const all = meantIn(composed);
  const [meant] = all;
  const [first = '', ...rest] = draft.lines;
  if (!meant) return draft;
  const others = all.flatMap((meant) => othersOf(meant, desk).map((ref) => questionOf(ref, meant.ask, desk)));
  return {
    ...draft,
    lines: [takenAs(first, meant, desk), ...all.map((one) => doubt(one, desk)), ...rest],
    computed: [
      ...(draft.computed ?? []),
      ...all
        .flatMap(({ best }) => taskNamed(best, desk.plan)?.number ?? [])
        .map((one) => counted(one, '任务的次序', [])),
      ...others.map((_, at) => counted(at + 1, '可回复的序号', [])),
    ],
    suggestions: [...others, ...(draft.suggestions ?? [])].slice(0, MOST_SUGGESTIONS),
  };
};

/** Returns an answer with notices of what was filled in from earlier questions or taken on trust. */
export const withAssumed = (draft: Draft, { composed, said, follows }: Leaning, desk: Desk): Draft => {
  if (draft.status !== 'answered') return draft;
  const leans = follows && said !== '' && composed.assumed.some(({ what }) => what === 'topic');
  const told = withDoubt(draft, composed, desk);
  const same = asksIdentity(composed.tokens) ? [desk.say('identityUnsaid')] : [];
  return {
    ...told,
    lines: [...same, ...told.lines],
    notices: [...(draft.notices ?? []), ...unshown(composed, desk).map(noticed)],
    ...(leans && { saidBack: [noticed(desk.say('assumedTopic', { value: said }))] }),
  };
};
