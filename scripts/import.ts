import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { shapeIn } from '../src/bring/shape-in.ts';
import { trialText, tryQuestions } from '../src/bring/trial.ts';
import { readBodyNames } from '../src/corpus.ts';
import { CodedError } from '../src/errors.ts';
import { filesIn, receiveFile, writeFolder } from '../src/import/files.ts';
import { importPlan } from '../src/import/import-plan.ts';
import type { Watch } from '../src/import/pdf/pdf.ts';
import { planIdOf } from '../src/import/plan-id.ts';
import { type ImportStatus, type PreviewCounts, previewText, VERDICTS } from '../src/import/preview/preview.ts';
import { endWithReader } from './end-with-reader.ts';

const USAGE = '用法：npm run --silent import -- 文件或文件夹 [--id 标识] [--to 目录] [--replace] [--dry]';
const OWN_CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url));
const OPTIONS = {
  id: { type: 'string' },
  to: { type: 'string' },
  replace: { type: 'boolean' },
  dry: { type: 'boolean' },
} as const;

interface Options {
  readonly to: string;
  readonly replace: boolean;
  readonly dry: boolean;
}

interface Done {
  readonly name: string;
  readonly status: ImportStatus;
  readonly counts: PreviewCounts | undefined;
  readonly text: readonly string[];
  readonly examples: readonly string[];
}

/** What the bot would answer to the questions that the plan's own names make, in their first lines. */
const answered = (folder: string, questions: readonly string[]): readonly string[] => {
  try {
    return trialText(tryQuestions(folder, questions));
  } catch (error) {
    return [`！ 不能试问：${error instanceof Error ? error.message : String(error)}`];
  }
};

/** Recognising a page takes seconds: whoever waits sees how far it is. */
const watching =
  (name: string): Watch =>
  ({ page, of }) =>
    void process.stderr.write(`${name}：从图片识别文字，第 ${page} 页，共 ${of} 页\n`);

const importOne = async (path: string, id: string, { to, replace, dry }: Options): Promise<Done> => {
  const received = await receiveFile(path);
  const kept = replace ? shapeIn(join(to, id))?.corrections : undefined;
  const options = { id, bodies: readBodyNames(), watch: watching(received.name), ...(kept && { corrections: kept }) };
  const { preview, files, examples } = await importPlan(received, options);
  const folder = preview.status === 2 || dry ? undefined : await writeFolder({ to, id, replace }, files);
  const { tasks, marks, attached, doubts } = preview.counts;
  const end = `任务${tasks} 责任标注${attached}/${marks} 待核对${doubts} ｜ ${VERDICTS[preview.status].says}${folder ? ` ${folder}` : ''}`;
  return {
    name: basename(path),
    status: preview.status,
    counts: preview.counts,
    text: [...previewText(preview), '', end],
    examples,
  };
};

const failed = (path: string, error: unknown): Done => ({
  name: basename(path),
  status: 2,
  counts: undefined,
  text: [error instanceof CodedError ? error.message : String(error)],
  examples: [],
});

const row = ({ name, status, counts, text }: Done): string => {
  if (!counts) return `${status}\t${name}\t${text.at(-1) ?? ''}`;
  const { tasks, marks, attached, units, unknown, indicators, unplaced, doubts } = counts;
  return [
    status,
    name,
    `任务${tasks}`,
    `标注${attached}/${marks}`,
    `单位${units}`,
    `不明${unknown}`,
    `指标${indicators}`,
    `无条款${unplaced}`,
    `待核对${doubts}`,
  ].join('\t');
};

/** 0 only when every file is; 2 when none is usable. */
const statusOf = (all: readonly Done[]): ImportStatus => {
  if (all.every(({ status }) => status === 2)) return 2;
  return all.every(({ status }) => status === 0) ? 0 : 3;
};

const importFolder = async (folder: string, options: Options): Promise<ImportStatus> => {
  const paths = await filesIn(folder);
  const done: Done[] = [];
  const taken = new Set<string>();
  for (const [at, path] of paths.entries()) {
    let id = planIdOf(basename(path));
    for (let copy = 2; taken.has(id); copy += 1) id = `${planIdOf(basename(path))}-${copy}`;
    taken.add(id);
    const one = await importOne(path, id, options).catch((error: unknown) => failed(path, error));
    done.push(one);
    const bar = '█'.repeat(Math.round(((at + 1) / paths.length) * 20)).padEnd(20, '░');
    process.stderr.write(process.stderr.isTTY ? `\r${bar} ${at + 1}/${paths.length} ` : '');
    console.log(row(one));
  }
  const count = (status: ImportStatus) => done.filter((one) => one.status === status).length;
  console.log(`共${done.length}个文件：可用${count(0)}，待核对${count(3)}，不能用${count(2)}`);
  return statusOf(done);
};

const main = async (args: string[]): Promise<ImportStatus> => {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  const [path] = positionals;
  if (path === undefined) throw new CodedError('import_path', USAGE);
  const options = { to: values.to ?? OWN_CORPUS, replace: values.replace === true, dry: values.dry === true };
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return importFolder(join(path), options);
  const id = values.id ?? planIdOf(basename(path));
  const { text, status, examples } = await importOne(path, id, options);
  const shown = status === 2 || options.dry ? [] : answered(join(options.to, id), examples);
  console.log([...text.slice(0, -1), ...shown, ...text.slice(-1)].join('\n'));
  return status;
};

endWithReader();
main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof CodedError ? error.message : error);
    process.exitCode = 2;
  },
);
