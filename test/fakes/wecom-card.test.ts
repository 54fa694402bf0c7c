import { describe, expect, test } from 'vitest';
import { faultsOfTemplateCard } from './wecom-card.ts';

const ACTION = { type: 1, url: 'https://example.cn' };
const TITLE = { title: '标题' };
const BUTTON = { text: '有用', style: 1, key: 'useful' };
const SUBMIT = { text: '提交', key: 'submit' };
const OPTION = { id: '1', text: '一' };

const CARDS = {
  text: { card_type: 'text_notice', main_title: TITLE, card_action: ACTION },
  news: { card_type: 'news_notice', main_title: TITLE, card_image: { url: ACTION.url }, card_action: ACTION },
  buttons: { card_type: 'button_interaction', main_title: TITLE, button_list: [BUTTON], task_id: 't-1@_A' },
  vote: {
    card_type: 'vote_interaction',
    main_title: TITLE,
    checkbox: { question_key: 'q', mode: 1, option_list: [OPTION] },
    submit_button: SUBMIT,
    task_id: 't',
  },
  form: {
    card_type: 'multiple_interaction',
    main_title: TITLE,
    select_list: [{ question_key: 'q', title: '年份', option_list: [OPTION] }],
    submit_button: SUBMIT,
    task_id: 't',
  },
} as const;

describe('a template card', () => {
  test.each(Object.entries(CARDS))('%s: one without a fault has none', (_name, card) => {
    expect(faultsOfTemplateCard(card)).toEqual([]);
  });

  test.each([
    [{ ...CARDS.text, main_title: { title: '题'.repeat(27) } }, /^main_title.title: over 26/],
    [{ ...CARDS.text, main_title: {} }, /^main_title: neither/],
    [{ ...CARDS.text, sub_title_text: '文'.repeat(113) }, /^sub_title_text: over 112/],
    [{ ...CARDS.text, horizontal_content_list: [{ keyname: '六个字的键名' }] }, /keyname: over 5/],
    [{ ...CARDS.text, horizontal_content_list: Array(7).fill({ keyname: '键' }) }, /^horizontal_content_list/],
    [{ ...CARDS.text, jump_list: [{ type: 3, title: '问' }] }, /^jump_list.0: a question without/],
    [{ ...CARDS.text, jump_list: [{ type: 3, title: '问', question: '问'.repeat(67) }] }, /question: over 200 bytes/],
    [{ ...CARDS.text, card_action: { type: 1 } }, /^card_action: a link without/],
    [{ ...CARDS.text, card_action: undefined }, /^card_action/],
    [{ ...CARDS.text, button_list: [BUTTON] }, /Unrecognized key: "button_list"/],
    [{ ...CARDS.text, action_menu: { desc: '更多', action_list: [{ text: '一', key: 'k' }] } }, /without task_id/],
    [{ ...CARDS.news, card_image: undefined }, /neither card_image/],
    [{ ...CARDS.news, card_image: { url: ACTION.url, aspect_ratio: 2.25 } }, /aspect_ratio/],
    [{ ...CARDS.buttons, button_list: Array(7).fill(BUTTON) }, /^button_list/],
    [{ ...CARDS.buttons, button_list: [BUTTON, BUTTON] }, /the same key twice/],
    [{ ...CARDS.buttons, button_list: [{ ...BUTTON, text: '字'.repeat(11) }] }, /text: over 10/],
    [{ ...CARDS.buttons, button_list: [{ ...BUTTON, key: '键'.repeat(342) }] }, /key: over 1024 bytes/],
    [{ ...CARDS.buttons, button_list: [{ ...BUTTON, style: 5 }] }, /style/],
    [{ ...CARDS.buttons, task_id: undefined }, /^task_id/],
    [{ ...CARDS.buttons, task_id: 'a b' }, /^task_id: not of/],
    [{ ...CARDS.buttons, task_id: 'x'.repeat(129) }, /^task_id: over 128/],
    [{ ...CARDS.vote, submit_button: undefined }, /^submit_button/],
    [{ ...CARDS.vote, checkbox: { question_key: 'q', option_list: Array(21).fill(OPTION) } }, /option_list/],
    [{ ...CARDS.form, select_list: [] }, /^select_list/],
    [{ card_type: 'other' }, /^card_type/],
    [null, /expected object/],
  ])('%j has one', (card, fault) => {
    expect(faultsOfTemplateCard(card).join('\n')).toMatch(fault);
  });
});
