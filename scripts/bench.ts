/** `npm run bench` measures one plan, `npm run bench -- plans` a thousand. */
await import(process.argv[2] === 'plans' ? './bench/plans.ts' : './bench/one-plan.ts');
