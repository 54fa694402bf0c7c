import { existsSync } from 'node:fs';
import { simulate } from './simulate/simulate.ts';

if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await simulate(process.argv.slice(2), process.env, { out: console.log, err: console.error });
