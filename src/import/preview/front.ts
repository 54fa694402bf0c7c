import type { Note } from '../document.ts';
import type { Doubt, PreviewInput, PreviewLine, PreviewSection } from './section.ts';

const FOUND = {
  title: '标题',
  number: '文号',
  issuer: '发文机关',
  dated: '成文日期',
  printed: '印发日期',
  addressees: '主送',
  period: '计划期',
} as const;
const NUMBER = /[\p{Script=Han}]{1,10}〔\d{4}〕\d+号/gu;

/** A note with its count, where its text does not say it. */
const counted = ({ text, count }: Note): string => (text.includes(`${count}`) ? text : `${text}（${count}处）`);

/** The document's formats, parts and repairs. */
export const documentLines = ({ document, reading: { parts, plan } }: PreviewInput): PreviewSection => {
  const several = (plan.parts ?? []).map(
    ({ number, title, lines: [from] }): PreviewLine => ({
      label: `第${number}份`,
      text: title || '没有标题',
      line: from,
    }),
  );
  return {
    id: 'documents',
    title: '文件',
    lines: [
      { text: `${document.name} ${document.format} ${parts.length}份文件` },
      ...several,
      ...document.repairs.map((note): PreviewLine => ({ label: '修补', text: counted(note) })),
    ],
    doubts: [
      ...document.warnings.map((note): Doubt => ({ text: counted(note) })),
      ...(parts.length > 1 ? [{ text: `一个文件里有${parts.length}份文件，请核对从哪里分开` }] : []),
    ],
  };
};

/** What the document says of itself: as found, or as a person wrote it. */
export const frontLines = ({ reading: { parts, plan }, lines }: PreviewInput): PreviewSection => {
  const [own] = parts;
  const { title, untitled, number, issuer, dated, printed, addressees, period } = plan.document;
  const used: Readonly<Record<keyof typeof FOUND, string>> = {
    ...{ title: untitled ? '' : title, number, issuer, dated, printed, addressees },
    period: period[0] > 0 ? period.join('—') : '',
  };
  const said = Object.entries(FOUND).map(([what, label]): PreviewLine => {
    const text = used[what as keyof typeof FOUND];
    const found = own?.front.found.find((one) => one.what === what);
    if (found?.text === text) return { label, text, line: found.line };
    const written = found || text !== '' ? '（另行写明）' : '';
    return { label, text: `${text || '没有'}${written}` };
  });
  const numbers = lines.flatMap(({ line, text }) => [...text.matchAll(NUMBER)].map(([one]) => `${one} [${line}]`));
  const others = numbers.filter((one) => !one.startsWith(number) || number === '');
  const lacking = untitled || parts.slice(1).some(({ front: { document } }) => document.title === '');
  return {
    id: 'front',
    title: '标题、文号、日期',
    lines: [...said, ...(others.length > 0 ? [{ label: '文中另有文号', text: others.slice(0, 6).join(' ') }] : [])],
    doubts: lacking ? [{ text: '有的文件没有标题：请写明' }] : [],
  };
};
