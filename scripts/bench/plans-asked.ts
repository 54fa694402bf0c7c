/** Asks the plans of a folder in a process of its own, and tells what it took; run by `plans.ts`. */
import { openPlans } from '../../src/plans/plans.ts';

const MB = 1024 * 1024;
const ROUNDS = 20;
/** Plans that are asked about, and how many questions are asked of each. */
const MOST_PLANS = 12;

const [corpusDir, cacheDir] = process.argv.slice(2);
const started = performance.now();
const plans = openPlans({ corpusDir, cacheDir });
const opened = performance.now() - started;
const resident = (): number => process.memoryUsage.rss() / MB;
const idle = resident();

const step = Math.max(1, Math.floor(plans.ids.length / MOST_PLANS));
const chosen = plans.ids.filter((_, at) => at % step === 0).slice(0, MOST_PLANS);

/** What somebody may ask about a plan: by its own words, by its name, and by words that many plans have. */
const questionsOf = (id: string): { readonly all: readonly string[]; readonly one: readonly string[] } => {
  const plan = plans.bot(id)?.plan;
  const [task, other] = plan ? [plan.tasks[0], plan.tasks.at(-1)] : [];
  const unit = plan?.registry.units[0]?.name ?? '市财政局';
  const title = plan?.document.title ?? '';
  const one = [
    `${task?.body.title}由谁负责？`,
    `${other?.body.title}什么时候完成？`,
    `${unit}负责哪些任务？`,
    '一共有几项任务？',
  ].filter((text) => text.length < 100);
  return { one, all: [...one.slice(0, 3), `《${title}》里${unit}负责哪些任务？`, `${unit}要做什么？`] };
};

const asked = chosen.map((id) => ({ id, unit: plans.bot(id)?.plan.registry.units[0]?.name, ...questionsOf(id) }));
const texts = asked.flatMap(({ all }) => all).filter(({ length }) => length < 100);

const timed = (work: () => unknown): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};
const sorted = (times: readonly number[]): readonly number[] => times.toSorted((a, b) => a - b);
const askAll = (mark: string) => texts.map((text) => timed(() => plans.ask({ text: `${text}${mark}`, history: [] })));

const cold = askAll('');
const warm: number[] = [];
for (let round = 1; round <= ROUNDS; round += 1) warm.push(...askAll(' '.repeat(round)));

const ones: number[] = [];
for (let round = 0; round <= ROUNDS; round += 1)
  for (const { id, one } of asked.slice(0, 20)) {
    const bot = plans.bot(id);
    for (const text of one) {
      const time = timed(() => bot?.ask({ text: `${text}${' '.repeat(round)}`, history: [] }));
      if (round > 0) ones.push(time);
    }
  }

/** What is known of every plan must be right: which plans a unit has tasks in, and what is named is asked alone. */
const units = [...new Set(asked.flatMap(({ unit }) => unit ?? []))];
const listing = (unit: string, mark: string) => ({ text: `${unit}在哪几个方案里有任务${mark}`, history: [] });
const counts = units.map((unit) => [unit, Number(plans.ask(listing(unit, '')).computed[0]?.value ?? 0)] as const);
const lists: number[] = [];
for (let round = 1; round <= ROUNDS; round += 1)
  for (const unit of units) lists.push(timed(() => plans.ask(listing(unit, ' '.repeat(round)))));
const named = asked.map(({ id }) => {
  const title = plans.bot(id)?.plan.document.title ?? '';
  return { id, title, by: plans.ask({ text: `《${title}》一共有几项任务？`, history: [] }).plan };
});

const told = {
  counts,
  named,
  lists: sorted(lists),
  plans: plans.ids.length,
  opened,
  idle,
  busy: resident(),
  texts: texts.length,
};
console.log(JSON.stringify({ ...told, cold: sorted(cold), warm: sorted(warm), ones: sorted(ones) }));
