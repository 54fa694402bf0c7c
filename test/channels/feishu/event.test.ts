import { describe, expect, test } from 'vitest';
import { readEvent } from '../../../src/channels/feishu/event.ts';
import type { Click } from '../../../src/channels/work.ts';
import { BOT } from '../../fakes/feishu-api.ts';
import {
  botAddedEvent,
  clickEvent,
  enteredEvent,
  eventOf,
  menuEvent,
  messageEvent,
  recalledEvent,
  TENANT,
} from '../../fakes/feishu-sender.ts';
import { damaged, randomJson, seeded } from '../../fakes/random-json.ts';

const CLICK: Click = { reply: 'r1', kind: 'page', page: 2 };

/** Knows one button, in both shapes in which the platform brings it back. */
const readClick = (value: unknown): Click | undefined =>
  (typeof value === 'string' ? value : JSON.stringify(value)) === '{"b":1}' ? CLICK : undefined;

const read = (event: unknown) => readEvent(event, BOT, readClick);

const ignored = { status: 'ignored' };

describe('a message', () => {
  test('is read as one', () => {
    expect(read(messageEvent())).toMatchObject({ status: 'question' });
    expect(readEvent(messageEvent(), undefined, readClick)).toEqual({ status: 'unready' });
  });

  test('taken back is named by the id that the question had', () => {
    const question = read(messageEvent({ messageId: 'om_1' }));
    const recalled = read(recalledEvent('om_1'));
    expect(recalled).toEqual({ status: 'recalled', id: 'feishu-message:om_1' });
    expect(question).toMatchObject({ ids: ['feishu-message:om_1'] });
  });
});

describe('the bot in a new group', () => {
  test.each([true, false])('says whether there are outside people (%s), and introduces itself', (external) => {
    expect(read(botAddedEvent({ chatId: 'oc_1', external, operator: 'ou_a', eventId: 'e1' }))).toEqual({
      status: 'chat',
      chat: 'oc_1',
      external,
      next: {
        status: 'welcome',
        asker: { tenant: TENANT, chat: 'oc_1', person: 'ou_a', private: false, outside: false },
        to: { kind: 'chat', chat: 'oc_1' },
        ids: ['feishu-event:e1'],
      },
    });
  });

  test('says nothing about outside people where the platform does not', () => {
    const event = botAddedEvent({ chatId: 'oc_1' });
    const { external: _, ...untold } = event.event;
    expect(read({ ...event, event: untold })).toMatchObject({ status: 'welcome', to: { kind: 'chat', chat: 'oc_1' } });
  });

  test('knows that whoever added it is from outside', () => {
    const added = read(botAddedEvent({ operatorTenant: 'another' }));
    expect(added).toMatchObject({ next: { asker: { outside: true } } });
  });

  test('removed from a group has nothing to do', () => {
    expect(read(eventOf('im.chat.member.bot.deleted_v1', botAddedEvent().event))).toMatchObject(ignored);
  });
});

describe('somebody who', () => {
  test('opens the private chat is greeted there, and once: every time has the same id', () => {
    const one = read(enteredEvent('oc_p', 'ou_a'));
    expect(one).toEqual({
      status: 'welcome',
      asker: { tenant: TENANT, chat: 'oc_p', person: 'ou_a', private: true, outside: false },
      to: { kind: 'chat', chat: 'oc_p' },
      ids: ['feishu-entered:oc_p'],
    });
    expect(read(enteredEvent('oc_p', 'ou_a'))).toEqual(one);
  });

  test('presses the menu is greeted in person, each time anew', () => {
    expect(read(menuEvent('ou_a', 'e1'))).toEqual({
      status: 'welcome',
      asker: { tenant: TENANT, chat: 'ou_a', person: 'ou_a', private: true, outside: false },
      to: { kind: 'person', person: 'ou_a' },
      ids: ['feishu-event:e1'],
    });
    expect(read(menuEvent('ou_a', 'e2'))).toMatchObject({ ids: ['feishu-event:e2'] });
  });

  test('presses the menu and has no id cannot be reached', () => {
    expect(read(menuEvent(''))).toMatchObject(ignored);
  });
});

describe('a click', () => {
  test.each([[{ b: 1 }], ['{"b":1}']])('brings back %j and is the clicker’s', (value) => {
    const options = { messageId: 'om_card', chatId: 'oc_1', operator: 'ou_b', eventId: 'e1' };
    expect(read(clickEvent(value, options))).toEqual({
      status: 'click',
      click: CLICK,
      asker: { tenant: TENANT, chat: 'oc_1', person: 'ou_b', private: false, outside: false },
      to: { kind: 'message', message: 'om_card', thread: false, chat: 'oc_1' },
      ids: ['feishu-event:e1'],
    });
  });

  test.each([undefined, null, 1, '', {}, { b: 2 }, []])('with the value %j is none of the bot’s', (value) => {
    expect(read(clickEvent(value))).toMatchObject(ignored);
  });

  test('of somebody from outside is told as such', () => {
    expect(read(clickEvent({ b: 1 }, { operatorTenant: 'another' }))).toMatchObject({ asker: { outside: true } });
  });

  test.each(['../../x', '', 'a b', 'x'.repeat(129)])(
    'on the message %j is ignored: the id goes into an address',
    (id) => {
      expect(read(clickEvent({ b: 1 }, { messageId: id }))).toMatchObject(ignored);
      expect(read(clickEvent({ b: 1 }, { chatId: id }))).toMatchObject(ignored);
    },
  );

  test('of somebody without an id shares a conversation with nobody', () => {
    expect(read(clickEvent({ b: 1 }, { operator: '', eventId: 'e1' }))).toMatchObject({ asker: { person: 'e1' } });
  });
});

describe('any other event', () => {
  test.each([
    'im.message.reaction.created_v1',
    'im.message.message_read_v1',
    'card.action.trigger_v1',
    'toString',
    '__proto__',
    '',
  ])('%j is ignored', (type) => {
    expect(read(eventOf(type, {}))).toEqual({ status: 'ignored', reason: 'another event' });
  });

  test('of the old shape is ignored', () => {
    expect(read({ uuid: 'x', token: 'x', type: 'event_callback', event: { type: 'message' } })).toMatchObject(ignored);
  });
});

describe('whatever comes', () => {
  const whole = [
    messageEvent(),
    messageEvent({ type: 'post', content: { title: '', content: [[{ tag: 'text', text: '甲' }]] } }),
    messageEvent({ chat: 'p2p' }),
    recalledEvent('om_1'),
    botAddedEvent(),
    enteredEvent('oc_1'),
    menuEvent('ou_1'),
    clickEvent({ b: 1 }),
  ];

  const STATUSES = ['question', 'hint', 'welcome', 'click', 'recalled', 'chat', 'ignored', 'unready'];

  test('5000 events of random JSON are read without an exception', () => {
    const random = seeded(1);
    for (let n = 0; n < 5000; n++) expect(STATUSES).toContain(read(randomJson(random, 5)).status);
  });

  test('5000 damaged events are read without an exception, and no id that means something in an address gets through', () => {
    const random = seeded(2);
    const seen = new Set<string>();
    for (let n = 0; n < 5000; n++) {
      const incoming = read(damaged(whole[n % whole.length], random));
      seen.add(incoming.status);
      const to = 'to' in incoming ? Object.values(incoming.to).filter((part) => typeof part === 'string') : [];
      for (const id of to) expect(id).toMatch(/^[\w-]{1,128}$/);
    }
    expect([...seen].sort()).toEqual([...STATUSES].filter((status) => status !== 'unready').sort());
  });
});
