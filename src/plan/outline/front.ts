import { foldWidth, squeeze } from '../../text.ts';
import type { PlanDocument, SourceLine } from '../../types.ts';
import { isTitleLine } from './segments.ts';

/** Where the text says something of the document. */
export interface Found {
  readonly what: 'title' | 'number' | 'issuer' | 'dated' | 'printed' | 'addressees' | 'period';
  readonly text: string;
  readonly line: number;
}

/** What a document says of itself, each with its line, and what else could be meant. */
export interface Front {
  readonly document: PlanDocument;
  readonly found: readonly Found[];
  /** Lines of the front that are sentences of the plan itself: its opening. */
  readonly opening: readonly SourceLine[];
}

const NUMBER = /[\p{Script=Han}]{1,12}[〔［[【（(]\s*(?:19|20)\d{2}\s*[〕］\]】）)]\s*第?\s*\d+\s*号/u;
const NUMBER_LINE = new RegExp(`^[（(]?${NUMBER.source}[）)]?$`, 'u');
const DATE = /(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)$/;
const COPIES = /^抄送\s*[:：]\s*/;
const PRINTED = /(\d{4}年\d{1,2}月\d{1,2}日)\s*印发/;
const NAMED = /^(?!为|现将).*印发(?:《|〈)?(.+?)(?:》|〉)?的通知/;
const AGREED = /^《([^《》]+)》(?:已经|已|业经|经)/;
const PERIOD = /((?:19|20)\d{2})\s*年?\s*[-—–－~～至到]+\s*((?:19|20)\d{2})\s*年/;
const ONE_YEAR = /((?:19|20)\d{2})\s*年(?!以|底|前|第)/;
const ADDRESSED = /^[^《》。]{4,}[:：]$/;
const SENTENCE = /[。！？；：:]$/;
const ORGAN = /(?:政府|办公厅|办公室|厅|局|委员会|委|部|院|会|社|署|行|党委|管委会|等部门|部门|司|银行)$/;

interface Line {
  readonly line: number;
  readonly text: string;
}

/** Lines of one title: 关于推广第二批 / 支持创新相关改革举措的通知. */
const titleEnding = (lines: readonly Line[], at: number): Line => {
  let from = at;
  while (from > 0) {
    const before = lines[from - 1];
    const text = lines
      .slice(from, at + 1)
      .map((one) => one.text)
      .join('');
    const opens = /关于|^印发/.test(text);
    const heads =
      before && !/[。！？；：:）)]$/.test(before.text) && !NUMBER_LINE.test(before.text) && !DATE.test(before.text);
    if (!before || !heads || before.text.length > 50 || at - from >= 3) break;
    if (isTitleLine(before) || (opens && !(ORGAN.test(before.text) && text.startsWith('关于')))) break;
    from -= 1;
  }
  const own = lines.slice(from, at + 1);
  return { line: own[0]?.line ?? 0, text: own.map((one) => one.text).join('') };
};

/** Candidates for the title, the best first. */
const titlesIn = (lines: readonly Line[]): readonly Line[] => {
  const whole = lines.flatMap((one, at) => (isTitleLine(one) ? [titleEnding(lines, at)] : []));
  const quoted = lines.flatMap(({ text, line }) => {
    const name = (AGREED.exec(text) ?? NAMED.exec(text))?.[1];
    return name ? [{ line, text: name.replace(/^《/, '') }] : [];
  });
  const own = whole.filter(({ text }) => !/通知$/.test(text));
  const notices = whole.filter(({ text }) => /通知$/.test(text) && !NAMED.test(text));
  return [...own.toReversed(), ...quoted, ...notices, ...whole.toReversed()];
};

/** The issuers stand right above the date, or on its line. */
const issuerAt = (lines: readonly Line[], at: number): Line | undefined => {
  const date = lines[at];
  const glued = date ? date.text.replace(DATE, '').trim() : '';
  if (date && glued !== '') return { line: date.line, text: glued };
  const own: Line[] = [];
  for (let back = at - 1; back >= 0; back -= 1) {
    const one = lines[back];
    if (
      !one ||
      SENTENCE.test(one.text) ||
      one.text.length > 150 ||
      /[，。]/.test(one.text) ||
      NUMBER_LINE.test(one.text)
    )
      break;
    own.unshift(one);
  }
  const [first] = own;
  return first && ORGAN.test(own.at(-1)?.text ?? '')
    ? { line: first.line, text: own.map(({ text }) => text).join('　') }
    : undefined;
};

/** Without a signature: the line above the title, or how the title begins. */
const issuerOf = (head: readonly Line[], title: Line | undefined): Line | undefined => {
  const above = head[head.findIndex(({ line }) => line === title?.line) - 1];
  if (above && ORGAN.test(above.text) && above.text.length < 40) return above;
  const own = /^(.{3,30}?)关于/.exec(title?.text ?? '')?.[1] ?? '';
  return title && ORGAN.test(own) ? { line: title.line, text: own } : undefined;
};

