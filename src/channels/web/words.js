/**
 * What the page itself says around an answer, and how it reads the plain text of one. Pure: no DOM in this file.
 *
 * @typedef {import('../../types.ts').Answer} Answer
 * @typedef {import('../../types.ts').LineRange} LineRange
 */

/** The `lang` of an answer's card. */
export const LANGS = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-Hant', en: 'en' };

const range = ([from, to], dash) => (from === to ? `${from}` : `${from}${dash}${to}`);

/** As the server names the parts of a document in English: Annex 任务分解表, item 21. */
const englishLabel = (label) =>
  label
    .replace(/^正文/u, 'Main text ')
    .replace(/^附件/u, 'Annex ')
    .replace(/第(\d+)项/gu, ', item $1')
    .replace(/第(\d+)行/gu, ', row $1')
    .replace(/第(\d+)条/gu, ', article $1');

/** Words around an answer, in the asker's language. */
export const WORDS = {
  'zh-Hans': {
    answer: '回答',
    notice: '注意',
    computed: '计算',
    sources: '出处',
    details: '详细',
    allSources: (count) => `出处（${count}条）`,
    label: (label) => label,
    choices: '请点选，或回复编号',
    related: '相近的条款，供参考',
    suggestions: '还可以问',
    inPlace: '在全文中查看',
    file: '下载 Excel',
    copy: '复制',
    copied: '已复制',
    lines: (lines) => `计划原文第 ${range(lines, '—')} 行`,
    feedback: {
      judge: '评价这个回答',
      useful: '有用',
      wrong: '有误',
      what: '哪里有误？',
      about: { topic: '问的是另一项', units: '单位', figures: '数字', other: '别的' },
      which: '问的是哪一项？',
      neither: '都不是',
      reason: '哪里有误（可不填）',
      send: '发送',
      thanks: { useful: '谢谢反馈', wrong: '已记下，谢谢指正' },
      unsent: '反馈没有记下，请稍后再试。',
    },
  },
  'zh-Hant': {
    answer: '回答',
    notice: '注意',
    computed: '計算',
    sources: '出處',
    details: '詳細',
    allSources: (count) => `出處（${count}條）`,
    label: (label) => label,
    choices: '請點選，或回覆編號',
    related: '相近的條款，供參考',
    suggestions: '還可以問',
    inPlace: '在全文中查看',
    file: '下載 Excel',
    copy: '複製',
    copied: '已複製',
    lines: (lines) => `計劃原文第 ${range(lines, '—')} 行`,
    feedback: {
      judge: '評價這個回答',
      useful: '有用',
      wrong: '有誤',
      what: '哪裡有誤？',
      about: { topic: '問的是另一項', units: '單位', figures: '數字', other: '別的' },
      which: '問的是哪一項？',
      neither: '都不是',
      reason: '哪裡有誤（可不填）',
      send: '傳送',
      thanks: { useful: '謝謝反饋', wrong: '已記下，謝謝指正' },
      unsent: '反饋沒有記下，請稍後再試。',
    },
  },
  en: {
    answer: 'Answer',
    notice: 'Note',
    computed: 'Computed',
    sources: 'Sources',
    details: 'Details',
    allSources: (count) => `Sources (${count})`,
    label: englishLabel,
    choices: 'Pick one, or reply with its number',
    related: 'Nearby clauses, for reference',
    suggestions: 'You can also ask',
    inPlace: 'See it in the plan',
    file: 'Download Excel',
    copy: 'Copy',
    copied: 'Copied',
    lines: (lines) => `Plan text, line${lines[0] === lines[1] ? '' : 's'} ${range(lines, '–')}`,
    feedback: {
      judge: 'Rate this answer',
      useful: 'Useful',
      wrong: 'Wrong',
      what: 'What is wrong?',
      about: { topic: 'I meant another one', units: 'The units', figures: 'The figures', other: 'Something else' },
      which: 'Which one did you mean?',
      neither: 'None of these',
      reason: 'What is wrong (optional)',
      send: 'Send',
      thanks: { useful: 'Thank you', wrong: 'Noted, thank you' },
      unsent: 'Your feedback was not noted. Please try again later.',
    },
  },
};

/** The heading of the last section of a text: 出处（市政办发〔2020〕9号）. */
const SOURCES_LINE = /^(?:出处|出處|Sources?)(?:\s*$|\s*[：:（(])/;
const LEADING_MARK = /^(?:注意[：:]|Note:|[·•-]|\d+[.、)）]|[①-⑩])\s*/u;

const withoutSources = (lines) => {
  const at = lines.map((line) => SOURCES_LINE.test(line)).lastIndexOf(true);
  return at > 0 ? lines.slice(0, at) : lines;
};

/** The lines of a text that stand in the answer a second time, as a list of their own. */
const listedLines = ({ choices, related, suggestions }) =>
  new Set([...[...choices, ...related].map(({ label }) => label), ...suggestions]);

const namesAll = (line, related) => related.length > 0 && related.every(({ label }) => line.includes(label));

/**
 * The text without what the card shows in its own form: sources, choices, related clauses, suggestions. A line
 * that only announced such a list goes with it.
 *
 * @param {Answer} answer
 */
