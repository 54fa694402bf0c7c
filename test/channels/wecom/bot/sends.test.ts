import { describe, expect, test } from 'vitest';
import { until } from '../../../fakes/until.ts';
import { CARD, onStage } from './stage.ts';

const { stage, open, live, heard, happened, framesOf, withoutWaiting } = onStage();

describe('an answer as a stream', () => {
  test('several frames of one stream are one message', async () => {
    const socket = await live();
    const reqId = await heard({ group: 'G1' });
    const frame = { reqId, streamId: 'S1' };
    expect(await socket.respond({ ...frame, content: '正在查询…', finish: false, feedbackId: 'F1' })).toEqual({
      status: 'sent',
    });
    expect(await socket.respond({ ...frame, content: '正在查询…市发改委', finish: true })).toEqual({ status: 'sent' });
    expect(stage.fake.shown).toEqual([
      { chat: 'G1', kind: 'stream', content: '正在查询…市发改委', finished: true, feedback: 'F1' },
    ]);
  });

  test('frames at once go one after the other, in order, each when the one before is answered', async () => {
    const socket = await live();
    const reqId = await heard();
    stage.fake.failNext({ kind: 'hold' });
    const all = ['一', '一二', '一二三'].map((content, n) =>
      socket.respond({ reqId, streamId: 'S1', content, finish: n === 2 }),
    );
    await until('the first frame has come', () => framesOf('aibot_respond_msg').length === 1);
    expect(stage.fake.shown).toEqual([expect.objectContaining({ content: '一' })]);
    stage.fake.release();
    expect(await Promise.all(all)).toEqual([{ status: 'sent' }, { status: 'sent' }, { status: 'sent' }]);
    expect(stage.fake.shown).toEqual([expect.objectContaining({ content: '一二三', finished: true })]);
    expect(stage.fake.overlaps()).toBe(0);
  });

  test('a question meanwhile does not wait for the stream of another', async () => {
    const socket = await live();
    const [one, other] = [await heard({ user: 'zhangsan' }), await heard({ user: 'LiSi' })];
    stage.fake.failNext({ kind: 'hold' });
    const slow = socket.respond({ reqId: one, streamId: 'S1', content: '一', finish: true });
    await until('the frame has come', () => stage.fake.shown.length === 1);
    expect(await socket.respond({ reqId: other, streamId: 'S2', content: '二', finish: true })).toEqual({
      status: 'sent',
    });
    stage.fake.release();
    expect(await slow).toEqual({ status: 'sent' });
  });

  test('to a req_id that the platform does not know, or to an event, is refused', async () => {
    const socket = await live();
    const enter = await happened('enter_chat');
    for (const reqId of ['nobody', enter])
      expect(await socket.respond({ reqId, streamId: 'S', content: 'x', finish: true })).toEqual({
        status: 'refused',
        reason: 'errcode 846605',
      });
  });

  test('after its end, and six minutes after the question, is refused', async () => {
    const socket = await live();
    const reqId = await heard();
    const over = { status: 'refused', reason: 'errcode 846608' };
    await socket.respond({ reqId, streamId: 'S1', content: 'x', finish: true });
    expect(await socket.respond({ reqId, streamId: 'S1', content: 'xy', finish: true })).toEqual(over);
    const later = await heard();
    await socket.respond({ reqId: later, streamId: 'S2', content: 'x', finish: false });
    stage.clock += 360_000;
    expect(await socket.respond({ reqId: later, streamId: 'S2', content: 'xy', finish: true })).toEqual(over);
  });

  test('over 20480 bytes is refused', async () => {
    const socket = await live();
    const reqId = await heard();
    const content = '市'.repeat(6827);
    expect(await socket.respond({ reqId, streamId: 'S1', content, finish: true })).toMatchObject({ status: 'refused' });
  });

  test('busy twice: the third try passes', async () => {
    const socket = await live();
    const reqId = await heard();
    stage.fake.failNext({ kind: 'code', code: -1 }, { kind: 'code', code: -1 });
    expect(await socket.respond({ reqId, streamId: 'S1', content: 'x', finish: true })).toEqual({ status: 'sent' });
    expect(stage.waits).toEqual([1000, 2000]);
  });

  test('a frame without an answer is sent again and shown once', async () => {
    const socket = await live();
    const reqId = await heard();
    stage.fake.failNext({ kind: 'silent' });
    const sent = await withoutWaiting('aibot_respond_msg', 1, () =>
      socket.respond({ reqId, streamId: 'S1', content: 'x', finish: false }),
    );
    expect(sent).toEqual({ status: 'sent' });
    expect(framesOf('aibot_respond_msg')).toHaveLength(2);
    expect(stage.fake.shown).toHaveLength(1);
  });

  test('the last frame without an answer is sent again: that the stream is over means that it has arrived', async () => {
    const socket = await live();
    const reqId = await heard();
    stage.fake.failNext({ kind: 'silent' });
    const sent = await withoutWaiting('aibot_respond_msg', 1, () =>
      socket.respond({ reqId, streamId: 'S1', content: 'x', finish: true }),
    );
    expect(sent).toEqual({ status: 'sent' });
    expect(stage.fake.shown).toEqual([expect.objectContaining({ content: 'x', finished: true })]);
  });

  test('at once, the first without an answer: it is sent again before the next, and both arrive', async () => {
    const socket = await live();
    const reqId = await heard();
    stage.fake.failNext({ kind: 'silent' });
    const sent = await withoutWaiting('aibot_respond_msg', 1, () =>
      Promise.all([
        socket.respond({ reqId, streamId: 'S1', content: '一', finish: false }),
        socket.respond({ reqId, streamId: 'S1', content: '一二', finish: true }),
      ]),
    );
    expect(sent).toEqual([{ status: 'sent' }, { status: 'sent' }]);
    expect(stage.fake.shown).toEqual([expect.objectContaining({ content: '一二', finished: true })]);
  });

  test('never an answer: three frames, then later', async () => {
    const socket = await live();
    const reqId = await heard();
    stage.fake.failNext({ kind: 'silent' }, { kind: 'silent' }, { kind: 'silent' });
    const sent = await withoutWaiting('aibot_respond_msg', 3, () =>
      socket.respond({ reqId, streamId: 'S1', content: 'x', finish: false }),
    );
    expect(sent).toEqual({ status: 'later', reason: 'no answer' });
  });

  test('the connection is cut: later, and then refused, because the question came over the old one', async () => {
    const socket = await live();
    const reqId = await heard();
    const frame = { reqId, streamId: 'S1', content: 'x', finish: false };
    stage.fake.failNext({ kind: 'drop' });
    expect(await socket.respond(frame)).toEqual({ status: 'later', reason: 'not connected' });
    await until('the bot is connected again', () => socket.state() === 'live');
    expect(await socket.respond(frame)).toEqual({ status: 'refused', reason: 'errcode 846605' });
  });
});

