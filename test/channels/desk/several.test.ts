import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LivePlans } from '../../../src/overlay/live-plans.ts';
import { openLivePlans } from '../../overlay/opened.ts';
import { CARE, FIRST, PORT, threePlans } from '../../plans/three-plans.ts';
import { type Served, serveDesk, type Visitor, visit } from './served.ts';

const folders = threePlans();
let plans: LivePlans;
let served: Served;
let visitor: Visitor;

beforeAll(async () => {
  plans = await openLivePlans(folders.data, folders);
  served = await serveDesk(plans);
  visitor = visit(served);
  await visitor.login();
});

afterAll(() => rmSync(folders.data, { recursive: true, force: true }));

const missed = (question: string, plan?: string) =>
  served.records.answered({
    ...{ question, answer: { status: 'not_found', kind: 'not-found' } },
    ...{ channel: 'feishu', chat: 'group' as const, ms: 3, ...(plan && { plan }) },
  });

describe('the desk of three plans', () => {
  test('shows the words of the plan that is chosen, the first without a choice', async () => {
    const { body } = await visitor.get('/admin/words');
    for (const id of [FIRST, PORT, CARE]) expect(body).toContain(`<option value="${id}"`);
    expect(body).toContain(`<option value="${PORT}" selected>`);
    const chosen = (await visitor.get(`/admin/words?plan=${CARE}`)).body;
    expect(chosen).toContain(`<option value="${CARE}" selected>`);
    expect(chosen).toContain('任务3 发展老年助餐');
    expect(chosen).not.toContain('天然气');
  });

  test('a word is looked at, kept and taken back in its plan alone', async () => {
    const word = { plan: CARE, say: '银发厨房', target: '任务3' };
    await visitor.get(`/admin/words?plan=${CARE}`);
    const looked = await visitor.post('/admin/words/preview', { ...word, question: '银发厨房谁负责' });
    expect(looked.body).toContain('县市场监管局');
    const kept = await visitor.post('/admin/words', word);
    expect(kept.body).toContain('已保存');
    expect(kept.body).toContain(`<option value="${CARE}" selected>`);
    expect(plans.ask({ text: '银发厨房谁负责', history: [] }).plan).toBe(CARE);
    expect(plans.get(PORT)?.bot.words().entries).toEqual([]);
    const [entry] = plans.get(CARE)?.bot.words().entries ?? [];
    const undone = await visitor.post(`/admin/words/${entry?.id}/undo`, { plan: CARE });
    expect(undone.body).toContain('已撤销');
    expect(plans.ask({ text: '银发厨房谁负责', history: [] }).status).toBe('not_found');
  });

  test('a thing of another plan is none of the chosen one', async () => {
    await visitor.get(`/admin/words?plan=${CARE}`);
    const refused = await visitor.post('/admin/words/preview', { plan: CARE, say: '蓝楼', target: '单位 市财政局' });
    expect([refused.statusCode, refused.body.includes('没有所选的这一项')]).toEqual([422, true]);
  });

  test('what was not answered is read by the plan that was asked, and mended there', async () => {
    await missed('银发厨房谁负责', CARE);
    const list = (await visitor.get('/admin/questions')).body;
    expect(list).toContain('按《平湖县养老服务提升三年行动方案（2024—2026年）》');
    const one = (await visitor.get('/admin/questions/1')).body;
    expect(one).toContain(`<input type="hidden" name="plan" value="${CARE}">`);
  });

  test('the first page tells which plan answered how often', async () => {
    const { body } = await visitor.get('/admin');
    expect(body).toMatch(/由哪个计划回答[\s\S]*平湖县/);
    expect(body).toContain('3 个计划的词表');
  });
});
