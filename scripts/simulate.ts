import { existsSync } from 'node:fs';
import { endWithReader } from './end-with-reader.ts';
import { simulate } from './simulate/simulate.ts';

endWithReader();
if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await simulate(process.argv.slice(2), process.env, { out: console.log, err: console.error });
