import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LiveBot } from '../../../src/overlay/live.ts';
import type { LivePlans } from '../../../src/overlay/live-plans.ts';
import { firstOf, newFolder, openLivePlans } from '../../overlay/opened.ts';
import { csrfIn, HOST, type Served, serveDesk, TOKEN, type Visitor, visit } from './served.ts';

const MINUTE = 60_000;
const UNKNOWN = '小蓝平台谁负责';
const SCRIPT = '<script>alert(1)</script>"\'&归谁管';

let plans: LivePlans;
let live: LiveBot;
let served: Served;
let visitor: Visitor;

beforeAll(async () => {
  plans = await openLivePlans(newFolder());
  live = firstOf(plans);
});

beforeEach(async () => {
  served = await serveDesk(plans);
  visitor = visit(served);
});

const missed = (question: string) =>
  served.records.answered({
    ...{ question, answer: { status: 'not_found', kind: 'not-found' } },
    ...{ channel: 'feishu', chat: 'group', ms: 3 },
  });

/** The page's words, as a reader sees them. */
const wordsOf = (body: string): string =>
  body
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

describe('the desk is shut', () => {
  test('without a token: there is no such address', async () => {
    const { app } = await serveDesk(plans, { token: undefined });
    for (const url of ['/admin', '/admin/login', '/admin/words', '/admin/assets/desk.css'])
      expect((await app.inject(url)).statusCode).toBe(404);
    expect((await app.inject({ method: 'POST', url: '/admin/login' })).statusCode).toBe(404);
  });

  test.each(['', 'short', '0123456789abcde'])(
    'at the start for the token %j, which could be guessed',
    async (token) => {
      await expect(serveDesk(plans, { token })).rejects.toThrow(/ADMIN_TOKEN 至少 16 个字符/);
    },
  );

  test('to whoever has not given the token: every page leads to the form, no form is taken', async () => {
    for (const url of ['/admin', '/admin/questions', '/admin/questions/1', '/admin/words']) {
      const response = await served.app.inject({ url, headers: { host: HOST } });
      expect([response.statusCode, response.headers.location]).toEqual([303, '/admin/login']);
    }
    const forms = ['/admin/reload', '/admin/words', '/admin/words/preview', '/admin/words/e1/undo', '/admin/logout'];
    for (const url of [...forms, '/admin/questions/1/settle']) {
      const headers = { host: HOST, origin: `http://${HOST}`, 'content-type': 'application/x-www-form-urlencoded' };
      const response = await served.app.inject({ method: 'POST', url, headers, payload: 'say=x' });
      expect([response.statusCode, response.headers.location]).toEqual([303, '/admin/login']);
    }
  });

  test('to a wrong token, and to one that is nearly right', async () => {
    for (const token of ['wrong', `${TOKEN} `, TOKEN.slice(1), '']) {
      const answer = await visit(served).login(token);
      expect([answer.statusCode, wordsOf(answer.body)]).toEqual([401, expect.stringContaining('令牌不对')]);
      served.pass(MINUTE);
    }
    expect(visitor.cookies.has('wenji_desk')).toBe(false);
  });

  test('after five tries in a minute, to the right token too; a minute later it opens', async () => {
    for (let at = 0; at < 5; at += 1) expect((await visitor.login('wrong')).statusCode).toBe(401);
    const sixth = await visitor.login();
    expect([sixth.statusCode, sixth.headers['retry-after']]).toEqual([429, '60']);
    expect(wordsOf(sixth.body)).toContain('请一分钟后再试');
    served.pass(MINUTE);
    expect(wordsOf((await visitor.login()).body)).toContain('概况');
  });

  test('to the address that tried too often, and to no other behind a proxy that is believed', async () => {
    const behind = await serveDesk(plans, { token: TOKEN, trustProxy: ['127.0.0.1'] });
    const from = (address: string) => visit(behind, HOST, { 'x-forwarded-for': `198.51.100.7, ${address}` });
    for (let at = 0; at < 5; at += 1) expect((await from('203.0.113.9').login('wrong')).statusCode).toBe(401);
    expect((await from('203.0.113.9').login()).statusCode).toBe(429);
    expect((await from('203.0.113.10').login()).statusCode).toBe(200);
    // who is not believed cannot make himself another
    const claimed = (at: number) => visit(served, HOST, { 'x-forwarded-for': `203.0.113.${at}` });
    for (let at = 0; at < 5; at += 1) expect((await claimed(at).login('wrong')).statusCode).toBe(401);
    expect((await claimed(9).login()).statusCode).toBe(429);
  });

  test('to a forged session, to one that is over, and to one that was left', async () => {
    visitor.cookies.set('wenji_desk', 'a'.repeat(43));
    expect(wordsOf((await visitor.get('/admin')).body)).toContain('管理令牌');
    await visitor.login();
    const cookie = visitor.cookies.get('wenji_desk') ?? '';
    served.pass(8 * 60 * MINUTE - 1);
    expect(wordsOf((await visitor.get('/admin')).body)).toContain('最近 14 天');
    served.pass(1);
    expect(wordsOf((await visitor.get('/admin')).body)).toContain('管理令牌');
    await visitor.login();
    const second = visitor.cookies.get('wenji_desk') ?? '';
    expect(second).not.toBe(cookie);
    await visitor.get('/admin');
    await visitor.post('/admin/logout');
    visitor.cookies.set('wenji_desk', second);
    expect(wordsOf((await visitor.get('/admin')).body)).toContain('管理令牌');
  });
});

