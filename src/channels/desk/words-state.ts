import { refusalText } from '../../overlay/read-words.ts';
import { type Html, html } from '../web/html.ts';
import { csrfField, type Viewer } from './layout.ts';
import { timeName } from './names.ts';
import { type PlanChoice, planField } from './plan-choice.ts';

/** The words of a plan that are in force, and the button that reads them again. */
export const wordsState = (choice: PlanChoice, viewer: Viewer): Html => {
  const { chosen, plans } = choice;
  const { entries, at, refused } = chosen.bot.words();
  return html`
<section class="state">
<p>${plans.length > 1 && `《${chosen.title}》：`}补充词 ${entries.filter(({ undone }) => !undone).length} 条在用，${timeName(at)} 读入。</p>
${refused && html`<p class="warning" role="alert">服务器上的词表文件没有启用，仍用原来的：${refusalText(refused)}</p>`}
<form method="post" action="/admin/reload">${csrfField(viewer)}${planField(choice)}<button>重新读取词表</button></form>
</section>`;
};
