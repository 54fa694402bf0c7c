import { describe, expect, test } from 'vitest';
import type { Incoming } from '../../src/channels/work.ts';
import { echoAsk } from '../fakes/answer.ts';
import { type Desk, type DeskOptions, openDesk, questionOf } from '../fakes/desk.ts';
import { asked, LATER, MINUTE, SECOND } from './worker-desk.ts';

describe('a question', () => {
  test('is answered once it is accepted', async () => {
    const desk = await asked('甲');
    await desk.worker.idle();
    expect(desk.shown).toEqual(['答：甲（此前 0 问）']);
    expect(await desk.store.inbox.open()).toEqual([]);
  });

  test('is accepted before it is answered', async () => {
    let answered = false;
    const desk = await openDesk({
      ask: (question) => {
        answered = true;
        return echoAsk(question);
      },
    });
    expect(await desk.take(questionOf('甲'))).toMatchObject({ status: 'accepted' });
    expect(answered).toBe(false);
    await desk.worker.idle();
    expect(answered).toBe(true);
  });

  test('five times, one after the other and all at once, is answered once', async () => {
    const desk = await openDesk();
    const question = questionOf('甲', { id: 'same' });
    await Promise.all(Array.from({ length: 5 }, () => desk.take(question)));
    await desk.worker.idle();
    for (let n = 0; n < 5; n++) expect(await desk.take(question)).toEqual({ status: 'known' });
    await desk.worker.idle();
    expect(desk.tried).toHaveLength(1);
  });

  test('of a chat is answered after those before it, and knows them', async () => {
    const desk = await openDesk();
    await Promise.all(['甲', '乙', '丙'].map((text) => desk.take(questionOf(text))));
    await desk.worker.idle();
    expect(desk.shown).toEqual(['答：甲（此前 0 问）', '答：乙（此前 1 问）', '答：丙（此前 2 问）']);
  });

  test('of another person in the same chat knows only their own', async () => {
    const desk = await openDesk();
    await desk.take(questionOf('甲'));
    await desk.take(questionOf('乙', { asker: { person: 'ou_2' } }));
    await desk.worker.idle();
    expect(desk.shown).toEqual(['答：甲（此前 0 问）', '答：乙（此前 0 问）']);
  });

  test('that the bot stumbles over gets an apology, and the log an error without the question', async () => {
    const desk = await asked('某个问题', {
      ask: () => {
        throw new Error('bug');
      },
    });
    await desk.worker.idle();
    expect(desk.shown).toEqual(['[failed]']);
    expect(desk.lines.join('')).toContain('bug');
    expect(desk.lines.join('')).not.toContain('某个问题');
  });

  test('taken back before it is answered gets no reply, and leaves nothing behind', async () => {
    const desk = await openDesk();
    await Promise.all([desk.take(questionOf('甲', { id: 'm' })), desk.take({ status: 'recalled', id: 'm' })]);
    await desk.worker.idle();
    expect(desk.tried).toEqual([]);
    expect(await desk.store.conversations.history('test:t:oc_1:ou_1')).toEqual([]);
  });

  test('taken back while it is put off gets no reply', async () => {
    const desk = await openDesk();
    desk.fate.push(LATER);
    await desk.take(questionOf('甲', { id: 'm' }));
    await desk.worker.idle();
    await desk.take({ status: 'recalled', id: 'm' });
    await desk.pass(MINUTE);
    expect(desk.shown).toEqual([]);
    expect(desk.tried).toHaveLength(1);
  });
});

describe('several messages', () => {
  test('go out in order, each once, the failed one again', async () => {
    const desk = await openDesk({ parts: 3 });
    desk.fate.push({ status: 'sent' }, LATER);
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    expect(desk.shown).toHaveLength(1);
    await desk.pass(5 * SECOND);
    expect(desk.shown.map((text) => text.at(-1))).toEqual(['0', '1', '2']);
  });

  test('of which a later one is refused: the plain form goes out', async () => {
    const desk = await openDesk({ parts: 3 });
    desk.fate.push({ status: 'sent' }, { status: 'refused', reason: 'a' });
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    expect(desk.shown).toEqual(['答：甲（此前 0 问） 0', 'plain 答：甲（此前 0 问）']);
  });
});

