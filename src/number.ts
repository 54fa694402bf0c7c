const DIGITS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 貳: 2, 叁: 3, 參: 3, 肆: 4, 伍: 5, 陆: 6, 陸: 6, 柒: 7, 捌: 8, 玖: 9, 兩: 2 },
};
const SCALES: Readonly<Record<string, number>> = {
  ...{ 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 },
  ...{ 拾: 10, 佰: 100, 仟: 1000, 萬: 1e4, 億: 1e8 },
};
const TWENTY: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };

const HAN = Object.keys(DIGITS).join('');
const SCALE = Object.keys(SCALES).join('');
const TENS = Object.keys(TWENTY).join('');
const ARABIC = String.raw`\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?`;

/** 千 of 千瓦 and 百 of 百分之 multiply nothing. */
const OF_SCALE = `(?:[${SCALE.replace('千', '').replace('百', '')}]|千(?![瓦米伏克卡])|百(?!分))`;

/** A number in any writing: 7,000 · 2.65万亿 · 三千五百 · 二点六五 · 廿一 · 贰拾. To be used within a larger pattern. */
export const NUMBER = [
  `(?:[${HAN}]+点[${HAN}]+|${ARABIC}|[${HAN}${TENS}]|${OF_SCALE})`,
  `(?:\\s*${OF_SCALE}|[${HAN}]|(?<=[${SCALE}])\\d+)*`,
].join('');

/** True when the number is written with Chinese numerals alone. */
export const isHanNumber = (printed: string): boolean => !/\d/.test(printed);

const PLAIN = /^\d+(?:\.\d+)?$/;
const ATOM = new RegExp(`[${HAN}]+点[${HAN}]+|${ARABIC}|[${HAN}]+|[${SCALE}${TENS}]`, 'g');

/** Value without the noise of binary fractions: 2.65 × 1e12. */
export const exact = (value: number): number => (Number.isSafeInteger(value) ? value : Number(value.toPrecision(13)));

const digitsOf = (han: string): number => Number([...han].map((char) => DIGITS[char] ?? char).join(''));

const plainOf = (atom: string): number => {
  if (atom.includes('点')) return Number(atom.split('点').map(digitsOf).join('.'));
  return /\d/.test(atom) ? Number(atom.replace(/[,，]/g, '')) : digitsOf(atom);
};

interface Sum {
  readonly total: number;
  readonly section: number;
  /** Digits that no scale has multiplied yet. */
  readonly open: number | undefined;
  readonly scale: number;
}

const scaled = ({ total, section, open }: Sum, scale: number): Sum => {
  if (scale < 1e4) return { total, section: section + (open ?? 1) * scale, open: undefined, scale };
  const below = section + (open ?? 0);
  if (scale === 1e8) return { total: (total + (below || 1)) * scale, section: 0, open: undefined, scale };
  return { total, section: (below || 1) * scale, open: undefined, scale };
};

/** 三万五 is 35000; 三万零五 is 30005; 十四五 is no number. */
const closing = (sum: Sum, last: string): number | undefined => {
  const { total, section, open, scale } = sum;
  if (open === undefined || scale === 0) return total + section + (open ?? 0);
  const bare = last.replace(/^[零〇]+/, '');
  if (!isHanNumber(last) || bare !== last || scale === 10) return bare.length > 1 ? undefined : total + section + open;
  return last.length > 1 ? undefined : total + section + (open * scale) / 10;
};

/** The value of a number in any writing; undefined when the characters are no number: 十四五. */
export const readNumber = (printed: string): number | undefined => {
  if (PLAIN.test(printed)) return Number(printed);
  const atoms = printed.match(ATOM) ?? [];
  let sum: Sum = { total: 0, section: 0, open: undefined, scale: 0 };
  for (const atom of atoms) {
    const scale = SCALES[atom];
    if (scale !== undefined) sum = scaled(sum, scale);
    else if (TWENTY[atom] !== undefined) sum = { ...sum, section: sum.section + (TWENTY[atom] ?? 0), scale: 10 };
    else if (sum.open !== undefined) return undefined;
    else sum = { ...sum, open: plainOf(atom) };
  }
  const value = closing(sum, atoms.at(-1) ?? '');
  return value === undefined || Number.isNaN(value) ? undefined : exact(value);
};

const ABOUT_TWO = new RegExp(`^([${HAN}])([${HAN}])(?![${HAN}点])`);

/** 两三家, 四五百亿: both ends when two neighbouring numerals stand for a range. */
export const readNeighbours = (printed: string): readonly [number, number] | undefined => {
  const [pair, low = '', high = ''] = ABOUT_TWO.exec(printed) ?? [];
  if (pair === undefined || (DIGITS[low] ?? 0) === 0 || (DIGITS[high] ?? 0) !== (DIGITS[low] ?? 0) + 1)
    return undefined;
  const rest = printed.slice(pair.length);
  const [from, to] = [readNumber(low + rest), readNumber(high + rest)];
  return from === undefined || to === undefined ? undefined : [from, to];
};
