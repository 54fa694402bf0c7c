import { describe, expect, test } from 'vitest';
import { echoAsk } from '../../../fakes/answer.ts';
import { botEvent } from '../../../fakes/wecom-sender.ts';
import { ask, bot } from '../../../helper.ts';
import { WELCOMED } from '../../contract/house.ts';
import { secondsOf } from '../../contract/mode.ts';
import {
  addressed,
  afterAMoment,
  askedSlowly,
  contents,
  DAY,
  fake,
  gate,
  house,
  log,
  neverFetched,
  onDisk,
  onStage,
  poll,
  posted,
  question,
  reopen,
  SECOND,
  send,
  time,
} from './webhook-stage.ts';

onStage();

describe('a question', () => {
  test('that is answered quickly has its answer in the answer to the delivery', async () => {
    const told = await send(question('甲'));
    expect(told).toMatchObject({
      msgtype: 'stream',
      stream: { finish: true, content: expect.stringContaining('答：甲') },
    });
    await house.chats.idle();
    expect(await house.store.inbox.open()).toEqual([]);
    expect(fake.requests).toEqual([]);
  });

  test('gets the source with its answer', async () => {
    await reopen({ ask: bot.ask });
    const asked = '天然气交易中心由哪个单位负责？';
    const told = await send(question(asked));
    for (const { label } of ask(asked).citations.slice(0, 2)) {
      expect(told?.stream?.content).toContain(label);
    }
  });

  test('that takes longer is fetched bit by bit: not finished, until it is', async () => {
    const id = await askedSlowly(question('甲'));
    expect(await afterAMoment(() => poll(id))).toMatchObject({ stream: { id, finish: false, content: '' } });
    gate.open();
    expect(await poll(id)).toMatchObject({ stream: { id, finish: true, content: expect.stringContaining('答：甲') } });
    expect(await poll(id)).toMatchObject({ stream: { id, finish: true } });
    await house.chats.idle();
    expect(contents()).toHaveLength(1);
  });

  test('a poll that waits gets the answer the moment it is there', async () => {
    const id = await askedSlowly(question('甲'));
    const told = poll(id);
    gate.open();
    expect(await told).toMatchObject({ stream: { finish: true } });
  });

  test('delivered again has the same stream with the same content, and is not answered anew', async () => {
    let asked = 0;
    await reopen({
      ask: (one) => {
        asked += 1;
        return echoAsk(one);
      },
    });
    const body = question('甲');
    const told = await send(body);
    expect(await send(body)).toEqual(told);
    const all = await Promise.all(Array.from({ length: 5 }, () => send(body)));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(asked).toBe(1);
  });

  test('delivered again while it is being answered has the same stream', async () => {
    const body = question('甲');
    const id = await askedSlowly(body);
    expect(await afterAMoment(() => send(body))).toMatchObject({ stream: { id, finish: false } });
    gate.open();
    expect(await send(body)).toMatchObject({ stream: { id, finish: true } });
  });

  test('whose asker is told nothing more is told nothing however often it is delivered', async () => {
    await reopen({ access: { perMinute: 1 } });
    await send(question('甲'));
    expect(await send(question('乙'))).toMatchObject({ stream: { content: expect.stringContaining('稍等一分钟') } });
    const silent = question('丙');
    for (let n = 0; n < 3; n++) expect(await send(silent)).toBeUndefined();
  });

  test('with an answer of many pages comes in messages of at most 20,480 bytes', async () => {
    const lines = Array.from({ length: 1500 }, (_, at) => `第${at}行，说的是一件事情，不长也不短。`);
    await reopen({ ask: (one) => ({ ...echoAsk(one), text: ['共一件：', ...lines].join('\n') }) });
    await send(question('甲'));
    await send(question('下一页'));
    expect(contents()).toEqual([expect.stringContaining('（第1/'), expect.stringContaining('（第2/')]);
    for (const content of contents()) expect(Buffer.byteLength(content)).toBeGreaterThan(10_000);
  });

  test('in a private chat is answered there; a picture gets the line that only text is read', async () => {
    const single = { chattype: 'single', chatid: undefined };
    await send(question('甲', { ...single, text: { content: '甲' } }));
    await send(question('', { ...single, msgtype: 'image', text: undefined, image: { url: 'https://x' } }));
    expect(contents()).toEqual([expect.stringContaining('答：甲'), expect.stringContaining('目前只能读文字')]);
  });

  test('of somebody of another organisation gets the line that the bot does not answer there', async () => {
    await send(question('甲', { from: { userid: 'stranger', corpid: 'ww-another' } }));
    expect(contents()).toEqual([expect.stringContaining('外部')]);
  });

  test('leaves neither its words, its asker nor its address in the log', async () => {
    fake.failNext({ kind: 'code', code: -1 });
    await askedSlowly(addressed('机密', 'code-of-the-test'));
    await neverFetched();
    time.pass(5 * SECOND);
    await neverFetched(2);
    expect(posted()).toHaveLength(1);
    expect(log()).not.toMatch(/机密|ZhangSan|code-of-the-test|response_code/);
  });
});

