const RULE = '─'.repeat(36);

/** ① … ⑳, then (21). */
export const markOf = (at: number): string => (at < 20 ? String.fromCodePoint(0x2460 + at) : `(${at + 1})`);

/** Lines in the frame of one message. */
export const boxed = (title: string | undefined, lines: readonly string[]): readonly string[] => [
  `┌${RULE}`,
  ...(title === undefined ? [] : [`│ ${title}`, `├${RULE}`]),
  ...lines.map((line) => `│ ${line}`.trimEnd()),
  `└${RULE}`,
];
