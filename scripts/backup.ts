import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CodedError } from '../src/errors.ts';
import { backUp, restore } from '../src/store/backup.ts';

const USAGE = `用法：
  npm run --silent backup -- 目录                把数据目录复制到一个新目录，服务不用停
  npm run --silent backup -- --restore 目录      把备份放回数据目录（先停服务；里面不能已有数据）
数据目录由 DATA_DIR 指明，缺省 .data。`;

const main = (args: string[]): number => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const data = process.env.DATA_DIR || '.data';
  let given: { readonly restore: boolean; readonly folder: string } | undefined;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { restore: { type: 'boolean' } },
    });
    const [folder, ...more] = positionals;
    if (folder !== undefined && more.length === 0) given = { restore: values.restore === true, folder };
  } catch {
    // told below
  }
  if (!given) {
    console.error(USAGE);
    return 2;
  }
  const folder = resolve(given.folder);
  try {
    if (given.restore) restore(folder, data);
    else backUp(data, folder);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    console.error(error.message);
    return 1;
  }
  console.log(given.restore ? `已恢复到 ${resolve(data)}。` : `已备份到 ${folder}。`);
  return 0;
};

process.exitCode = main(process.argv.slice(2));