describe('a poll', () => {
  test('for a stream that nobody knows starts nothing, and is told that there is nothing yet', async () => {
    const told = await afterAMoment(() => poll('unknown'));
    expect(told).toMatchObject({ stream: { id: 'unknown', finish: false, content: '' } });
    await house.chats.idle();
    expect(await house.store.inbox.open()).toEqual([]);
  });

  test('after a restart gets the answer that was given before it', async () => {
    const path = onDisk();
    await reopen({ path });
    const told = await send(question('甲'));
    await reopen({ path });
    expect(await poll(told?.stream?.id)).toEqual(told);
  });

  test('after a restart gets the answer to what was accepted before it', async () => {
    const path = onDisk();
    await reopen({ path });
    await house.chats.stop();
    const told = await afterAMoment(() => send(question('甲')));
    await reopen({ path });
    expect(await poll(told?.stream?.id)).toMatchObject({
      stream: { finish: true, content: expect.stringContaining('答：甲') },
    });
    await house.chats.idle();
    expect(await house.store.inbox.open()).toEqual([]);
  });
});

describe('events', () => {
  const enter = (more: object = {}) => botEvent('enter_chat', {}, { create_time: Number(secondsOf(time)), ...more });

  test('opening the chat is greeted by a text in the answer, once a day', async () => {
    expect(await send(enter())).toMatchObject({
      msgtype: 'text',
      text: { content: expect.stringContaining(WELCOMED) },
    });
    expect(await send(enter({ msgid: 'E-2' }))).toBeUndefined();
    time.pass(DAY);
    expect(await send(enter({ msgid: 'E-3' }))).toMatchObject({ msgtype: 'text' });
    expect(await send(enter({ msgid: 'E-4', from: { userid: 'lisi' } }))).toMatchObject({ msgtype: 'text' });
    await house.chats.idle();
  });

  const verdicts = async (): Promise<readonly unknown[]> =>
    (await house.database.read.all('SELECT reply, verdict FROM verdict')).map(({ reply, verdict }) => [reply, verdict]);

  test('a thumb below a reply is kept, the last one of each reader, and is answered by nothing', async () => {
    const id = (await send(question('甲')))?.stream?.id;
    expect(await send(botEvent('feedback_event', { id, type: 2 }, { msgid: 'F-1' }))).toBeUndefined();
    expect(await verdicts()).toEqual([[id, 'wrong']]);
    await send(botEvent('feedback_event', { id, type: 1 }, { msgid: 'F-2' }));
    expect(await verdicts()).toEqual([[id, 'useful']]);
    await send(botEvent('feedback_event', { id, type: 2 }, { msgid: 'F-3', from: { userid: 'lisi' } }));
    expect(await verdicts()).toEqual(
      expect.arrayContaining([
        [id, 'useful'],
        [id, 'wrong'],
      ]),
    );
    await house.chats.idle();
    expect(contents()).toHaveLength(1);
    expect(JSON.stringify(await house.database.read.all('SELECT * FROM verdict'))).not.toMatch(/ZhangSan|lisi/);
  });

  test('a thumb below what is no answer, and one that is taken back, leave nothing', async () => {
    const id = (await send(question('甲')))?.stream?.id;
    expect(await send(botEvent('feedback_event', { id: 'unknown', type: 1 }, { msgid: 'F-1' }))).toBeUndefined();
    expect(await send(botEvent('feedback_event', { id, type: 3 }, { msgid: 'F-2' }))).toBeUndefined();
    expect(await verdicts()).toEqual([]);
  });

  test('others are acknowledged, and nothing is said to them', async () => {
    const others = [
      botEvent('disconnected_event'),
      botEvent('template_card_event', { event_key: 'transfer', task_id: 't' }),
      botEvent('something_new'),
      { msgtype: 'something' },
      {},
    ];
    for (const event of others) expect(await send(event)).toBeUndefined();
    await house.chats.idle();
    expect(await house.store.inbox.open()).toEqual([]);
    expect(fake.requests).toEqual([]);
  });
});