describe('a welcome and a card that was clicked', () => {
  test('are answered over the req_id of their event; a welcome is plain text', async () => {
    const socket = await live();
    const enter = await happened('enter_chat');
    const click = await happened('template_card_event', { event_key: 'useful', task_id: 'wenji-1' });
    expect(await socket.welcome(enter, { kind: 'markdown', content: '您好' })).toEqual({ status: 'sent' });
    expect(await socket.updateCard(click, CARD)).toEqual({ status: 'sent' });
    expect(stage.fake.shown).toEqual([
      { chat: 'zhangsan', kind: 'welcome', content: '您好' },
      { chat: 'zhangsan', kind: 'updated card', content: CARD },
    ]);
  });

  test('after five seconds are refused', async () => {
    const socket = await live();
    const enter = await happened('enter_chat');
    const click = await happened('template_card_event');
    stage.clock += 5000;
    expect(await socket.welcome(enter, { kind: 'card', card: CARD })).toMatchObject({ status: 'refused' });
    expect(await socket.updateCard(click, CARD)).toMatchObject({ status: 'refused' });
    expect(stage.fake.shown).toEqual([]);
  });

  test('a card with a fault is refused', async () => {
    const socket = await live();
    const click = await happened('template_card_event');
    expect(await socket.updateCard(click, { ...CARD, task_id: '' })).toMatchObject({ status: 'refused' });
  });

  test('a welcome without an answer is not said twice', async () => {
    const socket = await live();
    const enter = await happened('enter_chat');
    stage.fake.failNext({ kind: 'silent' });
    const sent = await withoutWaiting('aibot_respond_welcome_msg', 1, () =>
      socket.welcome(enter, { kind: 'text', content: '您好' }),
    );
    expect(sent).toEqual({ status: 'dropped', reason: 'unknown outcome' });
    expect(stage.fake.shown).toHaveLength(1);
  });
});

