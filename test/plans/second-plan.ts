import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { planFolders } from '../../src/corpus.ts';

const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));

/** What the second plan has in place of the first one's words. */
const OTHER: readonly (readonly [string, string])[] = [
  ['西安', '海州'],
  ['丝绸之路', '沿海港口'],
  ['金融', '物流'],
  ['高新区', '临港区'],
  ['天然气', '液化石油'],
  ['市政办发〔2020〕9号', '海政办发〔2020〕31号'],
  ['xian-silk-road-finance', 'haizhou-port-logistics'],
];

const put = (text: string): string => OTHER.reduce((now, [from, to]) => now.replaceAll(from, to), text);

/** Writes another plan, made of the first without any optional file. */
export const writeSecondPlan = (to: string): void => {
  const [folder = ''] = planFolders(CORPUS);
  mkdirSync(to);
  for (const file of ['plan.txt', 'plan.json', 'units.json'])
    writeFileSync(join(to, file), put(readFileSync(join(folder, file), 'utf8')));
};

/** A corpus of three folders: the first plan, another one made of it without any optional file, and a broken one. */
export const threeFolders = (): { readonly dir: string; readonly first: string; readonly second: string } => {
  const [folder = ''] = planFolders(CORPUS);
  const dir = mkdtempSync(join(tmpdir(), 'plans-'));
  const [first, second] = [basename(folder), put(basename(folder))];
  cpSync(folder, join(dir, first), { recursive: true });
  writeSecondPlan(join(dir, second));
  mkdirSync(join(dir, 'broken'));
  writeFileSync(join(dir, 'broken', 'plan.json'), '{');
  return { dir, first, second };
};
