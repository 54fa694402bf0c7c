import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tidyName } from '../../../src/import/files.ts';
import type { LivePlans } from '../../../src/overlay/live-plans.ts';
import { docxOf, p, zipOf } from '../../import/helper.ts';
import { newFolder, openLivePlans } from '../../overlay/opened.ts';
import { type Served, serveDesk, type Visitor, visit } from './served.ts';

const TEXT = `云州省水利建设实施方案
各市人民政府：
为加快建设，制定本方案。
一、重点任务
（一）修渠。修渠。
1.修东渠。修东渠。（省水利厅负责，省农委、具体处室配合）
2.修西渠。修西渠。（省水务厅负责）
（二）修坝（具体负责人另定）。修坝。（省农业委员会负责）
`;

let data: string;
let plans: LivePlans;
let served: Served;
let visitor: Visitor;

beforeAll(async () => {
  data = newFolder();
  plans = await openLivePlans(data);
  served = await serveDesk(plans, { token: 'desk-token-0123456789', data });
});
afterAll(() => served.app.close());

beforeEach(async () => {
  visitor = visit(served);
  served.pass(60_000);
  await visitor.login();
});

/** The page's words, as a reader sees them. */
const wordsOf = (body: string): string =>
  body
    .replace(/<[^>]+>/g, ' ')
    .replace(
      /&(lt|gt|quot|#39|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '',
    )
    .replace(/\s+/g, ' ');

const draftIn = (body: string): string => /\/admin\/plans\/drafts\/([\w-]+)/.exec(body)?.[1] ?? '';

/** Uploads a file, waits until it has been read, and returns the draft's page. */
const bring = async (name: string, contents: Uint8Array | string, by = visitor) => {
  const id = draftIn((await by.upload(name, contents)).body);
  await served.desk.drafts.idle();
  return { id, shown: await by.get(`/admin/plans/drafts/${id}`) };
};

const drafts = (): readonly string[] =>
  existsSync(join(data, 'imports'))
    ? readdirSync(join(data, 'imports')).filter((name) => !name.endsWith('.jsonl'))
    : [];
const brought = (): readonly string[] => (existsSync(join(data, 'plans')) ? readdirSync(join(data, 'plans')) : []);
const revisionIn = (body: string): string => /name="revision" value="(\d+)"/.exec(body)?.[1] ?? '';
const placeOf = (body: string, name: string): string =>
  new RegExp(`name="m(\\d+)" aria-label="${name} 改作"`).exec(body)?.[1] ?? 'missing';

describe('a file that cannot be read is refused with the remedy, and nothing of it is kept', () => {
  const bomb = zipOf({ 'word/document.xml': Buffer.alloc(9 * 1024 * 1024) });
  const encrypted = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(512),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);

  test.each<[string, string, Uint8Array | string, number, string]>([
    ['an empty file', '方案.txt', '', 400, '文件里没有文字'],
    ['no file at all', '', '', 400, '请先选择一个文件'],
    ['a file of 30 MB', '方案.txt', Buffer.alloc(30 * 1024 * 1024, 97), 413, '不超过 20 MB'],
    ['an encrypted docx', '方案.docx', encrypted, 400, '请去掉密码另存后再导入'],
    ['a picture', '方案.png', Buffer.from('89504e470d0a1a0a', 'hex'), 415, '这是图片'],
  ])('%s: at once', async (_, name, contents, code, remedy) => {
    const before = [drafts(), brought()];
    const answer = await visitor.upload(name, contents);
    expect([answer.statusCode, wordsOf(answer.body)]).toEqual([code, expect.stringContaining(remedy)]);
    expect([drafts(), brought()]).toEqual(before);
  });

  test.each<[string, string, Uint8Array | string, string]>([
    ['a zip bomb', '方案.docx', bomb, '展开后异常庞大'],
    ['a broken docx', '方案.docx', docxOf(p('一、目标')).subarray(0, 200), '请用 Word、WPS 或浏览器打开'],
    ['a page of scripts only', '方案.html', '<html><script>var a = "任务"</script></html>', '文件里没有文字'],
  ])('%s: when it was opened', async (_, name, contents, remedy) => {
    const before = [drafts(), brought()];
    const { shown } = await bring(name, contents);
    expect([shown.statusCode, wordsOf(shown.body)]).toEqual([422, expect.stringContaining(remedy)]);
    expect([drafts(), brought()]).toEqual(before);
  });

  test('whoever gave no token, and a form of another site: before the file is received', async () => {
    const { app } = served;
    const post = (headers: Record<string, string>) =>
      app.inject({
        ...{ method: 'POST', url: '/admin/plans/upload', payload: 'x' },
        headers: { 'content-type': 'multipart/form-data; boundary=x', host: 'desk.example', ...headers },
      });
    expect((await post({ origin: 'http://desk.example' })).headers.location).toBe('/admin/login');
    expect((await post({ origin: 'http://evil.example' })).statusCode).toBe(403);
  });

  test('a file is taken nowhere else', async () => {
    const answer = await served.app.inject({
      ...{ method: 'POST', url: '/admin/words', payload: '--x--' },
      headers: { 'content-type': 'multipart/form-data; boundary=x', host: 'desk.example' },
    });
    expect(answer.statusCode).toBe(415);
  });
});

