import { ERRORS } from '../errors.ts';
import type { Hint } from './work.ts';

/** The line that somebody gets in place of an answer: what is the matter, and what to do. */
export const hintText = (hint: Hint): string => {
  switch (hint) {
    case 'only_text':
      return `目前只能读文字。${ERRORS.question_empty.remedy}`;
    case 'question_empty':
    case 'question_too_long':
      return ERRORS[hint].remedy;
    case 'too_many':
      return '您问得很快，请稍等一分钟再问。';
    case 'not_allowed':
      return '您或本群不在可以使用问计的范围内；如需使用，请联系管理员。';
    case 'external_chat':
      return '本群有外部人员，问计不在外部群里回答；请在内部群或单聊里问。';
    case 'outsider':
      return '问计只回答本单位的人员；如需使用，请联系它的管理员。';
    case 'expired':
      return '这张卡片已经过期，请把问题再问一遍。';
    case 'no_page':
      return '没有这一页。';
    case 'blocked':
      return '回答已生成，但被平台的内容安全策略拦截，未能发出。请换一种问法，或到网页上提问。';
    case 'failed':
      return ERRORS.internal.remedy;
  }
};
