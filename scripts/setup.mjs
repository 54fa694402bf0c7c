/**
 * Runs before anything is installed, so in plain JavaScript and with Node's own modules alone: checks Node, installs the
 * dependencies where they are missing or out of date, checks that jieba's binary loads. Silent when all is well.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { hasJieba } from './jieba.mjs';

const root = new URL('../', import.meta.url);

const stop = (line) => {
  process.stderr.write(`${line}\n`);
  process.exit(1);
};

/** `>=20.19` → [20, 19]; `20.20.2` → [20, 20]. */
const majorMinor = (version) => version.match(/\d+/g).slice(0, 2).map(Number);

const checkNode = () => {
  const { engines } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const [major, minor] = majorMinor(engines.node);
  const [ownMajor, ownMinor] = majorMinor(process.versions.node);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  stop(
    `需要 Node.js ${major}.${minor} 或更新的版本，现在是 ${process.versions.node}：请到 https://nodejs.org 安装后再试。`,
  );
};

const modifiedAt = (path) => statSync(new URL(path, root), { throwIfNoEntry: false })?.mtimeMs;

/** npm writes its own lock into node_modules when it has finished. */
const isInstalled = () => {
  const installed = modifiedAt('node_modules/.package-lock.json');
  return installed !== undefined && installed >= (modifiedAt('package-lock.json') ?? 0);
};

/** Under `npm test` the npm that runs it; on its own the one on the path, on Windows a script that needs a shell. */
const npmCommand = () => {
  const { npm_execpath: script } = process.env;
  return script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
};

const install = () => {
  process.stderr.write('正在安装依赖（npm ci）……\n');
  const [command, ...before] = npmCommand();
  const options = {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 2, 2],
    shell: command === 'npm' && process.platform === 'win32',
  };
  const { status } = spawnSync(command, [...before, 'ci'], options);
  if (status !== 0)
    stop(
      '依赖没有装好：请看上面 npm 的说明；若提到 gyp、make 或 g++，先执行 apt-get install -y python3 make g++（Debian/Ubuntu）再试。',
    );
};

const checkJieba = () => {
  try {
    createRequire(root)('nodejieba');
  } catch {
    stop(
      'nodejieba 的二进制文件不能加载：请执行 apt-get install -y python3 make g++（Debian/Ubuntu），删掉 node_modules/nodejieba/build 再试。',
    );
  }
};

checkNode();
if (!isInstalled()) install();
if (!hasJieba()) process.exit(1);
checkJieba();