describe('a form', () => {
  const send = async (change: Readonly<Record<string, string | undefined>>, csrf?: string) => {
    await visitor.login();
    const page = await visitor.get('/admin/words');
    const cookie = `wenji_desk=${visitor.cookies.get('wenji_desk')}`;
    const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' };
    const all = { host: HOST, origin: `http://${HOST}`, cookie, ...change };
    for (const [name, value] of Object.entries(all)) if (value !== undefined) headers[name] = value;
    const payload = new URLSearchParams({ csrf: csrf ?? csrfIn(page.body) }).toString();
    return served.app.inject({ method: 'POST', url: '/admin/reload', headers, payload });
  };

  test('of the desk’s own page is taken, also behind a proxy that has another name for us', async () => {
    expect((await send({})).statusCode).toBe(303);
    const proxied = { host: 'inside:3000', origin: 'https://desk.example', 'x-forwarded-host': 'desk.example' };
    expect((await send(proxied)).statusCode).toBe(403);
    served = await serveDesk(plans, { token: TOKEN, trustProxy: ['loopback'] });
    visitor = visit(served);
    expect((await send(proxied)).statusCode).toBe(303);
  });

  test('is taken from PUBLIC_URL, whatever host a proxy asks for, and says what to do where it is from elsewhere', async () => {
    served = await serveDesk(plans, { token: TOKEN, publicUrl: 'https://wenji.example.gov.cn' });
    visitor = visit(served, '127.0.0.1:3000');
    const proxied = { host: '127.0.0.1:3000', origin: 'https://wenji.example.gov.cn' };
    expect((await send(proxied)).statusCode).toBe(303);
    const elsewhere = await send({ ...proxied, origin: 'https://old-name.example.gov.cn' });
    expect([elsewhere.statusCode, wordsOf(elsewhere.body)]).toEqual([403, expect.stringContaining('PUBLIC_URL')]);
  });

  test.each<[string, Readonly<Record<string, string | undefined>>, string?]>([
    ['with a wrong token', {}, 'x'.repeat(43)],
    ['without a token', {}, ''],
    ['from another site', { origin: 'https://evil.example' }],
    ['from a site whose name begins with ours', { origin: `http://${HOST}.evil.example` }],
    ['from a page without a name', { origin: 'null' }],
    ['that tells no origin', { origin: undefined }],
  ])('%s is refused', async (_, change, csrf) => {
    const answer = await send(change, csrf);
    expect([answer.statusCode, wordsOf(answer.body)]).toEqual([403, expect.stringContaining('没有接受')]);
  });

  test('with another session’s token is refused, at the login too', async () => {
    const other = visit(served);
    await other.login();
    expect((await send({}, csrfIn((await other.get('/admin/words')).body))).statusCode).toBe(403);
    const form = csrfIn((await served.app.inject('/admin/login')).body);
    const stranger = visit(served);
    await stranger.get('/admin/login');
    expect((await stranger.post('/admin/login', { csrf: form, token: TOKEN })).statusCode).toBe(403);
  });

  test('that is no form, or too large, is refused with a page', async () => {
    await visitor.login();
    const cookie = `wenji_desk=${visitor.cookies.get('wenji_desk')}`;
    const post = (type: string, payload: string) => {
      const headers = { host: HOST, origin: `http://${HOST}`, cookie, 'content-type': type };
      return served.app.inject({ method: 'POST', url: '/admin/words', headers, payload });
    };
    const large = await post('application/x-www-form-urlencoded', `say=${'x'.repeat(40_000)}`);
    expect([large.statusCode, large.headers['content-type']]).toEqual([413, 'text/html; charset=utf-8']);
    expect((await post('text/xml', '<x/>')).statusCode).toBe(415);
    expect((await post('application/json', '{"csrf":["a"]}')).statusCode).toBe(403);
  });
});

