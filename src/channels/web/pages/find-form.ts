import { type Html, html } from '../html.ts';
import type { Site } from './site.ts';

/** Where the script puts what was looked for into the address of a question. */
const HERE = '\u{e000}';

/** The box that finds clauses: as one types where there is a script (`live`), by a page of results where there is none. */
export const findForm = ({ to }: Site, asked: string, live: boolean): Html => html`
<form class="find" role="search" method="get" action="${to.plan}"${live && html` data-find`}>
<label for="find">查找条款</label>
<input id="find" name="q" type="search" value="${asked}" maxlength="100" placeholder="词语、单位、数字或条款号" autocomplete="off" spellcheck="false" enterkeyhint="search" aria-describedby="found">
<button type="submit">查找</button>
<output id="found" for="find"></output>
${live && html`<a class="ask-this" href="/" data-ask="${to.ask(HERE)}" data-here="${encodeURIComponent(HERE)}" hidden>拿这句话去提问</a>`}
</form>`;
