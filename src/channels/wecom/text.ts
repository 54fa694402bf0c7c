import { nameMark } from '../names.ts';

/** The name that comes with the program; another is heard in messages. */
const OWN_NAME = '问计';
/** So many names are kept that were heard. */
const MOST_NAMES = 200;

/** `@RobotA `: a mention at the head, up to the blank behind it. */
const AT_HEAD = /^@(\S+)(?:\s+|$)/u;
/** A mention between white space anywhere else: `请问 @问计 …`, `… @问计`. */
const ELSEWHERE = /(?<=\s)@\S+(?!\S)/gu;

/** A name in letters, and no question. */
const LATIN = /^[\w.-]+$/;

const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();

/**
 * Returns a function that takes the mentions out of a message, or marks the names of others inside it. WeCom names nobody beside the text: a name ends at a
 * blank. Where none stands behind it, it is known as ours or as one that was heard before; what nobody knows is left
 * as it stands, so that no question is eaten.
 *
 * `@RobotA 天然气交易中心由谁负责` → 天然气交易中心由谁负责, and from then on `@RobotA第21项` → 第21项
 */
export const createWords = (): ((text: string) => string) => {
  const known = new Set([OWN_NAME]);
  const knownIn = (run: string): string | undefined =>
    known.has(run) ? run : [...known].filter((name) => run.startsWith(name)).sort((a, b) => a.length - b.length)[0];
  /** What stands behind the mention at the head; undefined where none stands there. */
  const behind = (text: string): string | undefined => {
    const [head = '', run = ''] = AT_HEAD.exec(text) ?? [];
    if (run === '') return undefined;
    const name = knownIn(run);
    if (name !== undefined) return text.slice(name.length + 1).trimStart();
    if (head.length === run.length + 1 && !LATIN.test(run)) return run;
    if (known.size < MOST_NAMES) known.add(run);
    return text.slice(head.length);
  };
  return (text) => {
    let left = text.trimStart();
    for (let rest = behind(left); rest !== undefined; rest = behind(left)) left = rest;
    return tidy(left.replace(ELSEWHERE, (run) => (known.has(run.slice(1)) ? '' : nameMark(run.slice(1)))));
  };
};
