import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { planFolders, readCorpus } from '../../src/corpus.ts';
import { parsePlan } from '../../src/plan/parse.ts';
import { readPlanOnce } from '../../src/plans/stored.ts';

const [FOLDER = ''] = planFolders(fileURLToPath(new URL('../../corpus/', import.meta.url)));
const dir = mkdtempSync(join(tmpdir(), 'stored-'));
const [folder, cache] = [join(dir, basename(FOLDER)), join(dir, 'cache')];
afterAll(() => rmSync(dir, { recursive: true }));

const stored = (): string => join(cache, readdirSync(cache)[0] ?? '');
const anew = () => {
  const corpus = readCorpus(folder);
  return { corpus, plan: parsePlan(corpus) };
};

beforeEach(() => {
  rmSync(cache, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  cpSync(FOLDER, folder, { recursive: true });
  readPlanOnce(folder, cache);
});

describe('a parsed plan is kept', () => {
  it('and is what reading the folder gives', () => {
    const kept = readFileSync(stored(), 'utf8');
    expect(readPlanOnce(folder, cache)).toStrictEqual(anew());
    expect(readFileSync(stored(), 'utf8')).toBe(kept);
  });

  it('one file a plan, however often the plan changes', () => {
    writeFileSync(join(folder, 'words.json'), '{}');
    readPlanOnce(folder, cache);
    expect(readdirSync(cache)).toHaveLength(1);
  });
});

describe('it is made anew', () => {
  it('where the text changes', () => {
    const path = join(folder, 'plan.txt');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('天然气', '液化气'));
    const { plan } = readPlanOnce(folder, cache);
    expect(plan).toStrictEqual(anew().plan);
    expect(JSON.stringify(plan)).not.toContain('天然气');
  });

  it('where a file comes or goes', () => {
    rmSync(join(folder, 'english.json'));
    expect(readPlanOnce(folder, cache).corpus.english.tasks).toEqual({});
    writeFileSync(join(folder, 'jieba.txt'), '新词语\n');
    expect(readPlanOnce(folder, cache).corpus.jieba).toEqual(['新词语']);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['no JSON', (text: string) => `${text.split('\n')[0]}\n{`],
    ['changed by hand', (text: string) => text.replace('天然气', '液化气')],
    ['of another program', (text: string) => `0${text.slice(1)}`],
  ])('where what was kept is %s', (_, spoilt) => {
    const whole = readFileSync(stored(), 'utf8');
    writeFileSync(stored(), spoilt(whole));
    expect(readPlanOnce(folder, cache)).toStrictEqual(anew());
    expect(readFileSync(stored(), 'utf8')).toBe(whole);
  });

  it('every time where nothing can be kept', () => {
    const file = join(dir, 'file');
    writeFileSync(file, '');
    expect(readPlanOnce(folder, join(file, 'cache'))).toStrictEqual(anew());
  });
});

it('a folder that cannot be used is refused as without a cache', () => {
  writeFileSync(join(folder, 'plan.json'), '{');
  expect(() => readPlanOnce(folder, cache)).toThrow(/plan\.json/);
});
