const NOUN = /(?:单位|部门|处室|机构|地区|主体|市县)$/u;
const LONGEST = 16;

/** The word by which a mark says what its units do, short enough to stand before them; undefined where it has none. */
export const saidLabel = (said: string): string | undefined => {
  if (said === '' || said.length > LONGEST) return undefined;
  return NOUN.test(said) ? said : said.replace(/[，,].*$/u, '');
};

/** True for a field of a mark that says where something is done: 推广范围, 适用范围. */
export const isScope = (field: string): boolean => field.endsWith('范围');

/** Names as a list; what keeps the list open follows without a comma. */
export const listOf = (names: readonly string[], open: readonly string[]): string =>
  `${names.join('、')}${open.map((end, at) => (at === 0 && end.startsWith('等') ? end : `、${end}`)).join('')}`;
