import { describe, expect, it } from 'vitest';
import { designatorsIn } from '../../src/read/designators.ts';
import { halvesOf } from '../../src/read/halves.ts';
import { read, shown } from './reading.ts';

describe('ordinary wordings', () => {
  it.each([
    // what is possible or not is no denial
    ['款收不回来谁管', '款收不回来/words 谁/wanted:who 管/roles:responsible/verb'],
    ['小公司贷不到款谁管', '小公司贷不到款/words 谁/wanted:who 管/roles:responsible/verb'],
    ['农民还不上贷款找谁', '农民还不上贷款/words 找谁/wanted:who'],
    ['到时候贷款用得上吗', '贷款用得上/words 吗/wanted:whether'],
    ['高新区不上市的任务', '高新区/unit:name 不/operators:not 上市/words 的/operators:of 任务/types:task'],
    [
      '第4项归高新区管不',
      '第4项/position:nth 归/operators:by 高新区/unit:name 管/roles:responsible/verb 不/wanted:whether+',
    ],
    // nor is a denial within words, within what describes a noun, within a statement of another clause
    ['村镇没网点谁补', '村镇没网点/words 谁/wanted:who 补/words'],
    ['不讲信用的企业谁管', '不讲信用的企业/words 谁/wanted:who 管/roles:responsible/verb'],
    ['村里老太太不会用手机，谁去教', '村里老太太不/words 用手机/words 谁/wanted:who 教/words'],
    ['连个取钱的机器都没有谁管', '取钱的机器/words 谁/wanted:who 管/roles:responsible/verb'],
    // but beside units and roles it denies
    [
      '不由市金融工作局牵头的任务',
      '不/operators:not 由/operators:by 市金融工作局/unit:name 牵头/roles:lead/verb 的/operators:of 任务/types:task',
    ],
    [
      '不归高新区管的任务',
      '不/operators:not 归/operators:by 高新区/unit:name 管的/roles:responsible/verb 任务/types:task',
    ],
    ['第3项不属于高新区吗', '第3项/position:nth 不/operators:not 属于/operators:by 高新区/unit:name 吗/wanted:whether'],
    ['从来没参与过的单位', '从来没/operators:not 参与/roles:any/verb 单位/types:unit'],
    // a word of the dictionary that the plan prints is one, though it is made of words of asking
    ['风险排查由谁负责', '风险排查/words 由/operators:by 谁/wanted:who 负责/roles:responsible/verb'],
    // something is missing in one place
    [
      '附件漏了陕西证监局的任务',
      '附件/parts:annex 漏了/operators:lack 陕西证监局/unit:name 的/operators:of 任务/types:task',
    ],
    [
      '第4项附件比正文少了谁',
      '第4项/position:nth 附件/parts:annex 比/operators:than 正文/parts:body 少了/operators:lack 谁/wanted:who',
    ],
    // a verb of many uses is a role where somebody does it
    ['研修班一年办几期', '研修班/words 一年/years:every/interval 几期/wanted:howMany+'],
    ['谁在办科博会', '谁/wanted:who 办/roles:responsible/verb/do 科博/words'],
    ['高新区2021年要办什么', '高新区/unit:name 2021年/year:digits 办/roles:responsible/verb/do 什么/wanted:what'],
    ['推进企业上市由谁负责', '推进企业上市/words 由/operators:by 谁/wanted:who 负责/roles:responsible/verb'],
    // 至少 compares with a number that is asked for
    ['至少多少次', '至少/operators:reach/least 多少次/wanted:howMany+'],
    ['哪个单位任务最少', '哪个/wanted:which 单位/types:unit 任务/types:task 最少/operators:least/edge'],
    ['最少跑几家', '几家/wanted:howMany+'],
    // names in quotation marks
    [
      '责任单位写了“各区县、开发区”的任务',
      '责任单位/roles:responsible/noun 写了/operators:have 各区县/unit:name 开发区/unit:short 的/operators:of 任务/types:task',
    ],
    ['“支持单位”是空的任务', '支持单位/roles:supporting/noun 是/operators:is 空/words 的/operators:of 任务/types:task'],
    ['提到“行业”的任务', '提到/operators:mention/print 行业/words:quoted 的/operators:of 任务/types:task'],
    // groups of units
    [
      '区县和开发区都参与的任务',
      '区县/unit:short 和/operators:and 开发区/unit:short 都/operators:all 参与/roles:any/verb 的/operators:of 任务/types:task',
    ],
    [
      '哪些开发区负责第4项',
      '哪些/wanted:which 开发区/types:unit/开发区 负责/roles:responsible/verb 第4项/position:nth',
    ],
    // misprinted names
    ['产灞生态区是哪里', '产灞生态区/unit:name 是/operators:is 哪里/wanted:where'],
    // places and designators
    ['实施保障第三条讲什么', '实施保障第三条/clause:part 讲什么/properties:summary'],
    ['西咸A地块三期什么时候交付', '西咸/unit:name a地块三期/words 什么时候/wanted:when 交付/words'],
    ['跨境金融创新60条由谁负责', '跨境金融创新60条/words 由/operators:by 谁/wanted:who 负责/roles:responsible/verb'],
    [
      '除了21，高新区还负责什么',
      '除了/operators:except 21/position:bare 高新区/unit:name 还/operators:also 负责/roles:responsible/verb 什么/wanted:what',
    ],
    // figures and years
    ['2022几个亿', '2022/year:digits 几个亿/wanted:howMuch+'],
    ['2019和2021两年年底各多少家', '2019和2021两年年底/year:list 各/operators:each 多少家/wanted:howMany+'],
    ['比前一年多多少', '比/operators:than 前一年/relatives:year/-1 多/operators:more 多少/wanted:howMuch'],
    // a measure word does not take the noun along, a list asks which
    ['几家企业上市', '几家/wanted:howMany+ 企业上市/words'],
    ['市财政局任务清单', '市财政局/unit:name 任务/types:task 清单/wanted:which/list'],
    ['责任单位名单', '责任单位/roles:responsible/noun 名单/wanted:which/list'],
    ['企业名单', '企业名单/unsaid:builder'],
    // the plan's own wording holds no words of asking
    [
      '国有资本运营管理平台由谁负责',
      '国有资本运营管理平台/words 由/operators:by 谁/wanted:who 负责/roles:responsible/verb',
    ],
    ['千亿市值企业几家', '千亿/quantity 市值企业/words 几家/wanted:howMany+'],
    ['哪个部门支持', '哪个/wanted:which 部门/types:unit 支持/roles:supporting/verb'],
    // other ways of writing
    ['kcb shangshi shui fuze', '科创板上市/words 谁/wanted:who 负责/roles:responsible/verb'],
    [
      '2022年存贷比多少',
      '2022年/year:digits 贷款余额/indicator:name 与/operators:and 存款余额/indicator:name 之比/operators:ratio 多少/wanted:howMuch',
    ],
    ['市gxj负责什么', '市gxj/unit:name 负责/roles:responsible/verb 什么/wanted:what'],
  ])('%s', (text, tokens) => {
    expect(shown(text)).toBe(tokens);
  });

  it('keep the form in which a unit is misprinted', () => {
    expect(read('陕西银监局支持哪些任务').tokens[0]).toMatchObject({ unit: '陕西银保监局', misprint: '陕西银监局' });
    expect(read('市财政涉农区县是谁').tokens[0]).toMatchObject({ kind: 'unit', misprint: '市财政涉农区县' });
  });
});

describe('designators', () => {
  it.each([
    ['绿地中心a地块三期', ['a地块', '三期']],
    ['第五批3号楼', ['第五批', '3号楼']],
    ['跨境金融创新60条', ['60条']],
    ['引进一批机构，一条龙服务', []],
  ])('%s', (text, pieces) => {
    expect(designatorsIn(text)).toEqual(pieces);
  });
});

describe('halves', () => {
  it.each([
    ['绿色保险和碳金融市场', [['绿色保险', '碳金融市场']]],
    ['共同推进和谐发展', []],
    ['green bonds and green insurance', [['green bonds', 'green insurance']]],
  ])('%s', (text, halves) => {
    expect(halvesOf(text)).toEqual(halves);
  });
});
