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

/** 供应连金融 → gong yin lian jin rong, one sound a UTF-16 unit, so that places in the text stay places in the sounds. */
export const soundsOf = (text: string): readonly string[] => text.split('').map((char) => alike(soundOf(char)));

/** 供应链 → gongyinglian, as it is typed in letters. */
export const lettersOf = (text: string): string => text.split('').map(soundOf).join('');

/** 证监局 → zjj, as it is typed in a hurry. */
export const initialsOf = (text: string): string =>
  text
    .split('')
    .map((char) => soundOf(char)[0] ?? '')
    .join('');
