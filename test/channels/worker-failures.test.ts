import { describe, expect, test } from 'vitest';
import { HANGS } from '../../src/channels/passage.ts';
import { echoAsk } from '../fakes/answer.ts';
import { type Desk, type DeskOptions, openDesk, questionOf } from '../fakes/desk.ts';
import { until } from '../fakes/until.ts';
import { HOUR, LATER, MINUTE, SECOND } from './worker-desk.ts';

describe('when sending fails', () => {
  test('it is tried again under the same key, at growing intervals, and shown once', async () => {
    const desk = await openDesk();
    desk.fate.push(LATER, LATER, LATER);
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    for (const wait of [5, 15, 60]) {
      await desk.pass(wait * SECOND - 1);
      const before = desk.tried.length;
      await desk.pass(1);
      expect(desk.tried.length).toBe(before + 1);
    }
    expect(desk.shown).toHaveLength(1);
    expect(new Set(desk.tried.map(({ attempt }) => attempt.key)).size).toBe(1);
    expect(desk.tried.map(({ attempt }) => attempt.first)).toEqual([true, false, false, false]);
    expect(desk.tried[0]?.attempt.key.length).toBeLessThanOrEqual(50);
  });

  test('a wait that the platform names is kept', async () => {
    const desk = await openDesk();
    desk.fate.push({ ...LATER, after: 90 * SECOND });
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    await desk.pass(90 * SECOND - 1);
    expect(desk.tried).toHaveLength(1);
    await desk.pass(1);
    expect(desk.shown).toHaveLength(1);
  });

  test('questions after it in the same chat do not wait for it', async () => {
    const desk = await openDesk();
    desk.fate.push(LATER);
    await desk.take(questionOf('甲'));
    await desk.take(questionOf('乙'));
    await desk.worker.idle();
    expect(desk.shown).toEqual(['答：乙（此前 1 问）']);
    await desk.pass(5 * SECOND);
    expect(desk.shown).toEqual(['答：乙（此前 1 问）', '答：甲（此前 0 问）']);
  });

  test('for good, it ends as failed within the hour for which the key holds, and the log says so', async () => {
    const desk = await openDesk();
    desk.fate.push(...Array.from({ length: 20 }, () => LATER));
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    const began = desk.now();
    let minutes = 0;
    while ((await desk.store.inbox.open()).length > 0 && minutes < 100) {
      await desk.pass(MINUTE);
      minutes += 1;
    }
    expect(desk.now() - began).toBeLessThan(HOUR);
    expect(desk.tried.length).toBe(8);
    expect(desk.lines.join('')).toContain('no reply could be sent');
  });

  test('because nobody is left to read it, it is over', async () => {
    const desk = await openDesk();
    desk.fate.push({ status: 'dropped', reason: 'recalled' });
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    expect(await desk.store.inbox.open()).toEqual([]);
    expect(desk.tried).toHaveLength(1);
  });

  test('because the platform refuses the message, the plain form goes out under a key of its own', async () => {
    const desk = await openDesk();
    desk.fate.push({ status: 'refused', reason: '230099' });
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    expect(desk.shown).toEqual(['plain 答：甲（此前 0 问）']);
    expect(new Set(desk.tried.map(({ attempt }) => attempt.key)).size).toBe(2);
    expect(desk.lines.join('')).toContain('230099');
  });

  test('because the plain form is refused, too, it has failed', async () => {
    const desk = await openDesk();
    desk.fate.push({ status: 'refused', reason: 'a' }, { status: 'refused', reason: 'b' });
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    expect(desk.tried).toHaveLength(2);
    expect(await desk.store.inbox.open()).toEqual([]);
  });

  test('because of content rules, the asker is told once', async () => {
    const desk = await openDesk();
    desk.fate.push({ status: 'blocked', reason: '230022' });
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    expect(desk.shown).toEqual(['plain [blocked]']);
  });

  test('because the quota is used up, one message is tried every two minutes, with one alarm, until it goes on', async () => {
    const desk = await openDesk();
    desk.fate.push({ status: 'halted', reason: 'quota', unreached: true });
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    await desk.take(questionOf('乙'));
    await desk.worker.idle();
    await desk.pass(2 * MINUTE - 1);
    expect(desk.tried).toHaveLength(1);
    expect(desk.worker.trouble('test')).toBe('quota');
    desk.fate.push({ status: 'halted', reason: 'quota', unreached: true });
    await desk.pass(1);
    expect(desk.tried).toHaveLength(2);
    expect(desk.worker.trouble('test')).toBe('quota');
    expect(desk.lines.filter((line) => line.includes('"alarm":true'))).toHaveLength(1);
    await desk.pass(2 * MINUTE);
    await desk.pass(2 * MINUTE);
    expect(desk.worker.trouble('test')).toBeUndefined();
    expect(desk.shown).toHaveLength(2);
  });

  test('because somebody asked for it, one message is tried at once', async () => {
    const desk = await openDesk();
    expect(await desk.worker.again('test')).toBe(false);
    desk.fate.push({ status: 'halted', reason: 'quota', unreached: true });
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    expect(await desk.worker.again('test')).toBe(true);
    await desk.worker.idle();
    expect(desk.shown).toEqual(['答：甲（此前 0 问）']);
    expect(desk.worker.trouble('test')).toBeUndefined();
  });

  test('because a chat lets nothing through, others go on', async () => {
    const desk = await openDesk();
    desk.fate.push({ status: 'shut', reason: 'shut 230027', unreached: true });
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    await desk.take(questionOf('乙', { asker: { chat: 'oc_2' } }));
    await desk.worker.idle();
    expect(desk.shown).toEqual(['答：乙（此前 0 问）']);
    expect(desk.worker.trouble('test')).toBeUndefined();
    expect(desk.lines.filter((line) => line.includes('"alarm":true'))).toHaveLength(1);
    await desk.pass(2 * MINUTE);
    expect(desk.shown).toHaveLength(2);
  });

  test('because another platform hangs with a hundred chats, it goes out all the same, and the trouble is named', async () => {
    const desk = await openDesk({ hung: ['silent'] });
    for (let chat = 0; chat < 100; chat += 1) {
      const incoming = { kind: 'hint', hint: 'only_text', to: 'x' };
      const taken = await desk.store.inbox.accept({
        channel: 'silent',
        lane: `oc_${chat}`,
        ids: [`hung ${chat}`],
        incoming,
        at: desk.now(),
      });
      if (taken.status === 'accepted') desk.worker.add({ id: taken.work, channel: 'silent', lane: `oc_${chat}` });
    }
    await desk.take(questionOf('甲'));
    await until('the other platform is served', () => desk.shown.length === 1);
    expect(desk.worker.trouble('silent')).toBeUndefined();
    void desk.pass(30 * SECOND);
    expect(desk.worker.trouble('silent')).toBe(HANGS);
    expect(desk.worker.trouble('test')).toBeUndefined();
  });

  test('a bug in sending puts it off and takes no other chat with it', async () => {
    const desk = await openDesk();
    desk.fate.push(new Error('bug'));
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    await desk.take(questionOf('乙', { asker: { chat: 'oc_2' } }));
    await desk.worker.idle();
    expect(desk.shown).toEqual(['答：乙（此前 0 问）']);
    await desk.pass(30 * SECOND);
    expect(desk.shown).toHaveLength(2);
  });
});