describe('what somebody has to see to', () => {
  test('stands on the first page, and where sending is stopped one message is tried at once', async () => {
    const tried: string[] = [];
    const list = [
      { name: 'feishu', title: '飞书', reason: 'quota 99991403', stopped: true },
      { name: 'disk', title: '磁盘', reason: '只剩 11 MB', stopped: false },
    ];
    const again = async (channel: string): Promise<boolean> => tried.push(channel) > 0 && channel === 'feishu';
    served = await serveDesk(plans, { token: TOKEN, troubles: { list: () => list, again } });
    visitor = visit(served);
    await visitor.login();
    const { body } = await visitor.get('/admin');
    expect(wordsOf(body)).toMatch(/要处理的事 飞书：quota 99991403 再试一次 磁盘：只剩 11 MB/);
    expect(wordsOf((await visitor.post('/admin/channels/feishu/again')).body)).toContain('正在试着发一条');
    expect(wordsOf((await visitor.post('/admin/channels/nowhere/again')).body)).toContain('没有停发');
    expect(tried).toEqual(['feishu', 'nowhere']);
    const stranger = visit(served);
    expect(wordsOf((await stranger.post('/admin/channels/feishu/again')).body)).toContain('管理令牌');
    expect(tried).toHaveLength(2);
  });
});

