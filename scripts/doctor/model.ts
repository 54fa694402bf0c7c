import type { ModelConfig } from '../../src/config/model.ts';
import { createModelClient } from '../../src/model/client.ts';
import { RULES } from '../../src/model/rules.ts';
import { bad, type Finding, good, warn } from './finding.ts';

/** Nothing of any plan, and nobody's question. */
const SAMPLE = '问题："辛苦啦"';

/** Asks the model for a query once, as the server would; the key is not shown. */
export const modelFinding = async (config: ModelConfig): Promise<Finding> => {
  const { name, baseUrl, timeoutMs } = config;
  const started = performance.now();
  const outcome = await createModelClient({ config, now: Date.now }).ask([
    { role: 'system', content: RULES },
    { role: 'user', content: SAMPLE },
  ]);
  const ms = Math.round(performance.now() - started);
  const told = `语言模型：${name}（${new URL(baseUrl).host}）`;
  switch (outcome.status) {
    case 'reply':
      return good(`${told}${ms} 毫秒给出查询，最多等 ${timeoutMs} 毫秒。`);
    case 'unreadable':
      return warn(`${told}应答了，但给不出合要求的 JSON；换一个模型，或见 docs/model.md。`);
    case 'busy':
    case 'failed':
      return bad(
        `${told}${outcome.status === 'failed' ? outcome.why : '正忙'}；现在按规则回答，设置见 docs/model.md。`,
      );
  }
};
