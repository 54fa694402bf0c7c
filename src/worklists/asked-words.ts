import { FILLERS } from '../understand/cues.ts';
import type { WorklistFormat } from './worklist.ts';

/** What a list of tasks is called. */
export const LIST =
  /(?:重点)?(?:工作|任务|目标|责任|分工)*(?:分解|分工)?(?:清单|台账|一览表|分工表|分解表|任务表|工作表|责任表|目标表|(?<=任务|工作)列表)|(?:work|task|to-?do) ?-?lists?/u;
const TASKS = /任务|工作|\btasks?\b/u;
export const EXPORT = /导出|汇出|下载|导成|\bexport|\bdownload/u;
/** 发我一份, 来一份; 印发 and 开发 are other words. */
const SEND =
  /(?<![印下颁签分批转核研开出])发(?:给|送|到|我|过来|来|一份|份|个|下|一下)|(?:给我|给|来|要|拿|传|拉|打)(?:我)?一?份|传(?:我|给)|\bsend\b/u;
const MAKE = /生成|做成|整理成|整理出|转成|存成|保存成|另存|输出|打印|打包/u;

/** Kinds of files by what people call them; `undefined` is one that is not made. */
export interface FormatWords {
  readonly pattern: RegExp;
  readonly format: WorklistFormat | undefined;
}

export const FORMATS: readonly FormatWords[] = [
  { pattern: /(?<![a-z])csv(?![a-z])|逗号分隔/u, format: 'csv' },
  { pattern: /(?<![a-z])json(?![a-z])/u, format: 'json' },
  { pattern: /(?<![a-z])(?:excel|xlsx?|wps表格?)(?![a-z])|电子表格?/u, format: 'xlsx' },
  { pattern: /(?<![a-z])(?:pdf|docx?|word|pptx?|txt|wps)(?![a-z])|图片|幻灯片/u, format: undefined },
];

const FILE = new RegExp(FORMATS.map(({ pattern }) => pattern.source).join('|'), 'u');

/** A file is asked for where all patterns of a row occur. To teach the bot another way, add a row, and a sentence beside. */
export const FILE_ASKED: readonly (readonly RegExp[])[] = [
  [EXPORT, LIST],
  [EXPORT, TASKS],
  [SEND, LIST],
  [MAKE, LIST],
  [FILE, LIST],
  [FILE, SEND, TASKS],
  [FILE, MAKE, TASKS],
];

