import { html } from '../web/html.ts';
import { csrfField, pageOf } from './layout.ts';

/** The form that asks for the token; `fault` says why the last one did not open the desk. */
export const loginPage = (csrf: string, fault?: string): string =>
  pageOf({
    title: '登录',
    main: html`
${fault !== undefined && html`<p class="warning" role="alert">${fault}</p>`}
<form method="post" action="/admin/login" class="word">${csrfField({ csrf })}
<p><label for="token">管理令牌</label><input id="token" name="token" type="password" required maxlength="400" autocomplete="current-password"></p>
<p><label for="author">署名（记在您保存的词上）</label><input id="author" name="author" maxlength="40" autocomplete="name"></p>
<p><button class="main">登录</button></p></form>
<p class="soft">令牌在启动时由 ADMIN_TOKEN 设定。</p>`,
  });

/** One line for what cannot be done. */
export const faultPage = (title: string, words: string): string =>
  pageOf({ title, main: html`<p>${words}</p><p><a href="/admin">回到概况</a></p>` });
