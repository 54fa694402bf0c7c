import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LivePlans } from '../../../src/overlay/live-plans.ts';
import { openLivePlans } from '../../overlay/opened.ts';
import { type Served, serveDesk, TOKEN, type Visitor, visit } from './served.ts';

const PETTY = '那个网贷平台都没了之后小贷典当归谁批';
const KEY = 'k_1-a';

let plans: LivePlans;
let served: Served;
let visitor: Visitor;

beforeAll(async () => {
  plans = await openLivePlans();
  served = await serveDesk(plans, { token: TOKEN, model: true });
  visitor = visit(served);
  await visitor.login(TOKEN);
  const [plan] = plans.list();
  const reply = JSON.stringify({ do: 'answer', read: [{ tasks: [48], ask: ['who'] }] });
  const kept = { key: KEY, reply, plan: plan?.id ?? '', question: PETTY };
  await served.modelReplies.keep({ ...kept, said: '第48项：责任单位是谁' });
  await served.modelReplies.keep({ ...kept, key: 'k2', question: '没有读懂的一句' });
});
afterAll(() => served.app.close());

describe('what a language model understood', () => {
  it('stands beside what was not answered well, without what it could not read', async () => {
    expect((await visitor.get('/admin/questions')).body).toContain('/admin/questions/model');
    const { body } = await visitor.get('/admin/questions/model');
    expect(body).toContain(PETTY);
    expect(body).toContain('第48项：责任单位是谁');
    expect(body).not.toContain('没有读懂的一句');
  });

  it('can be made a word of ours: the thing is chosen, and the question is tried', async () => {
    const { body } = await visitor.get(`/admin/questions/model/${KEY}`);
    expect(body).toContain('任务48 优化地方类金融监管模式');
    expect(body).toContain('action="/admin/words/preview"');
    expect(body).toMatch(/name="say" value="[^"]+"/);
    const form = { say: '小贷典当', target: '任务48', question: PETTY };
    const looked = await visitor.post('/admin/words/preview', form);
    expect(looked.statusCode).toBe(200);
    expect(looked.body).toContain('小贷典当');
  });

  it('is missing where there is none such', async () => {
    expect((await visitor.get('/admin/questions/model/none')).statusCode).toBe(404);
  });

  it('has no page where no model is asked', async () => {
    const other = await serveDesk(plans);
    const someone = visit(other);
    await someone.login(TOKEN);
    expect((await someone.get('/admin/questions')).body).not.toContain('语言模型');
    expect((await someone.get('/admin/questions/model')).statusCode).toBe(404);
    await other.app.close();
  });
});
