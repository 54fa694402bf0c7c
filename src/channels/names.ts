import type { AskedPlans } from './asked-plans.ts';

/** Around the name of somebody who is mentioned in a message; letters that no keyboard has. */
const [OPEN, CLOSE] = ['\u{e000}', '\u{e001}'];
const NAME = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`, 'gu');
const MARKS = new RegExp(`[${OPEN}${CLOSE}]`, 'gu');

/** A name in a text, of which nobody knows yet whether it is a part of the question. */
export const nameMark = (name: string): string => `${OPEN}${name.replace(MARKS, '')}${CLOSE}`;

/** The text without the names in it, or with those only that stay. */
export const withNames = (text: string, stays: (name: string) => boolean = () => false): string =>
  text.includes(OPEN)
    ? text
        .replace(NAME, (_, name: string) => (stays(name) ? ` ${name} ` : ''))
        .replace(/[ \t]+/g, ' ')
        .trim()
    : text;

/**
 * Whether a plan has a unit of that name: then it is asked about. Other names are people's, who are told of the question
 * (请 @张三 看一下第21项): kept, they would be read as things asked about.
 */
export const isUnitIn =
  (plans: AskedPlans) =>
  (name: string): boolean =>
    plans
      .list()
      .some(({ bot: { plan } }) =>
        plan.registry.units.some((unit) => [unit.name, unit.full, ...unit.others].includes(name)),
      );