describe('the pages of a long answer', () => {
  const long: DeskOptions = {
    perPage: 2,
    ask: (question) => {
      const answer = echoAsk(question);
      return question.text === '全部' ? { ...answer, text: '一\n二\n三\n四\n五' } : answer;
    },
  };
  const say = async (desk: Desk, ...texts: readonly string[]): Promise<readonly string[]> => {
    for (const text of texts) {
      await desk.take(questionOf(text));
      await desk.worker.idle();
    }
    return desk.shown;
  };

  test('are turned by 下一页, 上一页, 第3页 and a number', async () => {
    expect(await say(await openDesk(long), '全部', '下一页', '第3页', '上一页。', '1')).toEqual([
      '一\n二',
      '三\n四',
      '五',
      '三\n四',
      '一\n二',
    ]);
  });

  test('beyond the last there is none', async () => {
    expect((await say(await openDesk(long), '全部', '第4页')).at(-1)).toBe('[no_page]');
  });

  test('are no part of the history', async () => {
    expect((await say(await openDesk(long), '全部', '下一页', '甲')).at(-1)).toBe('答：甲（此前 1 问）');
  });

  test('without a long answer before it, 下一页 and 2 are questions like any other', async () => {
    expect(await say(await openDesk(long), '下一页', '甲', '2')).toEqual([
      '答：下一页（此前 0 问）',
      '答：甲（此前 1 问）',
      '答：2（此前 2 问）',
    ]);
  });

  test('belong to the person who asked', async () => {
    const desk = await openDesk(long);
    await say(desk, '全部');
    await desk.take(questionOf('下一页', { asker: { person: 'ou_2' } }));
    await desk.worker.idle();
    expect(desk.shown.at(-1)).toBe('答：下一页（此前 0 问）');
  });
});

describe('a click', () => {
  const click = (more: object, person = 'ou_2', id = `click ${Math.random()}`): Incoming<string> => ({
    status: 'click',
    click: { reply: 'reply-1', kind: 'suggestion', at: 0, ...more } as never,
    asker: { tenant: 't', chat: 'oc_1', person, private: false, outside: false },
    to: 'card',
    ids: [id],
  });
  const suggesting: DeskOptions = { ask: (question) => ({ ...echoAsk(question), suggestions: ['乙'] }) };

  test('on a suggestion is a question of whoever clicked, in their own conversation', async () => {
    const desk = await asked('甲', suggesting);
    await desk.worker.idle();
    expect(await desk.take(click({}))).toMatchObject({ status: 'accepted' });
    await desk.worker.idle();
    expect(desk.tried.at(-1)).toMatchObject({ to: 'card', message: '答：乙（此前 0 问）' });
    await desk.take(click({}, 'ou_1'));
    await desk.worker.idle();
    expect(desk.shown.at(-1)).toBe('答：乙（此前 1 问）');
  });

  test('delivered twice is one question', async () => {
    const desk = await asked('甲', suggesting);
    await desk.worker.idle();
    await desk.take(click({}, 'ou_2', 'same'));
    expect(await desk.take(click({}, 'ou_2', 'same'))).toEqual({ status: 'known' });
  });

  test('on what the answer does not have, or on an answer that is not kept, is told off', async () => {
    const desk = await asked('甲', suggesting);
    await desk.worker.idle();
    for (const wrong of [{ at: 7 }, { kind: 'choice' }, { reply: 'forged' }])
      expect(await desk.take(click(wrong))).toEqual({ status: 'told', hint: 'expired' });
  });

  test('on an answer that would be another today is told off', async () => {
    let word = '旧';
    const desk = await asked('甲', { ask: (question) => ({ ...echoAsk(question), text: word, suggestions: ['乙'] }) });
    await desk.worker.idle();
    word = '新';
    expect(await desk.take(click({}))).toEqual({ status: 'told', hint: 'expired' });
  });

  test('on a page gives the page of the very answer', async () => {
    const desk = await asked('甲', suggesting);
    await desk.worker.idle();
    const taken = await desk.take(click({ kind: 'page', page: 2 }));
    expect(taken).toMatchObject({ status: 'page', page: 2, reply: { answer: { text: '答：甲（此前 0 问）' } } });
  });

  test('on 有用 is noted', async () => {
    const desk = await asked('甲');
    await desk.worker.idle();
    expect(await desk.take(click({ kind: 'verdict', verdict: 'useful' }))).toEqual({ status: 'noted', note: 'thanks' });
    expect(await desk.take(click({ kind: 'verdict', verdict: 'wrong' }))).toEqual({ status: 'noted', note: 'sorry' });
  });

  test('on an example of the welcome is a question', async () => {
    const desk = await openDesk();
    await desk.take(click({ reply: 'welcome', at: 1 }));
    await desk.worker.idle();
    expect(desk.shown).toEqual(['答：例二（此前 0 问）']);
  });

  test('of somebody who may not ask is told off', async () => {
    const desk = await asked('甲', { ...suggesting, access: { people: ['ou_1'] } });
    await desk.worker.idle();
    expect(await desk.take(click({}))).toEqual({ status: 'told', hint: 'not_allowed' });
  });
});
