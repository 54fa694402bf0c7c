import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadBot } from '../../src/bot.ts';
import { planFolders } from '../../src/corpus.ts';
import { readExamination } from '../../src/overlay/examination.ts';
import { compile } from '../compile.mjs';
import { adversarialTexts } from './adversarial.ts';
import { ms, quantile, row } from './table.ts';
import { benchWebhook } from './webhook.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Rounds that are not counted: a server answers for days, not for its first second. */
const WARM_UP = 20;
const ROUNDS = 40;
const MB = 1024 * 1024;

/** How long one piece of work takes over many inputs, sorted; the first rounds warm up. */
const measure = (inputs: readonly string[], work: (input: string) => unknown): readonly number[] => {
  for (let round = 0; round < WARM_UP; round += 1) for (const input of inputs) work(input);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const input of inputs) {
      const started = performance.now();
      work(input);
      times.push(performance.now() - started);
    }
  return times.sort((a, b) => a - b);
};

const show = (name: string, times: readonly number[], baseline?: readonly number[]): void => {
  const ratio = baseline ? `${(quantile(times, 0.5) / quantile(baseline, 0.5)).toFixed(1)} × baseline (p50)` : '';
  row(
    name,
    `p50 ${ms(quantile(times, 0.5))}`,
    `p99 ${ms(quantile(times, 0.99))}`,
    `max ${ms(times.at(-1) ?? 0)}`,
    ratio,
  );
};

/** What a piece of code costs a fresh process: its own time and memory over an empty one. */
const cost = (code: string): { readonly ms: number; readonly mb: number } => {
  const script = `const m=process.memoryUsage().rss,t=performance.now();${code};console.log(JSON.stringify({ms:performance.now()-t,mb:(process.memoryUsage().rss-m)/${MB}}))`;
  return JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: ROOT,
      encoding: 'utf8',
    }),
  );
};

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** From the start of the process to the first 200 of /healthz, and the memory of the server then and after 500 questions. */
const server = async (
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly ms: number; readonly idle: number; readonly busy: number }> => {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'wenji-bench-'));
  const started = performance.now();
  const child = spawn(process.execPath, ['.dist/server.js'], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'fatal', ...more },
    stdio: 'ignore',
  });
  const resident = (): number =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  try {
    const base = `http://127.0.0.1:${port}`;
    while (
      !(await fetch(`${base}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      ))
    )
      await new Promise((next) => setTimeout(next, 10));
    const listening = performance.now() - started;
    const idle = resident();
    for (let at = 0; at < 500; at += 1)
      await fetch(`${base}/api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ question: `第${(at % 57) + 1}项由谁负责` }),
      }).then((answer) => answer.text());
    return { ms: listening, idle, busy: resident() };
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
};

const [folder = ''] = planFolders(join(ROOT, 'corpus'));
/** Questions of the corpus, short enough to be typed. */
const questions = [...new Set(readExamination(folder).map(({ text }) => text))].filter(({ length }) => length < 100);
const bot = await loadBot();
const firstAsked = performance.now();
bot.ask({ text: questions[0] ?? '', history: [] });
const first = performance.now() - firstAsked;
const source = bot.plan.clauses.map(({ text }) => text);

/** No text twice: what was read before is remembered. */
let calls = 0;

console.log('Answering (one process, warm)');
row('the very first question of a process, cold', ms(first));
const baseline = measure(questions, (question) => source.filter((text) => text.includes(question.slice(0, 4))));
show('baseline: substring scan of all clauses', baseline);
show(
  `${questions.length} questions of the corpus, reading to check`,
  measure(questions, (text) => bot.ask({ text: `${text}${' '.repeat(calls++ % 40)}`, history: [] })),
  baseline,
);
show(
  'the same as follow-ups on six earlier questions',
  measure(questions, (text) => bot.ask({ text, history: questions.slice(0, 6) })),
  baseline,
);
show(
  '10,000 characters of noise around a question',
  measure([`${'无关的话，'.repeat(1000)}供应链金融谁负责${'，还有别的'.repeat(1000)}`], (text) =>
    bot.ask({ text: `${text}${calls++}`, history: [] }),
  ),
  baseline,
);

const adversarial = adversarialTexts(join(folder, 'plan.txt')).map((text) => {
  const started = performance.now();
  bot.ask({ text, history: [] });
  return performance.now() - started;
});
show(
  `${adversarial.length} adversarial texts of 10,000 characters, once each`,
  adversarial.sort((a, b) => a - b),
);

console.log('\nFeishu webhook (HTTP on this machine, the load in a process of its own)');
await benchWebhook(bot);

console.log('\nStart and memory (fresh processes)');
await compile();
const running = await server();
row('server, start to listening', `${running.ms.toFixed(0)} ms`);
row('server, resident', `${running.idle.toFixed(0)} MB idle`, `${running.busy.toFixed(0)} MB after 500 questions`);
const connected = await server({
  ...{ FEISHU_APP_ID: 'cli_0123456789abcdef', FEISHU_APP_SECRET: 'none', FEISHU_ENCRYPT_KEY: 'none' },
  ...{ FEISHU_VERIFICATION_TOKEN: 'none', FEISHU_BASE_URL: 'http://127.0.0.1:9' },
});
row(
  'server with Feishu on, resident',
  `${connected.idle.toFixed(0)} MB idle`,
  `${connected.busy.toFixed(0)} MB after 500 questions`,
);
const dictionary = cost("const {createCutter}=await import('./src/search/cut.ts');createCutter([]).cut('试')");
row(
  "of which jieba's dictionary, as trimmed here",
  `${dictionary.ms.toFixed(0)} ms (${((100 * dictionary.ms) / running.ms).toFixed(0)} %)`,
  `${dictionary.mb.toFixed(0)} MB (${((100 * dictionary.mb) / running.idle).toFixed(0)} %)`,
);
const full = cost("const {default:j}=await import('nodejieba');j.load();j.cut('试')");
row(
  "jieba's own dictionary untrimmed, for comparison",
  `${full.ms.toFixed(0)} ms`,
  `${full.mb.toFixed(0)} MB`,
  `${(dictionary.mb / full.mb).toFixed(2)} of it is used`,
);
const feishu = cost("const {loadSdk}=await import('./src/channels/feishu/sdk.ts');loadSdk()");
row('the Feishu SDK, loaded only with credentials', `${feishu.ms.toFixed(0)} ms`, `${feishu.mb.toFixed(0)} MB`);
