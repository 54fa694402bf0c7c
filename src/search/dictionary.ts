import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * jieba's own dictionary has 349,000 words and the binding loads it twice (235 MB, over a second). Words that its
 * corpus saw fewer than twenty times say little about a plan; without them it takes a quarter of both.
 */
const RAREST = 20;

const kept = (line: string): boolean => Number(line.split(' ')[1] ?? 0) >= RAREST;

const writeOnce = (path: string, content: () => string): string => {
  if (existsSync(path)) return path;
  const part = `${path}.${process.pid}.part`;
  writeFileSync(part, content());
  renameSync(part, path);
  return path;
};

/** Files that jieba loads: the trimmed dictionary, and empty stand-ins for the key-word lists that nothing here uses. */
export interface DictionaryFiles {
  readonly dict?: string;
  readonly userDict?: string;
  readonly idfDict?: string;
  readonly stopWordDict?: string;
}

/** Prepares jieba's files in the temporary folder, once a machine; the full dictionary serves where that is not writable. */
export const dictionaryFiles = (folder: string = join(tmpdir(), 'wenji-jieba')): DictionaryFiles => {
  const require = createRequire(import.meta.url);
  const { version } = require('nodejieba/package.json') as { version: string };
  const { DEFAULT_DICT } = require('nodejieba') as { DEFAULT_DICT: string };
  try {
    mkdirSync(folder, { recursive: true });
    const at = (name: string) => join(folder, `${version}-${RAREST}-${name}.txt`);
    return {
      dict: writeOnce(at('dict'), () => readFileSync(DEFAULT_DICT, 'utf8').split('\n').filter(kept).join('\n')),
      userDict: writeOnce(at('user'), () => ''),
      idfDict: writeOnce(at('idf'), () => '计划 10.0\n'),
      stopWordDict: writeOnce(at('stop'), () => '的\n'),
    };
  } catch {
    return {};
  }
};