describe('what is sent', () => {
  test('every page forbids scripts, frames and other hosts, is not kept, and its cookie is out of reach', async () => {
    const login = await served.app.inject({ url: '/admin/login', headers: { host: HOST } });
    expect(login.headers['content-security-policy']).toContain("default-src 'none'");
    expect(login.headers['content-security-policy']).not.toContain('script-src');
    expect(login.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    await visitor.login();
    for (const url of ['/admin', '/admin/questions', '/admin/words']) {
      const page = await visitor.get(url);
      expect(page.headers['content-security-policy']).toBe(login.headers['content-security-policy']);
      expect(page.body).not.toMatch(/<script|style="|\son\w+=|https?:/);
    }
  });

  test('the session’s cookie is Secure where the browser speaks https, and where PUBLIC_URL says so', async () => {
    const cookieOf = async (from: Served, headers: Readonly<Record<string, string>>) => {
      const form = await from.app.inject({ url: '/admin/login', headers: { host: HOST } });
      const payload = new URLSearchParams({ csrf: csrfIn(form.body), token: TOKEN }).toString();
      const cookie = form.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const all = { host: HOST, origin: `https://${HOST}`, cookie, ...type, ...headers };
      const answer = await from.app.inject({ method: 'POST', url: '/admin/login', headers: all, payload });
      return String(answer.headers['set-cookie']);
    };
    const plain = await cookieOf(served, {});
    expect(plain).toMatch(/^wenji_desk=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/admin; Max-Age=28800$/);
    const forwarded = { 'x-forwarded-proto': 'https' };
    expect(await cookieOf(served, forwarded)).not.toContain('Secure');
    const behind = await serveDesk(plans, { token: TOKEN, trustProxy: ['127.0.0.1'] });
    expect(await cookieOf(behind, forwarded)).toMatch(/; Secure$/);
    const named = await serveDesk(plans, { token: TOKEN, publicUrl: `https://${HOST}` });
    expect(await cookieOf(named, {})).toMatch(/; Secure$/);
  });

  test('a script in a question is shown as text, on every page that shows it', async () => {
    await missed(SCRIPT);
    await visitor.login();
    for (const url of ['/admin/questions', '/admin/questions/1']) {
      const { body } = await visitor.get(url);
      expect(body).not.toContain('<script');
      expect(wordsOf(body)).toContain(SCRIPT);
    }
    const refused = await visitor.post('/admin/words/preview', { say: SCRIPT, target: SCRIPT, question: SCRIPT });
    expect([refused.statusCode, refused.body.includes('<script')]).toEqual([422, false]);
    const shown = await visitor.post('/admin/words/preview', { say: '小蓝台', target: '任务43', question: SCRIPT });
    expect([shown.statusCode, shown.body.includes('<script')]).toEqual([200, false]);
  });
});

describe('概况', () => {
  test('shows the days with their shares, kinds, channels and feedback', async () => {
    const place = { channel: 'wecom-bot', chat: 'private' as const, question: '甲', ms: 8 };
    for (let at = 0; at < 3; at += 1)
      await served.records.answered({ ...place, answer: { status: 'answered', kind: 'responsible' } });
    await missed(UNKNOWN);
    await visitor.login();
    const words = wordsOf((await visitor.get('/admin')).body);
    expect(words).toContain('提问 4 已回答 3 75 % 反问 0 0 % 答不了 1 25 %');
    expect(words).toContain('2026-01-31 4 3 0 1 75 % ≤ 10 ≤ 10 0 0');
    expect(words).toContain('责任单位 3');
    expect(words).toContain('企业微信机器人 3 3 0 0 100 % 0 0 飞书 1 0 0 1 0 % 0 0');
    expect(words).toContain('待处理 1');
  });
});

describe('没答好的问题', () => {
  test('are paged, and seen to', async () => {
    for (let at = 0; at < 23; at += 1) await missed(`${String.fromCodePoint(0x4e00 + at * 97).repeat(4)}怎么办`);
    await visitor.login();
    const entries = async (url: string) => (await visitor.get(url)).body.match(/class="entry"/g)?.length ?? 0;
    expect(await entries('/admin/questions')).toBe(20);
    expect(await entries('/admin/questions?page=2')).toBe(3);
    expect(await entries('/admin/questions?page=x&state=y')).toBe(20);
    await visitor.get('/admin/questions/1');
    const settled = await visitor.post('/admin/questions/1/settle', { settled: 'yes' });
    expect(wordsOf(settled.body)).toContain('已标为已处理');
    expect(await entries('/admin/questions?state=settled')).toBe(1);
    for (const id of ['999', '0', 'x', '1e99'])
      expect((await visitor.get(`/admin/questions/${id}`)).statusCode).toBe(404);
  });
});

describe('the way that mends', () => {
  test('login → unanswered → new word → preview → save → answered → undo → as before', async () => {
    await missed(UNKNOWN);
    await missed('小蓝平台谁负责呢');
    await visitor.login();
    const list = await visitor.get('/admin/questions');
    expect(wordsOf(list.body)).toMatch(/小蓝平台谁负责呢 2 次.*没看懂要查什么.*现在：\s*答不了/);
    const entry = await visitor.get('/admin/questions/1');
    expect(wordsOf(entry.body)).toMatch(/谁 问什么 负责 责任关系/);
    expect(entry.body).toContain('value="小蓝平台"');
    const label = /<option value="(任务43 [^"]+)">/.exec(entry.body)?.[1] ?? '';
    const draft = { say: '小蓝平台', target: label, question: UNKNOWN, group: '1' };

    const nowhere = await visitor.post('/admin/words/preview', { ...draft, target: '任务99' });
    expect([nowhere.statusCode, wordsOf(nowhere.body)]).toEqual([422, expect.stringContaining('请从列表中选一项')]);
    const taken = await visitor.post('/admin/words/preview', { ...draft, say: '金融局' });
    expect([taken.statusCode, wordsOf(taken.body)]).toEqual([422, expect.stringContaining('单位 市金融工作局')]);

    const preview = await visitor.post('/admin/words/preview', draft);
    const words = wordsOf(preview.body);
    expect(words).toMatch(/看看会改变什么 答不了 → 已回答 小蓝平台 指 任务43/);
    expect(words).toMatch(/现在 答不了.*改后 已回答 责任单位/);
    expect(words).toMatch(/把题库里的 \d+ 个问题重新问了一遍，答案都不变/);
    expect(live.words().entries).toEqual([]);

    const saved = await visitor.post('/admin/words', { ...draft, author: '李四' });
    expect(wordsOf(saved.body)).toContain(`已保存：“小蓝平台”指${label}，现在起生效。`);
    expect(wordsOf(saved.body)).toMatch(/共 2 次 已修好 补过的叫法：“小蓝平台”指 任务43 .*现在的回答 已回答 责任单位/);
    expect(wordsOf((await visitor.get('/admin/questions')).body)).toContain('没有。');
    expect(wordsOf((await visitor.get('/admin/questions?state=mended')).body)).toContain('小蓝平台谁负责呢 2 次');
    const ask = () =>
      served.app.inject({ method: 'POST', url: '/api/ask', payload: { question: UNKNOWN } }).then((got) => got.json());
    expect(await ask()).toMatchObject({ status: 'answered', tasks: [43] });
    const again = await visitor.post('/admin/words', draft);
    expect([again.statusCode, wordsOf(again.body)]).toEqual([422, expect.stringContaining('不必再加')]);

    const table = await visitor.get('/admin/words');
    expect(wordsOf(table.body)).toMatch(/小蓝平台 指 任务43 .* 李四， 2026-09-21 22:13 添加/);
    const undo = /action="(\/admin\/words\/[^"]+\/undo)"/.exec(table.body)?.[1] ?? '';
    const undone = await visitor.post(undo);
    expect(wordsOf(undone.body)).toMatch(/已撤销：“小蓝平台”.*李四 添加，李四 于/);
    expect(await ask()).toMatchObject({ status: 'not_found' });
    expect(wordsOf((await visitor.get('/admin/questions')).body)).toContain('小蓝平台谁负责呢 2 次');
    expect(wordsOf((await visitor.post(undo)).body)).toContain('已经撤销过了');
  });

  test('a word that breaks questions is not kept before somebody has seen which', async () => {
    await visitor.login();
    const word = { say: '上市', target: '市财政局', question: '' };
    const words = wordsOf((await visitor.post('/admin/words/preview', word)).body);
    expect(words).toMatch(/看看会改变什么 会答错：\d+ 个现在答对的问题会答错，换一个更具体的叫法/);
    const refused = await visitor.post('/admin/words', { ...word, author: '李四' });
    expect([refused.statusCode, wordsOf(refused.body)]).toEqual([
      422,
      expect.stringContaining('没有保存：有问题会答错'),
    ]);
    expect(live.words().entries.filter(({ undone }) => !undone)).toEqual([]);
    expect(words).toMatch(/会答错 境外上市谁负责 现在 已回答 责任单位 .*改后 反问/);
  });

  test('a word that changes nothing is told so in the first line', async () => {
    await visitor.login();
    const word = { say: '小紫平台', target: '任务43', question: UNKNOWN };
    expect(wordsOf((await visitor.post('/admin/words/preview', word)).body)).toContain(
      '看看会改变什么 没有变化，换个叫法 小紫平台 指 任务43',
    );
  });

  test('what is near is offered where the plan has no such thing', async () => {
    await visitor.login();
    const near = await visitor.post('/admin/words/preview', { say: '蓝楼', target: '财政局', question: '' });
    expect([near.statusCode, near.body]).toEqual([422, expect.stringContaining('name="chosen" value="单位 市财政局"')]);
    const word = { say: '蓝楼', target: '财政局', question: '', chosen: '单位 市财政局' };
    expect(wordsOf((await visitor.post('/admin/words/preview', word)).body)).toContain('蓝楼 指 单位 市财政局');
  });

  test('a question asks for what was meant: what readers chose, then what the search finds', async () => {
    const judged = { reply: 'r1', verdict: 'wrong' as const, question: '保险怎么发展', kind: 'content' };
    const place = { channel: 'web', chat: 'page' as const };
    await served.records.judged({ ...judged, ...place, reader: 'a', reason: '问的是另一项', meant: 'task:43' });
    await visitor.login();
    const page = await visitor.get('/admin/questions/1');
    expect(wordsOf(page.body)).toMatch(/读者说问的是：任务43 /);
    expect(page.body).toMatch(/id="target" name="target" value="任务43 /);
    expect(page.body.match(/name="chosen"/g)?.length).toBeGreaterThan(1);
  });

  test('the words are read again by a button, and a broken file is told with its line', async () => {
    await visitor.login();
    await visitor.get('/admin/words');
    mkdirSync(dirname(live.path), { recursive: true });
    writeFileSync(live.path, '{\n"plan": }');
    const refused = wordsOf((await visitor.post('/admin/reload')).body);
    expect(refused).toMatch(/没有启用，仍用原来的：\S+\.json 第 2 行：这里应有一个值/);
    expect(wordsOf((await visitor.get('/admin')).body)).toContain('服务器上的词表文件没有启用');
    rmSync(live.path);
    expect(wordsOf((await visitor.post('/admin/reload')).body)).toMatch(/补充词 0 条在用/);
    expect(wordsOf((await visitor.get('/admin')).body)).not.toContain('没有启用');
  });
});
