import { basename } from 'node:path';
import { shapeIn } from '../../src/bring/shape-in.ts';
import type { Config } from '../../src/config.ts';
import { planFolders } from '../../src/corpus.ts';
import { broughtDirOf, OWN_CORPUS } from '../../src/open-plans.ts';
import { broughtFolders, isTakenOut, readPlanFolder } from '../../src/overlay/plan-folders.ts';
import { bad, type Finding, good, warn } from './finding.ts';

/** The plans that a start would put in force, those that it could not, and whether the settings speak of others. */
export const planFindings = ({ data, plans }: Config): readonly Finding[] => {
  const own = planFolders(OWN_CORPUS);
  const brought = broughtFolders(broughtDirOf(data)).filter((folder) => !isTakenOut(folder));
  const read = [...own, ...brought].map((folder) =>
    readPlanFolder(folder, own.includes(folder) ? 'corpus' : 'brought'),
  );
  const used = read.flatMap((one) => (one.status === 'read' ? [one] : []));
  const ids = [...new Set(used.map(({ made: { plan } }) => plan.id))];
  const twice = used.filter(({ made: { plan } }, at) => used.findIndex((one) => one.made.plan.id === plan.id) < at);
  const named = [...(plans.first === undefined ? [] : [plans.first]), ...[...plans.byChat.values()].flat()];
  const unknown = [...new Set(named)].filter((id) => !ids.includes(id));
  const recognised = used.filter(({ folder }) => shapeIn(folder)?.recognised !== undefined);
  const titles = used.map(({ made: { plan } }) => `${plan.id}《${plan.document.title}》`);
  return [
    ids.length > 0
      ? good(`计划：${ids.length} 份可用：${[...new Set(titles)].join('、')}。`)
      : bad('计划：没有一份可用；请用 npm run check-plan 查看。'),
    ...read.flatMap((one) =>
      one.status === 'broken'
        ? [bad(`计划：${basename(one.folder)} 不能用：${one.reason}；请用 npm run check-plan 查看。`)]
        : [],
    ),
    ...twice.map(({ folder, made: { plan } }) => bad(`计划：${folder} 的标识 ${plan.id} 与另一份相同；请换一个标识。`)),
    ...unknown.map((id) =>
      bad(`计划：DEFAULT_PLAN 或 CHAT_PLANS 所写的 ${id} 不在可用的计划之中（${ids.join('、')}）。`),
    ),
    ...recognised.map(({ made: { plan } }) => warn(`计划：${plan.id} 是从图片识别的，还没有人写明核对过。`)),
  ];
};