/** Who asks, denies or speaks of one task does not want a list; 能导出吗 asks for it. */
export const NOT_ASKED: readonly RegExp[] = [
  /谁|哪|什么|啥|多少|几(?:[项个家条件年份]|种)|怎么|怎样|如何|为何|为什么|是不是|是否|有没有|对吗|对不对|\b(?:who|which|what|how|why|whether)\b/u,
  /(?:不要|不用|别|不必|无需|不需要|不想)(?:再)?(?:导|下载|发|生成|打印|export|download)|\b(?:do not|don't)\b/u,
  /第(?:\d+|[一二三四五六七八九十]+)(?:项|条)|指标|差异|不一致/u,
];
/** Asked so, a request is none the less one. */
export const POLITE = /能不能|能否|可不可以|可否|可以|能|方便|帮(?:我|忙)|\b(?:can|could|would)\b/u;
export const ASKING_END = /[吗么嘛]/gu;

/** Words that name neither a unit nor an action; no single ones that may be part of a name. */
export const ASIDE: readonly RegExp[] = [
  new RegExp(SEND.source, 'gu'),
  new RegExp(MAKE.source, 'gu'),
  new RegExp(FILE.source, 'gu'),
  /能不能|能否|可不可以|可否|可以|方便|能(?=帮|把|给|导|下载|发)|麻烦|劳驾|帮忙|帮我|谢谢|辛苦|最好|尽快|赶紧|直接|需要|想要/gu,
  /给?(?:我们|我|大家|领导|群里|这里|这边)|出来|过来|下来|出去|一下|一份|一个|格式|文件|版本|附件|形式|表格/gu,
  /各个?行动|\d{1,3}项|全部|所有|完整|整个|全套|整套|各单位|各部门|全市|本市|总的|相关|有关|最新|对应|单独|年度|各年|全年|三年|计划期|行动计划|计划|重点/gu,
  ...FILLERS,
  /(?<!\p{Script=Han})[把将请要想给帮和与及跟的](?=\p{Script=Han})/gu,
  /(?:任务|工作|目标|的)+(?![\p{Script=Han}])/gu,
  /\b(?:exports?|exporting|download|send|me|us|the|a|an|all|of|for|in|to|as|file|format|work|tasks?|lists?|and|with|full|please|can|could|would|you|i|need|want|year|plan|by)\b/gu,
];

/** Whose list it is, only the asker knows. */
export const OWN = /(?:我们?|咱们?|本|俺们?)(?:局|委|办|部门?|厅|院|区|县|单位|公司|行|处|科室?|中心)/u;

/** How names of bodies end. */
export const BODY_END = /(?:局|委|办|办公室|部|厅|院|区|县|会|行|处|公司|中心)$/u;

/**
 * Sentences that the rules above must read: `sentence → unit year 行动 format`, or a fault's kind; and those that are
 * none of theirs.
 */
export const SENTENCES = {
  examples: [
    '导出市财政局2021年任务清单 → 市财政局 2021 xlsx',
    '下载高新区的工作清单 → 高新区 xlsx',
    '市科技局任务表发我一份 excel → 市科技局 xlsx',
    '把绿色金融行动的清单导出来 csv → 行动6 csv',
    '导出任务清单 → xlsx',
    '请导出全部任务的清单 → xlsx',
    '能导出市财政局的任务清单吗 → 市财政局 xlsx',
    '麻烦帮我下载一下曲江新区2022年的任务清单，谢谢 → 曲江新区 2022 xlsx',
    '金融办2020年工作台账来一份 → 市金融工作局 2020 xlsx',
    '给我一份西安市科学技术局的任务清单json → 市科技局 json',
    '浐灞生态区任务清单excel → 浐灞生态区 xlsx',
    '导出各区县的任务清单 → 各区县 xlsx',
    '碑林区的任务清单发到群里 → 碑林区 xlsx',
    '把市发改委的任务整理成excel → 市发改委 xlsx',
    '市人社局2021年度任务清单生成一份表格 → 市人社局 2021 xlsx',
    '导出第六个行动的任务清单 → 行动6 xlsx',
    '导出市财政局科技金融催化行动2022年的任务清单 → 市财政局 2022 行动3 xlsx',
    '匯出市財政局2021年任務清單 → 市财政局 2021 xlsx',
    '导出市财正局的任务清单 → 市财政局 xlsx',
    '下载任务分解表 → xlsx',
    '把57项任务导出来 → xlsx',
    '打包下载各行动清单 → xlsx',
    '导出2020—2022年各年任务清单 → xlsx',
    '导出高新区二〇二一年任务 → 高新区 2021 xlsx',
    "export the work list of the Xi'an Municipal Finance Bureau as csv → 市财政局 csv",
    '导出市体育局2021年任务清单 → worklist_unit',
    '导出我们单位领导的体育局清单 → worklist_unit',
    '导出人行的任务清单 → worklist_unit',
    '把市版权局完整的任务清单导出来 → worklist_unit',
    '导出能源局的任务 → worklist_unit',
    'export the work list of the sports bureau → worklist_unit',
    '给我导出下我们局的任务清单 → worklist_unit',
    '下载本单位的工作清单 → worklist_unit',
    '导出市财政局和市科技局的任务清单 → worklist_unit',
    '导出市财政局2023年任务清单 → worklist_year',
    '下载第16个行动的任务清单 → worklist_action',
    '导出绿色金融行动和跨境金融行动的清单 → worklist_action',
    '导出市财政局任务清单pdf → worklist_format',
    '市商务局任务清单发我一份Word → worklist_format',
  ],
  others: [
    '市财政局负责哪些任务',
    '国资委的任务清单',
    '责任单位清单',
    '支持单位名单',
    '市财政局2021年任务清单',
    '给我列一下市财政局的任务清单',
    '市财政局有什么任务，列个清单',
    '任务清单由谁导出',
    '怎么下载任务清单',
    '不要导出市财政局的任务清单',
    '导出第21项任务的清单',
    '天然气交易中心归谁管',
    '印发一份任务分工表的单位是谁',
    '开发一下信用信息平台归哪个单位',
    '绿色项目库清单',
    '下载量目标',
    '发一下金融业增加值',
    '市金融工作局2022年目标',
    '上次导出的清单不对',
    '导出正文和附件的差异清单',
    '导出主要指标目标表',
    '导出清单里少了一家单位',
    'who exports the work list',
  ],
};
