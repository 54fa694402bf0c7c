import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { useProxies } from '../src/channels/proxy.ts';
import { diagnose } from './doctor/diagnose.ts';
import { lineOf } from './doctor/finding.ts';
import { endWithReader } from './end-with-reader.ts';

const USAGE = '用法：npm run --silent doctor [-- --url https://你的域名]';

/** The public address; undefined when it was not given. Anything else on the command line ends the run. */
const readUrl = (args: string[]): string | undefined => {
  try {
    const { url } = parseArgs({ args, options: { url: { type: 'string' } } }).values;
    if (url === undefined || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) return url;
  } catch {
    // told below
  }
  console.error(USAGE);
  process.exit(2);
};

const main = async (publicUrl: string | undefined): Promise<void> => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  await useProxies(process.env);
  let wrong = 0;
  for await (const finding of diagnose(process.env, publicUrl === undefined ? {} : { publicUrl })) {
    if (finding.level === 'bad') wrong += 1;
    console.log(lineOf(finding));
  }
  console.log(wrong === 0 ? '没有发现要处理的问题。' : `有 ${wrong} 处要处理（✗）。`);
  process.exitCode = wrong === 0 ? 0 : 1;
};

endWithReader();
await main(readUrl(process.argv.slice(2)));
