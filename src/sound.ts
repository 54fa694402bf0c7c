import { pinyin } from 'pinyin-pro';
import { isHan } from './text.ts';

const known = new Map<string, string>();
const MOST = 20_000;

/** Toneless pinyin of one character; other characters sound as themselves. */
export const soundOf = (char: string): string => {
  const before = known.get(char);
  if (before !== undefined) return before;
  const sound = isHan(char) ? pinyin(char, { toneType: 'none', v: true }) : char;
  if (known.size < MOST) known.set(char, sound);
  return sound;
};

/** Sounds that many speakers do not tell apart, and so type for one another: zh and z, ch and c, sh and s, -ng and -n. */
const alike = (sound: string): string => sound.replace(/^([zcs])h/, '$1').replace(/(?<=[aei])ng$/, 'n');

/** Characters that are taken for one another by eye: 保费收人, 货款余额, 证卷. Each row sounds as its first. */
const LOOK_ALIKE = ['入人', '贷货', '券卷', '末未', '已己巳', '大太', '间问', '设没', '拆折', '土士', '千干', '治冶'];
const LOOKS = new Map(LOOK_ALIKE.flatMap((row) => row.split('').map((char) => [char, row[0] ?? char])));

const heard = new Map<string, string>();

/** The sound of one character as it may be mistaken. */
const hear = (char: string): string => {
  const before = heard.get(char);
  if (before !== undefined) return before;
  const sound = alike(soundOf(LOOKS.get(char) ?? char));
  if (heard.size < MOST) heard.set(char, sound);
  return sound;
};

/** 供应连金融 → gong yin lian jin rong, one sound a UTF-16 unit, so that places in the text stay places in the sounds. */
export const soundsOf = (text: string): readonly string[] => text.split('').map(hear);

/** 供应链 → gongyinglian, as it is typed in letters. */
export const lettersOf = (text: string): string => text.split('').map(soundOf).join('');

/** 证监局 → zjj, as it is typed in a hurry. */
export const initialsOf = (text: string): string =>
  text
    .split('')
    .map((char) => soundOf(char)[0] ?? '')
    .join('');
