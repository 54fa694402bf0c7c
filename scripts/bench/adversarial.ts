import { readFileSync } from 'node:fs';

/** Characters of each text. */
const LENGTH = 10_000;

/** What makes patterns run long: digits, numerals, openings without end, names and words of asking without a pause. */
const PIECES: readonly string[] = [
  ...[
    '1',
    '1.',
    '1,000',
    '第',
    '第1',
    '第一、',
    '21、',
    '2020',
    '2020年',
    '20年',
    '〇',
    '十',
    '百万亿',
    '两三',
    '至少',
    '不',
  ],
  ...[
    '不是',
    '没有',
    '非',
    '谁',
    '哪',
    '哪些',
    '几家',
    '多少',
    '有没有',
    '是不是',
    '负责',
    '支持',
    '的',
    '和',
    '、',
    '除了',
  ],
  ...[
    '以外',
    '以及',
    '超过',
    '大于',
    '附件',
    '正文',
    '任务',
    '单位',
    '行动',
    '指标',
    '（',
    '《',
    '“',
    '[',
    '[a](',
    '<a',
    '@',
    'https://',
  ],
  ...[
    'a',
    'who ',
    'not ',
    'task 1, ',
    'zhi',
    'shui fuze ',
    ' ',
    '\n',
    '\t',
    '\u200b',
    '😀',
    '𠮷',
    '市',
    '市局',
    '区管委会',
    '？',
    '…',
    '-',
  ],
];

/** Returns 64 texts of ten thousand characters, the last of them the plan's own sentences. */
export const adversarialTexts = (sourcePath: string): readonly string[] => {
  const source = readFileSync(sourcePath, 'utf8').replace(/\s+/g, '');
  const own = [source.slice(0, LENGTH), source.slice(-LENGTH)];
  const texts = PIECES.map((piece) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH));
  return [...texts.slice(0, 64 - own.length), ...own];
};
