import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { planFolders, readBodyNames } from '../../src/corpus.ts';
import { importPlan } from '../../src/import/import-plan.ts';
import { readPlanOnce } from '../../src/plans/stored.ts';
import type { Plan } from '../../src/types.ts';
import { docxOf, LINE, PAGE, pdfOf } from './documents.ts';
import { realTexts, writePlans } from './plans-made.ts';
import { ms, quantile, row } from './table.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COUNT = Number(process.argv[3] ?? 1000);
const PAGES = 50;

interface Told {
  readonly plans: number;
  readonly opened: number;
  readonly idle: number;
  readonly busy: number;
  readonly texts: number;
  readonly cold: readonly number[];
  readonly warm: readonly number[];
  readonly ones: readonly number[];
  readonly lists: readonly number[];
  /** In how many plans a unit has tasks. */
  readonly counts: readonly (readonly [unit: string, plans: number])[];
  /** Which plan answered where one was named. */
  readonly named: readonly { readonly id: string; readonly title: string; readonly by?: string }[];
}

/** Opens and asks the plans of a folder in a fresh process. */
const asked = (corpusDir: string, cacheDir: string): Told & { readonly start: number } => {
  const script = join(ROOT, 'scripts/bench/plans-asked.ts');
  const started = performance.now();
  const out = execFileSync(process.execPath, ['--import', 'tsx', script, corpusDir, cacheDir], {
    ...{ cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 },
  });
  return { ...(JSON.parse(out) as Told), start: performance.now() - started };
};

const ratio = (many: number, one: number): string => `${(many / one).toFixed(1)} × one plan`;

const showAsked = (many: Told, one: Told): void => {
  const p99 = (times: readonly number[]) => quantile(times, 0.99);
  const line = (name: string, times: readonly number[], base: readonly number[]) =>
    row(name, `p50 ${ms(quantile(times, 0.5))}`, `p99 ${ms(p99(times))}`, ratio(p99(times), p99(base)));
  line(`${many.texts} questions over ${many.plans} plans`, many.warm, one.warm);
  line('the same, each for the first time', many.cold, one.cold);
  line('in which plans a unit has tasks', many.lists, one.lists);
  line('of one plan among them', many.ones, one.ones);
};

const hasTask = ({ registry, tasks }: Plan, unit: string): boolean => {
  const own = registry.units.find(({ name, full, others }) => [name, full, ...others].includes(unit))?.name;
  return tasks.some(({ body, row }) =>
    [body, row].some(({ responsible, supporting }) =>
      [...responsible, ...supporting].some(({ means }) => means.some((name) => name === own)),
    ),
  );
};

/** Sets what was said of all plans against each of them. */
const checkAsked = (many: Told, corpusDir: string, cacheDir: string): void => {
  const plans = planFolders(corpusDir).map((folder) => readPlanOnce(folder, cacheDir).plan);
  const titles = plans.map(({ document: { title } }) => title);
  const faults = [
    ...many.counts.flatMap(([unit, told]) => {
      const found = plans.filter((plan) => hasTask(plan, unit)).length;
      return found === told ? [] : [`${unit}: ${told} plans, not ${found}`];
    }),
    ...many.named
      .filter(({ title }) => titles.filter((other) => other === title).length === 1)
      .flatMap(({ id, title, by }) => (by === id ? [] : [`《${title}》 was answered by ${by ?? 'none'}, not ${id}`])),
  ];
  if (faults.length > 0) throw new Error(faults.join('\n'));
};

const importing = async (name: string, bytes: Uint8Array): Promise<number> => {
  const started = performance.now();
  const { preview } = await importPlan({ name, bytes }, { id: 'plan', bodies: readBodyNames() });
  if (preview.counts.tasks === 0) throw new Error(`${name}: no task was read`);
  return performance.now() - started;
};

/** Paragraphs of real plans, one after the other, until so many pages are full. */
const pagesOf = (texts: readonly string[], pages: number): readonly string[] => {
  const all = texts
    .join('\n')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.includes('\t'));
  let rows = 0;
  const end = all.findIndex((line) => {
    rows += Math.ceil((line.length + 2) / LINE);
    return rows > pages * PAGE;
  });
  return end < 0 ? all : all.slice(0, end);
};

const showImport = async (texts: readonly string[]): Promise<void> => {
  const [long, short] = [pagesOf(texts, PAGES), pagesOf(texts, 5)];
  const pages = pdfOf(long).pages;
  const times = {
    docx: [await importing('a.docx', docxOf(short)), await importing('b.docx', docxOf(long))],
    pdf: [await importing('a.pdf', pdfOf(short).bytes), await importing('b.pdf', pdfOf(long).bytes)],
  } as const;
  for (const [kind, [one = 0, many = 0]] of Object.entries(times))
    row(`import of ${pages} pages, ${kind}`, `${many.toFixed(0)} ms`, `${(many / one).toFixed(1)} × 5 pages`);
};

const folder = mkdtempSync(join(tmpdir(), 'wenji-plans-bench-'));
try {
  const [many, single, cache] = ['many', 'one', 'cache'].map((name) => join(folder, name)) as [string, string, string];
  for (const one of [many, single]) mkdirSync(one);
  const texts = await realTexts(join(ROOT, '../shared/plans-more'), join(ROOT, 'corpus'));
  writePlans(texts, COUNT, many);
  writePlans(texts, 1, single);
  console.log(`${COUNT} plans made of ${texts.length} real ones (one process, warm)`);
  const first = asked(many, cache);
  const [again, one] = [asked(many, cache), asked(single, cache)];
  showAsked(again, one);
  checkAsked(again, many, cache);
  console.log('\nStart and memory (fresh processes)');
  row('plans opened, from the cache', `${again.opened.toFixed(0)} ms`, ratio(again.opened, one.opened));
  row('plans opened, nothing kept yet', `${first.opened.toFixed(0)} ms`);
  row('resident, opened', `${again.idle.toFixed(0)} MB`, ratio(again.idle, one.idle));
  row('resident, after all questions', `${again.busy.toFixed(0)} MB`, ratio(again.busy, one.busy));
  console.log('\nImport');
  await showImport(texts);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
