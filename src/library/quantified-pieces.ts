import { readQuantities } from '../quantity.ts';
import { isLoose } from './figures.ts';

/** Returns the pieces of a target that hold a figure with its measure, as printed: 引进各类金融机构10家. */
export const quantifiedPieces = (text: string): readonly string[] =>
  text
    .split(/[，。；;]|,(?!\d{3})/u)
    .map((piece) => piece.trim())
    .filter((piece) => readQuantities(piece).some(({ quantity }) => !isLoose(quantity)));
