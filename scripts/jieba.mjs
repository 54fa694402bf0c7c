/**
 * Makes jieba's binary where it is missing, in plain JavaScript and with Node's own modules alone. npm runs no scripts of
 * packages here (.npmrc): that of nodejieba would take its installer from the registry, whatever version is newest. The
 * one in the tree, which is locked, does the same. Silent when all is well.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, env, execPath, exit, platform, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'node_modules/nodejieba');

/** Node's own headers, where they came with it: compiling then needs no network. */
const headers = () => {
  const prefix = dirname(dirname(execPath));
  return existsSync(join(prefix, 'include/node/node_api.h')) ? { npm_config_nodedir: prefix } : {};
};

/** By way of npm, which brings the compiler's driver along (node-gyp). */
const make = () => {
  stderr.write('正在准备分词组件 nodejieba（没有现成二进制时要编译）……\n');
  const { npm_execpath: script } = env;
  const [command, ...before] = script?.endsWith('.js') ? [execPath, script] : ['npm'];
  const build = ['exec', '--offline', '--no', '--', 'node-pre-gyp', 'install', '--fallback-to-build', '-C', folder];
  const {
    status,
    stdout,
    stderr: said,
  } = spawnSync(command, [...before, ...build], {
    ...{ cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', env: { ...headers(), ...env } },
    shell: command === 'npm' && platform === 'win32',
  });
  if (status === 0) return true;
  stderr.write(`${stdout}${said}`);
  stderr.write(
    'nodejieba 没有装好：请看上面的说明；若提到 gyp、make 或 g++，先执行 apt-get install -y python3 make g++（Debian/Ubuntu）再试。\n',
  );
  return false;
};

/** Whether jieba's binary is there, after making it if need be. */
export const hasJieba = () => existsSync(join(folder, 'build/Release/nodejieba.node')) || make();

if (argv[1] === fileURLToPath(import.meta.url) && !hasJieba()) exit(1);