describe('after a crash', () => {
  /** Another process on the same store; the first has stopped where it was. */
  const restart = async (desk: Desk, options: DeskOptions = {}): Promise<Desk> => {
    const next = await openDesk({ ...options, store: desk.store, time: desk.now() + (options.time ?? 0) });
    await next.worker.takeUp();
    return next;
  };

  test('what was accepted is answered', async () => {
    const desk = await openDesk();
    const stopped = desk.worker.stop();
    await desk.take(questionOf('甲'));
    await stopped;
    expect(desk.tried).toEqual([]);
    const next = await restart(desk);
    await next.worker.idle();
    expect(next.shown).toEqual(['答：甲（此前 0 问）']);
  });

  test('what may have been sent is sent again only under the same key, and as not the first try', async () => {
    const desk = await openDesk();
    desk.fate.push(LATER);
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    const next = await restart(desk, { time: 5 * SECOND });
    await next.worker.idle();
    expect(next.tried.map(({ attempt }) => attempt)).toEqual([{ key: desk.tried[0]?.attempt.key, first: false }]);
  });

  test('what may have been sent, and is no longer known to the platform, is not sent again', async () => {
    const desk = await openDesk();
    desk.fate.push(LATER);
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    const next = await restart(desk, { time: HOUR });
    await next.worker.idle();
    expect(next.tried).toEqual([]);
    expect(next.lines.join('')).toContain('"how":"unknown"');
  });

  test('what surely did not reach the platform is sent, however late, as the first try', async () => {
    const desk = await openDesk();
    desk.fate.push({ ...LATER, unreached: true });
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    const next = await restart(desk, { time: 2 * HOUR });
    await next.worker.idle();
    expect(next.tried.map(({ attempt }) => attempt.first)).toEqual([true]);
    expect(next.shown).toHaveLength(1);
  });

  test('what surely did not reach the platform is no longer so once it was tried again', async () => {
    const desk = await openDesk();
    desk.fate.push({ ...LATER, unreached: true }, LATER, { ...LATER, unreached: true });
    await desk.take(questionOf('甲'));
    await desk.worker.idle();
    await desk.pass(5 * SECOND);
    await desk.pass(15 * SECOND);
    expect(desk.tried.map(({ attempt }) => attempt.first)).toEqual([true, true, false]);
    const next = await restart(desk, { time: 2 * HOUR });
    await next.worker.idle();
    expect(next.tried).toEqual([]);
  });

  test('what is older than a day is not answered any more', async () => {
    const desk = await openDesk();
    void desk.worker.stop();
    await desk.take(questionOf('甲'));
    const next = await restart(desk, { time: 24 * HOUR });
    await next.worker.idle();
    expect(next.tried).toEqual([]);
    expect(await next.store.inbox.open()).toEqual([]);
  });

  test('the year of asking stays that of the question', async () => {
    const years: unknown[] = [];
    const ask: DeskOptions['ask'] = (question) => {
      years.push(question.year);
      return echoAsk(question);
    };
    const desk = await openDesk({ ask, time: Date.UTC(2021, 11, 31, 15, 59) });
    void desk.worker.stop();
    await desk.take(questionOf('今年的目标'));
    const next = await restart(desk, { ask, time: HOUR });
    await next.worker.idle();
    expect(years).toEqual([2021]);
  });
});