export const shownText = (answer) => {
  const listed = listedLines(answer);
  const isListed = (line) =>
    listed.has(line) || listed.has(line.replace(LEADING_MARK, '')) || namesAll(line, answer.related);
  // Where several plans answer, the sources of each stand beside what they bear out.
  const several = new Set(answer.citations.map(({ plan }) => plan)).size > 1;
  const all = answer.text.split('\n');
  const lines = several ? all : withoutSources(all);
  const repeats = lines.map((line) => isListed(line.trim()));
  const announces = (line, at) => at > 0 && /[：:]\s*$/.test(line) && repeats[at + 1];
  return lines
    .filter((line, at) => !repeats[at] && !announces(line, at))
    .join('\n')
    .trim();
};

/** A calculation, as against the name of what was counted. */
const CALCULATION = /\d\)?\s*[-+−×÷*/]/;

/**
 * The calculations behind figures that the plan does not print, once each, where the text does not show them.
 *
 * @param {Answer} answer
 */
export const computedLines = ({ computed, text }) => {
  const lines = computed
    .filter(({ formula }) => CALCULATION.test(formula) && !text.includes(formula))
    .map(({ value, formula }) => (formula.includes('=') ? formula : `${formula} = ${value}`));
  return [...new Set(lines)];
};

/** Where a clause stands in the plan's own pages. */
export const clauseHref = (plan, clause) => `/plans/${encodeURIComponent(plan)}#${encodeURIComponent(clause)}`;

export const unitHref = (plan, unit) => `/plans/${encodeURIComponent(plan)}/units/${encodeURIComponent(unit)}`;

/** The address of a work list, which the answer to 导出 gives. */
const FILE = String.raw`(?:https?:\/\/[^\s/]+)?\/api\/worklists\?\S+`;
const IS_FILE = new RegExp(`^${FILE}$`);

/** 2020—2022年: no line ends within it. */
const YEARS = String.raw`\d{4}年?\s*[—–-]{1,2}\s*\d{4}年?`;
const IS_YEARS = new RegExp(`^${YEARS}$`);

/** Every address is on this host, whatever name others have for it. */
const fileHref = (address) => address.slice(address.indexOf('/api/'));

/** @type {{ units?: readonly string[], names: ReadonlySet<string>, pattern: RegExp }} of the plan that was read last */
let cut = { names: new Set(), pattern: new RegExp(`(${FILE}|${YEARS})`) };

const cutAt = (units) => {
  if (cut.units === units) return cut;
  const names = new Set(units);
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const literal = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  cut = { units, names, pattern: new RegExp(`(${[FILE, YEARS, ...literal].join('|')})`) };
  return cut;
};

/**
 * A text cut at the names of units, the longest name first where two begin alike, at the addresses of files, and at spans of years.
 *
 * @param {string} text
 * @param {readonly string[]} units
 * @returns {{ text: string, unit?: string, file?: string, whole?: true }[]}
 */
export const piecesOf = (text, units) => {
  const { names, pattern } = cutAt(units);
  return text
    .split(pattern)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (IS_FILE.test(piece)) return { text: piece, file: fileHref(piece) };
      if (IS_YEARS.test(piece)) return { text: piece, whole: true };
      return names.has(piece) ? { text: piece, unit: piece } : { text: piece };
    });
};

const CHINA_AHEAD = 8 * 3_600_000;

/** The day in China, as it stands beside a printed question: 2026年1月31日提问. */
export const dayIn = (at) => {
  const day = new Date(at + CHINA_AHEAD);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日提问`;
};

const NUMBER_ONLY = /^第?\s*([1-9１-９一二三四五六七八九])\s*个?\s*[.。、）)]?$/;
const FULL_WIDTH = '１２３４５６７８９';
const CHINESE = '一二三四五六七八九';

const digitOf = (char) => Math.max(Number(char) || 0, FULL_WIDTH.indexOf(char) + 1, CHINESE.indexOf(char) + 1);

/**
 * The question to ask for what was typed: the choice that a bare number picks when the last answer asked back.
 *
 * @param {string} typed
 * @param {Answer | undefined} last
 */
export const questionFor = (typed, last) => {
  const text = typed.trim();
  const number = NUMBER_ONLY.exec(text)?.[1];
  if (!number || last?.status !== 'clarify') return text;
  return last.choices[digitOf(number) - 1]?.question ?? text;
};

/** As the server remembers a conversation: so many questions, forgotten so many milliseconds after the last one. */
const EARLIER = 10;
const LIFETIME = 30 * 60_000;
/** Bytes; a request with more is not taken. */
const MOST_EARLIER_BYTES = 24 * 1024;

const bytesOf = (texts) => new TextEncoder().encode(JSON.stringify(texts)).length;

/**
 * The earlier questions with which the server read a question, oldest first.
 *
 * @param {readonly { question: string, at?: number }[]} asked before it, oldest first
 * @param {number | undefined} at when it was asked, as far as known
 * @returns {string[]}
 */
export const historyFor = (asked, at) => {
  const times = [...asked.map((one) => one.at), at];
  const isNew = asked.map((_, place) => times[place + 1] - times[place] >= LIFETIME);
  const earlier = asked.slice(isNew.lastIndexOf(true) + 1).slice(-EARLIER);
  const questions = earlier.map(({ question }) => question);
  while (bytesOf(questions) > MOST_EARLIER_BYTES) questions.shift();
  return questions;
};