const periodOf = (title: string, opening: readonly Line[]): { years: readonly [number, number]; line: number } => {
  const inTitle = PERIOD.exec(foldWidth(title));
  if (inTitle) return { years: [Number(inTitle[1]), Number(inTitle[2])], line: 0 };
  const year = ONE_YEAR.exec(foldWidth(title));
  if (year) return { years: [Number(year[1]), Number(year[1])], line: 0 };
  for (const { text, line } of opening) {
    const own = PERIOD.exec(foldWidth(text.replace(/《[^》]*》/g, '')));
    if (own && /规划期|计划期|实施期|行动期|周期|年限|有效期/.test(text)) {
      return { years: [Number(own[1]), Number(own[2])], line };
    }
  }
  return { years: [0, 0], line: 0 };
};

const FORWARDS = /转发/;

/** A notice that passes the document on stands before it, with a signature of its own. */
const forwardedIn = (head: readonly Line[], own: number): PlanDocument['forwarded'] => {
  const at = head.findIndex(({ text }) => DATE.test(text) && text.length < 60);
  if (at < 0 || at >= own || !head.slice(0, at).some(({ text }) => FORWARDS.test(text))) return undefined;
  const issuer = issuerAt(head, at)?.text ?? '';
  return { issuer, dated: squeeze(DATE.exec(head[at]?.text ?? '')?.[1] ?? '') };
};

const tidy = (title: string): string => squeeze(title).replaceAll('(', '（').replaceAll(')', '）');

/** Reads title, number, issuer, dates and period from what stands before and behind the body. */
export const readFront = (front: readonly SourceLine[], footer: readonly SourceLine[]): Front => {
  const trim = ({ line, text }: SourceLine): Line => ({ line, text: text.trim() });
  const [head, foot] = [front.map(trim), footer.map(trim)];
  const all = [...head, ...foot];
  const titles = titlesIn(head);
  const [title] = titles;
  const number = head.findLast(({ text }) => NUMBER_LINE.test(text));
  const inHead = head.findLastIndex(({ text }) => DATE.test(text) && text.length < 60);
  const dateAt = inHead >= 0 ? inHead : head.length + foot.findIndex(({ text }) => DATE.test(text) && text.length < 60);
  const dated = dateAt >= 0 && dateAt < all.length && !(inHead < 0 && dateAt < head.length) ? all[dateAt] : undefined;
  const issuer = (dated ? issuerAt(all, dateAt) : undefined) ?? issuerOf(head, title);
  const addressees = head.findLast(({ text }) => ADDRESSED.test(text));
  const printed = all.find(({ text }) => PRINTED.test(text));
  const copiesAt = foot.findIndex(({ text }) => COPIES.test(text));
  const copies = (copiesAt < 0 ? [] : foot.slice(copiesAt).map(({ text }) => text.replace(COPIES, ''))).filter(
    (text) => text !== issuer?.text && !PRINTED.test(text),
  );
  const after = Math.max(title?.line ?? 0, dated && inHead >= 0 ? dated.line : 0, addressees?.line ?? 0);
  const opening = front.filter(({ line, text }) => line > after && SENTENCE.test(text.trim()));
  const bare = tidy(title?.text ?? '');
  const longer = titles.find(({ text }) => tidy(text).startsWith(bare) && PERIOD.test(foldWidth(text)));
  const period = periodOf((longer ?? title)?.text ?? '', opening.map(trim));
  const named = longer ?? title;
  const on = (what: Found['what'], at: Line | undefined, text: string): readonly Found[] =>
    at && text !== '' ? [{ what, text, line: at.line }] : [];
  const document: PlanDocument = {
    title: longer ? tidy(longer.text) : bare,
    number: number ? squeeze(NUMBER.exec(number.text)?.[0] ?? '') : '',
    issuer: issuer?.text ?? '',
    dated: squeeze(DATE.exec(dated?.text ?? '')?.[1] ?? ''),
    printed: PRINTED.exec(printed?.text ?? '')?.[1] ?? '',
    addressees: addressees?.text.replace(/[:：]$/, '').replace(/^.*的(?:通知|意见)(?=各)/, '') ?? '',
    copies,
    period: period.years,
  };
  const line = period.line === 0 ? named : { line: period.line, text: '' };
  const forwarded = forwardedIn(head, inHead);
  return {
    document: forwarded ? { ...document, forwarded } : document,
    opening,
    found: [
      ...on('title', named, document.title),
      ...on('number', number, document.number),
      ...on('issuer', issuer, document.issuer),
      ...on('dated', dated, document.dated),
      ...on('printed', printed, document.printed),
      ...on('addressees', addressees, document.addressees),
      ...on('period', line, period.years[0] > 0 ? period.years.join('—') : ''),
    ],
  };
};
