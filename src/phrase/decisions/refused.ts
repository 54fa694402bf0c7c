import { counted, type Desk, type Draft } from '../../answer/draft.ts';
import { countsSaid, hasPeriod, isWhole } from '../../answer/front.ts';
import type { Refused } from '../../compose/decision.ts';
import { clauseOf } from '../../library/named.ts';
import { clip } from '../../text.ts';
import type { Clause, Related } from '../../types.ts';
import type { Ref } from '../../values.ts';
import { printing } from '../printed.ts';
import { isPlain, titleOf } from '../refs.ts';

const MOST_NEAR = 3;
const LONGEST_ASKED = 40;
/** 西安…行动计划（2020—2022年）: the title without its period. */
const PERIOD = /（.*$/;

/** Questions that the plan does answer, in the asker's language. */
export const examplesOf = ({ plan, say, name }: Desk): readonly string[] => {
  const [task, indicator] = [plan.tasks.at(0), plan.indicators.at(0)];
  return [
    ...(task ? [say('askWho', { title: name.short(task) })] : []),
    ...(indicator && hasPeriod(plan)
      ? [say('askTarget', { title: name.plain(indicator), year: plan.document.period[1] })]
      : []),
    ...(plan.actions[0] ? [say('askTasks', { title: plan.actions[0].title })] : []),
  ];
};

/** What the question asked for, short enough to repeat. Markup never comes back. */
const repeated = (text: string): string =>
  clip(
    text
      .replace(/[<>[\]`*_#|]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    LONGEST_ASKED,
  );

const searched = (desk: Desk): string => {
  const { plan, say } = desk;
  if (isWhole(plan)) return searchedWhole(desk);
  const list = countsSaid(desk);
  return say('searchedText', { counts: list === '' ? '' : say('textHas', { list }) });
};

const searchedWhole = ({ plan, say }: Desk): string =>
  say('searched', { tasks: plan.tasks.length, indicators: plan.indicators.length, actions: plan.actions.length });

const searchedCounts = ({ plan }: Desk) => [
  counted(plan.tasks.length, '任务数', []),
  counted(plan.indicators.length, '指标数', []),
  counted(plan.actions.length, '行动数', []),
  ...(isWhole(plan) ? [] : [counted(plan.safeguards.length, '保障措施数', [])]),
];

const relatedOf = (near: readonly Ref[], desk: Desk): readonly (Related & { readonly title: string })[] =>
  near.slice(0, MOST_NEAR).flatMap((ref) => {
    const clause = desk.clause(clauseOf(ref, desk.plan));
    const title = titleOf(ref, desk);
    return clause ? [{ clause: clause.id, label: `${clause.label}“${title}”`, title }] : [];
  });

/** Where the plan prints words that it does not say what was asked of. */
const saidElsewhere = ({ why, about }: Refused, { plan }: Desk): readonly Clause[] =>
  why === 'absent' || why === 'unsaid' ? printing(about, plan) : [];

const headOf = ({ why, about, near }: Refused, isPrinted: boolean, desk: Desk): string => {
  const asked = repeated(about);
  switch (why) {
    case 'stranger':
      return desk.say('unitWithout', { unit: asked });
    case 'place':
      return desk.say('otherPlace', { place: asked, title: desk.plan.document.title.replace(PERIOD, '') });
    case 'document':
      return desk.plan.document.number === ''
        ? desk.say('notFound', { asked })
        : desk.say('otherDocument', { asked, number: desk.plan.document.number });
    case 'missing':
      return desk.say('clauseMissing', { clause: asked });
    case 'part': {
      const title = near[0] ? titleOf(near[0], desk) : '';
      return isPlain(title) ? desk.say('noPart', { title, part: asked }) : desk.say('notFound', { asked });
    }
    case 'unread':
      return asked === '' ? desk.say('empty') : desk.say('unreadPlain', { asked });
    case 'absent':
    case 'unsaid':
      if (asked === '') return desk.say('notFoundPlain');
      return desk.say(isPrinted ? 'notFoundHere' : 'notFound', { asked });
  }
};

/** An honest refusal: what was asked, what was searched, what is near. */
export const phraseRefused = (refused: Refused, desk: Desk): Draft => {
  const related = relatedOf(refused.near, desk);
  const elsewhere = saidElsewhere(refused, desk);
  const titles = related.map(({ title }) => title).filter(isPlain);
  return {
    status: 'not_found',
    lines: [
      headOf(refused, elsewhere.length > 0, desk),
      ...(refused.why === 'unread' ? [] : [searched(desk)]),
      ...(titles.length > 0 ? [desk.say('near', { labels: titles.join(desk.language === 'en' ? '; ' : '；') })] : []),
    ],
    related: [
      ...related.map(({ clause, label }) => ({ clause, label })),
      ...elsewhere
        .filter(({ id }) => related.every(({ clause }) => clause !== id))
        .slice(0, MOST_NEAR - related.length)
        .map(({ id, label }) => ({ clause: id, label })),
    ],
    computed: searchedCounts(desk),
  };
};

/** Decision → Draft of one line, beside other questions that are answered. */
export const phraseUntold = (decision: Refused, desk: Desk): Draft => ({
  status: 'not_found',
  lines: [headOf(decision, saidElsewhere(decision, desk).length > 0, desk)],
});
