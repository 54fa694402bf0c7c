/** A mention stands between white space: `@RobotA 天然气…`. A name with a blank in it keeps its second half. */
const MENTION = /(?<!\S)@\S+(?!\S)/gu;

/**
 * The words of a message, without mentions of anybody.
 *
 * `@RobotA 天然气交易中心由谁负责` → 天然气交易中心由谁负责
 */
export const wordsOf = (text: string): string =>
  text
    .replace(MENTION, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
