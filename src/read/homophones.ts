import { once } from '../once.ts';
import { soundsOf } from '../sound.ts';
import { isHan } from '../text.ts';

/** So many characters that sound like printed ones are no other wording; of them one may be wrong. */
const WIDTH = 4;
const [FIRST_CODE, MOST_CODES] = [0xe000, 0x1900];

const codes = new Map<string, string>();

/** One character a sound, so that places in the sounds are places in the text. */
const codeOf = (sound: string): string => {
  const known = codes.get(sound);
  if (known !== undefined) return known;
  const code = sound.length > 1 && codes.size < MOST_CODES ? String.fromCharCode(FIRST_CODE + codes.size) : sound[0];
  codes.set(sound, code ?? '');
  return code ?? '';
};

const soundTextOf = (text: string): string => soundsOf(text).map(codeOf).join('');

/** The sounds of a piece as one number; two pieces may share one, so what is found is looked at. */
const keyOf = (sounds: string, at: number): number => {
  let key = 0;
  for (let place = at; place < at + WIDTH; place += 1) key = key * CODES + (sounds.charCodeAt(place) % CODES);
  return key;
};
const CODES = 8192;

const wrongIn = (piece: string, printed: string): readonly number[] =>
  piece.split('').flatMap((char, at) => (char !== printed[at] ? [at] : []));

const countIn = (text: string, piece: string): number => text.split(piece).length - 1;

/** At the edge a character is wrong only where the rest is never printed beside another: 时金融机 is no 市金融机. */
const isFixed = (printed: string, wrong: number, plain: string): boolean => {
  if (wrong > 0 && wrong < WIDTH - 1) return true;
  const rest = wrong === 0 ? printed.slice(1) : printed.slice(0, -1);
  return countIn(plain, rest) === countIn(plain, printed);
};

/**
 * Builds the mender of wordings that were typed by sound: 城信西商 → 诚信西商, 普惠经融 → 普惠金融. A piece is put right where
 * a plan prints one that sounds the same and differs in a single character; what the plan prints stays as it is, and so
 * do words of asking.
 */
export const createHomophones = (source: string, asking: ReadonlySet<string>): ((text: string) => string) => {
  const plain = source.replace(/\s+/g, '');
  const sounds = once(() => soundTextOf(plain));
  /** Most pieces sound like nothing that is printed, and are looked for no further. */
  const heard = once(() => {
    const all = sounds();
    return new Set(Array.from({ length: Math.max(0, all.length - WIDTH + 1) }, (_, at) => keyOf(all, at)));
  });
  const rightOf = (piece: string, sound: string): string | undefined => {
    if (!heard().has(keyOf(sound, 0)) || !piece.split('').every(isHan) || plain.includes(piece)) return undefined;
    const at = sounds().indexOf(sound);
    const printed = at < 0 ? '' : plain.slice(at, at + WIDTH);
    const [wrong, ...more] = wrongIn(piece, printed);
    if (wrong === undefined || more.length > 0 || asking.has(piece[wrong] ?? '')) return undefined;
    return isFixed(printed, wrong, plain) ? printed : undefined;
  };
  return (text) => {
    /** What is put right sounds as it was typed. */
    const said = soundTextOf(text);
    let read = text;
    for (let at = 0; at + WIDTH <= read.length; at += 1) {
      const right = rightOf(read.slice(at, at + WIDTH), said.slice(at, at + WIDTH));
      if (right !== undefined) read = `${read.slice(0, at)}${right}${read.slice(at + WIDTH)}`;
    }
    return read;
  };
};
