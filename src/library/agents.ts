import { squeeze } from '../text.ts';
import type { Plan } from '../types.ts';
import type { Ref } from '../values.ts';

/** 经…审核, 依托…调解, 委托…开展: before who does something, so far from what is done. */
const AGENT = '(?:经|由|依托|委托|交由|报)[^，。；：（）()]{2,30}?';

/** Returns what tells whether the text of a task says by whom something is done in it. */
export const createAgents = ({ tasks }: Plan) => ({
  saysWho: (verb: string, { type, id }: Ref): boolean => {
    const text = type === 'task' ? tasks.find(({ number }) => String(number) === id)?.body.text : undefined;
    const said = squeeze(verb).replace(/[^\p{Script=Han}]/gu, '');
    return text !== undefined && said !== '' && new RegExp(`${AGENT}${said}`, 'u').test(squeeze(text));
  },
});
