/**
 * `npm run bench` measures one plan, `npm run bench -- plans` a thousand, `npm run bench -- day` the memory of a day,
 * `npm run bench -- processes` two processes on one PostgreSQL.
 */
const KINDS: Readonly<Record<string, string>> = {
  plans: './bench/plans.ts',
  day: './bench/day.ts',
  processes: './bench/processes.ts',
};
await import(KINDS[process.argv[2] ?? ''] ?? './bench/one-plan.ts');