describe('a message unasked', () => {
  test('goes to a group or a person that has spoken; plain text goes as Markdown', async () => {
    const socket = await live();
    await heard({ group: 'G1' });
    await heard({ user: 'LiSi' });
    expect(await socket.push('G1', true, { kind: 'text', content: '市发改委' })).toEqual({ status: 'sent' });
    expect(await socket.push('LiSi', false, { kind: 'card', card: CARD })).toEqual({ status: 'sent' });
    expect(stage.fake.shown).toEqual([
      { chat: 'G1', kind: 'markdown', content: '市发改委' },
      { chat: 'LiSi', kind: 'card', content: CARD },
    ]);
    expect(framesOf('aibot_send_msg').map((frame) => ('body' in frame ? frame.body : undefined))).toMatchObject([
      { chatid: 'G1', chat_type: 2 },
      { chatid: 'LiSi', chat_type: 1 },
    ]);
  });

  test('to a chat that has never spoken is dropped', async () => {
    const socket = await live();
    expect(await socket.push('G9', true, { kind: 'text', content: 'x' })).toEqual({
      status: 'dropped',
      reason: 'errcode 93006',
    });
  });

  test('without an answer is not sent again: it would be shown twice', async () => {
    const socket = await live();
    await heard({ group: 'G1' });
    stage.fake.failNext({ kind: 'silent' });
    const sent = await withoutWaiting('aibot_send_msg', 1, () =>
      socket.push('G1', true, { kind: 'text', content: 'x' }),
    );
    expect(sent).toEqual({ status: 'dropped', reason: 'unknown outcome' });
    expect(framesOf('aibot_send_msg')).toHaveLength(1);
  });

  test('with the connection cut before the answer: the same', async () => {
    const socket = await live();
    await heard({ group: 'G1' });
    stage.fake.failNext({ kind: 'drop' });
    expect(await socket.push('G1', true, { kind: 'text', content: 'x' })).toEqual({
      status: 'dropped',
      reason: 'unknown outcome',
    });
    expect(stage.fake.shown).toHaveLength(1);
  });

  test('that the platform is too busy for, or that is over its limit, goes later', async () => {
    const socket = await live();
    await heard({ group: 'G1' });
    stage.fake.failNext({ kind: 'code', code: -1 }, { kind: 'code', code: 45009 });
    const push = () => socket.push('G1', true, { kind: 'text', content: 'x' });
    expect(await push()).toEqual({ status: 'later', reason: 'errcode -1' });
    expect(await push()).toEqual({ status: 'later', reason: 'errcode 45009', after: 60_000 });
  });

  test('more than 30 a minute in one conversation wait for their turn; a stream counts once', async () => {
    const socket = await live();
    const reqId = await heard({ group: 'G1' });
    await heard({ group: 'G2' });
    for (const content of ['一', '一二'])
      await socket.respond({ reqId, streamId: 'S1', content, finish: content === '一二' });
    for (let n = 1; n < 30; n++)
      expect(await socket.push('G1', true, { kind: 'text', content: `${n}` })).toEqual({ status: 'sent' });
    stage.clock += 10_000;
    const late = { status: 'later', reason: 'the limit of this conversation', after: 50_000, unreached: true };
    expect(await socket.push('G1', true, { kind: 'text', content: '30' })).toEqual(late);
    const more = await heard({ group: 'G1' });
    expect(await socket.respond({ reqId: more, streamId: 'S2', content: 'x', finish: true })).toEqual(late);
    expect(await socket.push('G2', true, { kind: 'text', content: '1' })).toEqual({ status: 'sent' });
    stage.clock += 50_000;
    expect(await socket.respond({ reqId: more, streamId: 'S2', content: 'x', finish: true })).toEqual({
      status: 'sent',
    });
  });

  test('without a connection goes later', async () => {
    const socket = open();
    const later = { status: 'later', reason: 'not connected', unreached: true };
    expect(await socket.push('G1', true, { kind: 'text', content: 'x' })).toEqual(later);
    await live(socket);
    await socket.stop();
    expect(await socket.push('G1', true, { kind: 'text', content: 'x' })).toEqual(later);
  });
});
