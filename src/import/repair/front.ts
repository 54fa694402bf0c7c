const KIND = '(?:方案|意见|措施|计划|规划|办法|细则|要点|通知)';
/** Words with which the text after a title begins. */
const AFTER_TITLE = '(?:为|根据|按照|依据|党的|近年|当前|随着|围绕|深入|按)';
const DATE = '\\d{4}年\\d{1,2}月\\d{1,2}日';

const NUMBER = /^([^\s。，：]{2,14}[〔［[]\d{4}[〕］\]]\d{1,4}号)(?=.)/;
const ADDRESSEES = /^((?:各|[^\s。；《]{2,12}(?:政府|厅|局|委|部门))[^。；《]{1,240}?[：:])(?=.)/;
const SIGNATURE = new RegExp(`(?<=[。：）])([^。，；：、（）]{4,300}?)(${DATE})(?![前起至，。、以内发])`);
/** `2023年3月22日河北省…实施方案`: the title stands right behind the date. */
const DATE_TITLE = new RegExp(`^(${DATE})(?=[^，。；：、前起至]{4,60}${KIND})`);
const OPEN_NOTE = /^([（(][^（）()]{0,12}公开[^（）()]{0,8}[）)])(?=.)/;
const TITLE = new RegExp(
  `^([^，。；：、《》\\s]{4,60}?${KIND}(?:[（(][^（）()]{2,20}[）)])?)(?=${AFTER_TITLE}|[一二三]、)`,
);
/** A line of its own: the annex, and what the channels of the authorities add below. */
const APART = /(?<=[。日）])(?=附件\d?\s*[:：]|更多信息请关注)/;
/** The title of a further document, behind the last sentence of the one before. */
const NEXT_TITLE = new RegExp(`(?<=[。）])(关于[^，。；：《》]{4,50}?的(?:实施)?${KIND})(?=${AFTER_TITLE})`);

const peel = (text: string, pattern: RegExp): readonly [readonly string[], string] => {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? [[], text] : [[found], text.slice(found.length)];
};

const splitHead = (text: string): readonly string[] => {
  const parts: string[] = [];
  let rest = text;
  for (const pattern of [DATE_TITLE, OPEN_NOTE, NUMBER, ADDRESSEES, TITLE]) {
    const [found, left] = peel(rest, pattern);
    parts.push(...found);
    rest = left;
  }
  return rest === '' ? parts : [...parts, rest];
};

/**
 * Divides what a document has before its first number and after its last: 文号, addressees, the sentence of the notice,
 * issuers, date, title. A piece without any of them stays whole.
 */
export const splitFront = (piece: string): readonly string[] =>
  piece.split(APART).flatMap((part): readonly string[] => {
    const signature = SIGNATURE.exec(part);
    if (signature) {
      const [whole, issuers = '', date = ''] = signature;
      const before = part.slice(0, signature.index);
      const after = part.slice(signature.index + whole.length);
      return [...splitHead(before), issuers, date, ...(after === '' ? [] : splitFront(after))];
    }
    const next = NEXT_TITLE.exec(part);
    if (next?.[1] !== undefined) {
      const end = next.index + next[1].length;
      return [...splitHead(part.slice(0, next.index)), next[1], part.slice(end)];
    }
    return splitHead(part);
  });
