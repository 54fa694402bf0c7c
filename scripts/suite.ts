import { parseArgs } from 'node:util';
import { loadBot } from '../src/bot.ts';
import { dialogueCases } from '../test/generated/lib/dialogue.ts';
import { type AskBot, type Case, examine, failureLines, scoreLines } from '../test/generated/lib/examine.ts';
import { corpusCases, mutationCases } from '../test/generated/lib/nothing-dropped.ts';
import { loadOracle, type Oracle } from '../test/generated/lib/oracle.ts';
import { quantityCases } from '../test/generated/lib/quantities.ts';
import { setCases } from '../test/generated/lib/sets.ts';

const USAGE =
  '用法：npx tsx scripts/suite.ts sets|quantities|dialogue|dropped [--limit N] [--seed S] [--show N] [--only 词] [--list]';

type Suite = (oracle: Oracle, seed: number, ask: AskBot) => readonly Case[];

const SUITES: Readonly<Record<string, Suite>> = {
  sets: (oracle, seed) => setCases(oracle, seed, 3_000),
  quantities: quantityCases,
  dialogue: (oracle, seed) => dialogueCases(oracle, seed),
  dropped: (oracle, seed, ask) => [...corpusCases(oracle), ...mutationCases(oracle, { seed, count: 2_000, ask })],
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    limit: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
  },
});

/** Evenly over the whole suite, so that a few tell of all. */
const sampled = (cases: readonly Case[], limit: number): readonly Case[] => {
  const step = Math.max(1, Math.floor(cases.length / limit));
  return cases.filter((_, at) => at % step === 0).slice(0, limit);
};

const suite = SUITES[positionals[0] ?? ''];
if (!suite) {
  console.error(USAGE);
  process.exit(2);
}
const bot = await loadBot();
const wanted = suite(loadOracle(), Number(values.seed), bot.ask).filter(
  ({ kind, tags, question }) =>
    values.only === '' || [kind, ...tags, question].some((one) => one.includes(values.only)),
);
const cases = sampled(wanted, Number(values.limit));
if (values.list) {
  for (const { question, history, expected } of cases)
    console.log(`${[...history, question].join(' ▸ ')}\n     ${expected}`);
} else {
  const report = examine(cases, bot.ask);
  console.log([...failureLines(report, Number(values.show)), '', ...scoreLines(report, 40)].join('\n'));
}