describe('a draft', () => {
  test.each([
    ['../../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\plans\\方案.txt', '方案.txt'],
    ['..', 'plan'],
    ['.hidden\u0000\u202e.txt', 'hidden.txt'],
    [`${'长'.repeat(300)}.txt`, `${'长'.repeat(120)}.txt`],
  ])('the name %j is kept as %s', (name, kept) => {
    expect(tidyName(name)).toBe(kept);
  });

  test('a name that leads elsewhere leaves no folder', async () => {
    const { id } = await bring('../../../etc/passwd.txt', TEXT);
    expect(served.desk.drafts.get(id).name).toBe('passwd.txt');
    expect([drafts(), brought()]).toEqual([[id], []]);
    await visitor.post(`/admin/plans/drafts/${id}/discard`);
    expect(drafts()).toEqual([]);
  });

  test('html with scripts is shown as text', async () => {
    const evil = '省<script>alert(1)</script>水利厅"onload="x';
    const { id, shown } = await bring('a<img src=x>.txt', TEXT.replace('省水务厅', evil));
    expect(shown.body).not.toContain('<script>alert');
    expect(shown.body).not.toContain('<img src=x');
    expect(wordsOf(shown.body)).toContain('a<img src=x>.txt');
    expect(shown.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    await visitor.post(`/admin/plans/drafts/${id}/discard`);
  });

  test('shows the verdict, each doubt with its line, what would be answered, and no script', async () => {
    const { id, shown } = await bring('水利方案.txt', TEXT);
    const words = wordsOf(shown.body);
    for (const piece of [
      '请先核对',
      '没有归入任务：具体负责人另定',
      '（二）修坝（具体负责人另定）。修坝。',
      '修东渠由谁负责？',
      '负责：省水利厅',
    ])
      expect(words).toContain(piece);
    expect(shown.body).not.toContain('<script');
    expect(shown.headers['content-security-policy']).not.toContain('script-src');
    await visitor.post(`/admin/plans/drafts/${id}/discard`);
  });

  test('while it is read the page asks for itself again; answers go on', async () => {
    const id = draftIn((await visitor.upload('水利方案.txt', TEXT)).body);
    const waiting = await visitor.get(`/admin/plans/drafts/${id}`);
    expect(waiting.body).toContain('http-equiv="refresh"');
    expect(plans.ask({ text: '一共有几项任务', history: [] }).status).toBe('answered');
    await served.desk.drafts.idle();
    expect((await visitor.get(`/admin/plans/drafts/${id}`)).body).not.toContain('http-equiv="refresh"');
    await visitor.post(`/admin/plans/drafts/${id}/discard`);
  });

  test('twenty at a time; the next waits until one is gone', async () => {
    const ids = [];
    for (let at = 0; at < 20; at += 1)
      ids.push(await served.desk.upload({ name: 'a.txt', bytes: Buffer.from(TEXT) }, '张三'));
    const answer = await visitor.upload('水利方案.txt', TEXT);
    expect([answer.statusCode, wordsOf(answer.body)]).toEqual([409, expect.stringContaining('已有 20 份草稿')]);
    for (const id of ids) await served.desk.discard(id, '张三');
    await served.desk.drafts.idle();
    expect(drafts()).toEqual([]);
  });
});

describe('from the file to the answer', () => {
  test('correct, look, put in force, ask, take out, restore, correct again', async () => {
    const { id, shown } = await bring('水利方案.txt', TEXT);
    const page = `/admin/plans/drafts/${id}`;
    const wrong = await visitor.post(`${page}/document`, { title: '水', revision: revisionIn(shown.body) });
    expect([wrong.statusCode, wordsOf(wrong.body)]).toEqual([400, expect.stringContaining('标题至少 4 个字')]);

    await visitor.post(`${page}/names`, {
      [`m${placeOf(shown.body, '省水务厅')}`]: '省水利厅',
      [`x${placeOf(shown.body, '具体处室')}`]: 'yes',
      revision: revisionIn(shown.body),
    });
    await served.desk.drafts.idle();
    const corrected = await visitor.get(page);
    expect(wordsOf(corrected.body)).toContain('“省水务厅”就是“省水利厅”');
    expect(wordsOf(corrected.body)).toContain('上次更正改变了什么');
    expect(wordsOf(corrected.body)).toContain('省水利厅负责的任务共2项');

    await visitor.post(`${page}/level`, { level: 'section', revision: revisionIn(corrected.body) });
    await served.desk.drafts.idle();
    const levelled = await visitor.get(page);
    expect(wordsOf(levelled.body)).toContain('任务 3 2');
    await visitor.post(`${page}/takeback`, { which: 'level', revision: revisionIn(levelled.body) });
    await served.desk.drafts.idle();

    const document = {
      title: '云州省水利建设实施方案',
      number: '云政〔2024〕5号',
      dated: '2024年3月5日',
      from: '2024',
      to: '2026',
    };
    const current = revisionIn((await visitor.get(page)).body);
    await visitor.post(`${page}/document`, { ...document, revision: current });
    await served.desk.drafts.idle();
    const ready = await visitor.get(page);
    const used = await visitor.post(`${page}/use`, { plan: 'shui-li', revision: revisionIn(ready.body) });
    expect(wordsOf(used.body)).toContain('《云州省水利建设实施方案》已投入使用');
    expect(drafts()).toEqual([]);
    expect(readdirSync(join(data, 'plans', 'shui-li')).sort()).toEqual([
      'plan.json',
      'plan.txt',
      'source.txt',
      'units.json',
    ]);
    const ask = (text: string) => plans.ask({ text, history: [] }).text;
    expect(ask('云州省水利建设实施方案里省水利厅负责哪些任务？')).toContain('修西渠');
    expect(ask('云州省水利建设实施方案的文号是多少？')).toContain('云政〔2024〕5号');

    const out = await visitor.post('/admin/plans/shui-li/drop');
    expect(wordsOf(out.body)).toContain('已停用的计划');
    expect(plans.get('shui-li')).toBeUndefined();
    await visitor.post('/admin/plans/shui-li/restore');
    expect(plans.get('shui-li')?.title).toBe('云州省水利建设实施方案');

    const again = draftIn((await visitor.post('/admin/plans/shui-li/reopen')).body);
    await served.desk.drafts.idle();
    const reopened = await visitor.get(`/admin/plans/drafts/${again}`);
    expect(wordsOf(reopened.body)).toContain('“省水务厅”就是“省水利厅”');
    const refused = await visitor.post(`/admin/plans/drafts/${again}/use`, {
      plan: 'shui-li',
      revision: revisionIn(reopened.body),
    });
    expect([refused.statusCode, wordsOf(refused.body)]).toEqual([409, expect.stringContaining('请勾选“替换”')]);
    const replaced = await visitor.post(`/admin/plans/drafts/${again}/use`, {
      ...{ plan: 'shui-li', replace: 'yes', revision: revisionIn(refused.body) },
    });
    expect(wordsOf(replaced.body)).toContain('已投入使用');

    const history = readFileSync(join(data, 'imports', 'history.jsonl'), 'utf8')
      .trim()
      .split('\n');
    const done = history.map((line) => JSON.parse(line)).filter(({ plan }) => plan === 'shui-li');
    expect(done.map(({ did, by }) => [did, by])).toEqual(
      ['use', 'drop', 'restore', 'upload', 'replace'].map((did) => [did, '张三']),
    );
  });

  test('an id of the program, an id that leads elsewhere, a plan of the program to be taken out: refused', async () => {
    const { id, shown } = await bring('水利方案.txt', TEXT);
    const first = plans.list().find(({ origin }) => origin === 'corpus');
    const use = (plan: string) =>
      visitor.post(`/admin/plans/drafts/${id}/use`, { plan, replace: 'yes', revision: revisionIn(shown.body) });
    const own = await use(first?.id ?? '');
    expect([own.statusCode, wordsOf(own.body)]).toEqual([
      409,
      expect.stringContaining('随程序提供的计划不能在这里替换'),
    ]);
    for (const plan of ['../../x', '', 'A B', '计划']) expect((await use(plan)).statusCode).toBe(400);
    expect(brought()).toEqual(['shui-li']);
    const dropped = await visitor.post(`/admin/plans/${first?.id}/drop`);
    expect([dropped.statusCode, wordsOf(dropped.body)]).toEqual([409, expect.stringContaining('不能停用')]);
    await visitor.post(`/admin/plans/drafts/${id}/discard`);
  });

  test('a plan without tasks is not put in force', async () => {
    const { id, shown } = await bring('通报.txt', '云州省水利建设情况通报\n去年修渠三条。\n今年继续。\n');
    expect(wordsOf(shown.body)).toContain('不能使用');
    const used = await visitor.post(`/admin/plans/drafts/${id}/use`, {
      plan: 'tong-bao',
      revision: revisionIn(shown.body),
    });
    expect(used.statusCode).toBe(409);
    expect(brought()).toEqual(['shui-li']);
    await visitor.post(`/admin/plans/drafts/${id}/discard`);
  });

  test('two administrators: what one has not seen is not written over, and the page says so', async () => {
    const other = visit(served);
    await other.login();
    const { id, shown } = await bring('水利方案.txt', TEXT);
    const seen = await other.get(`/admin/plans/drafts/${id}`);
    const page = `/admin/plans/drafts/${id}`;
    await visitor.post(`${page}/level`, { level: 'section', revision: revisionIn(shown.body) });
    await served.desk.drafts.idle();
    const late = await other.post(`${page}/level`, { level: 'part', revision: revisionIn(seen.body) });
    expect([late.statusCode, wordsOf(late.body)]).toEqual([409, expect.stringContaining('另一位管理员刚改过')]);
    expect((await other.post(`${page}/use`, { plan: 'late', revision: revisionIn(seen.body) })).statusCode).toBe(409);
    await visitor.post(`${page}/discard`);
    expect((await other.get(page)).statusCode).toBe(404);
    expect(plans.get('late')).toBeUndefined();
  });

  test('two drafts for one id at the same moment: one is put in force, the other asks', async () => {
    const [one, two] = [await bring('甲.txt', TEXT), await bring('乙.txt', TEXT)];
    const answers = await Promise.all(
      [one, two].map(({ id }) =>
        served.desk.use(id, { plan: 'both', replace: false, by: '张三', revision: 1 }).then(
          () => 'used',
          (error: unknown) => String(error),
        ),
      ),
    );
    expect(answers.filter((answer) => answer === 'used')).toHaveLength(1);
    expect(answers.find((answer) => answer !== 'used')).toContain('已经是');
    for (const { id } of served.desk.drafts.list()) await served.desk.discard(id, '张三');
  });
});
