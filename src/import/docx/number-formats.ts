const DIGITS = '〇一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const LEGAL_PLACES = ['', '拾', '佰', '仟'];
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const CIRCLED_ONE = 0x2460;
const CIRCLED_MOST = 20;
const CIRCLED_HAN = '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉';
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

const spell = (digits: string, places: readonly string[], number: number): string => {
  if (number <= 0 || number > 9999) return String(number);
  const figures = [...String(number)].map(Number);
  const zero = digits[0] ?? '';
  const said = figures
    .map((figure, at) => (figure === 0 ? zero : `${digits[figure]}${places[figures.length - 1 - at]}`))
    .join('')
    .replace(new RegExp(`${zero}+`, 'g'), '零')
    .replace(/零$/, '');
  return digits === DIGITS ? said.replace(/^一十/, '十') : said;
};

const digitByDigit = (number: number): string => [...String(number)].map((digit) => DIGITS[Number(digit)]).join('');

const roman = (number: number): string => {
  let left = number;
  let said = '';
  for (const [value, letters] of ROMAN) {
    while (left >= value) {
      said += letters;
      left -= value;
    }
  }
  return said;
};

/** 1 → A, 26 → Z, 27 → AA, as Word does. */
const letters = (number: number): string =>
  number < 1 ? '' : String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);

const fullWidth = (number: number): string =>
  [...String(number)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');

const circled = (number: number): string =>
  number >= 1 && number <= CIRCLED_MOST ? String.fromCharCode(CIRCLED_ONE + number - 1) : String(number);

const chinese = (number: number): string => spell(DIGITS, PLACES, number);
const legal = (number: number): string => spell(LEGAL_DIGITS, LEGAL_PLACES, number);
const around = (marks: string) => (number: number) => marks[(number - 1) % marks.length] ?? String(number);

/** How Word's number formats (ST_NumberFormat of ECMA-376, 17.18.59) write a number; others are written 1, 2, 3. */
const FORMATS: Readonly<Record<string, (number: number) => string>> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  koreanDigital: digitByDigit,
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  japaneseLegal: legal,
  ideographTraditional: around(STEMS),
  ideographZodiac: around(BRANCHES),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  ideographEnclosedCircle: around(CIRCLED_HAN),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalZero: (number) => String(number).padStart(2, '0'),
  upperLetter: letters,
  lowerLetter: (number) => letters(number).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (number) => roman(number).toLowerCase(),
  numberInDash: (number) => `-${number}-`,
  none: () => '',
};

/** Returns a number as a list level writes it: `chineseCounting` 12 → 十二, `decimalEnclosedCircle` 3 → ③. */
export const formatNumber = (format: string, number: number): string => (FORMATS[format] ?? String)(number);
