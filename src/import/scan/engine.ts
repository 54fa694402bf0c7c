/** A run of text that was recognised in a picture; lengths in pixels from its upper left corner. */
export interface Recognised {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** From 0 to 1. */
  readonly sure: number;
}

/** Recognises the text of a picture, given as PNG. */
export type Recognise = (png: Uint8Array) => Promise<readonly Recognised[]>;

/** An optional package of 335 MB, never a dependency: whoever has scans installs it into the program's folder. */
const PACKAGE: string = '@gutenye/ocr-node';

interface Found {
  readonly text: string;
  readonly mean: number;
  readonly box?: number[][];
}

interface Engine {
  /** Pictures go to sharp, which takes bytes as well as a path. */
  readonly detect: (picture: Uint8Array) => Promise<readonly Found[]>;
}

const boxOf = (corners: readonly (readonly number[])[]): Omit<Recognised, 'text' | 'sure'> => {
  const [xs, ys] = [corners.map(([x = 0]) => x), corners.map(([, y = 0]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
};

/** Loads the package and its models, which lie within it; undefined where it is not installed. */
export const loadEngine = async (): Promise<Recognise | undefined> => {
  const loaded = await import(PACKAGE).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes(PACKAGE)) return undefined;
    throw error;
  });
  if (loaded === undefined) return undefined;
  const engine: Engine = await loaded.default.create();
  return async (png) =>
    (await engine.detect(png)).flatMap(({ text, mean, box }) =>
      box ? [Object.assign({ text, sure: mean }, boxOf(box))] : [],
    );
};
