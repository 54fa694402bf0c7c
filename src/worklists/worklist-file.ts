import { titleOf } from './title.ts';
import type { Worklist, WorklistFormat } from './worklist.ts';
import { worklistCsv } from './worklist-csv.ts';
import { worklistJson } from './worklist-json.ts';
import { worklistXlsx } from './worklist-xlsx.ts';

/** A list as a file to send. */
export interface WorklistFile {
  /** 市财政局2021年任务清单.xlsx */
  readonly name: string;
  /** For programs that know only ASCII: worklist-2021.xlsx */
  readonly asciiName: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const TYPES: Readonly<Record<WorklistFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** What no file may be called by on some system; a name has no need of quotation marks either. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|“”‘’]/gu;

const asciiName = ({ filter }: Worklist): string =>
  ['worklist', filter.year ?? '', filter.action ? `action${filter.action.number}` : '']
    .filter((part) => part !== '')
    .join('-');

const bytesOf = async (worklist: Worklist, format: WorklistFormat): Promise<Buffer> => {
  switch (format) {
    case 'xlsx':
      return worklistXlsx(worklist);
    case 'csv':
      return Buffer.from(worklistCsv(worklist), 'utf8');
    case 'json':
      return Buffer.from(JSON.stringify(worklistJson(worklist)), 'utf8');
  }
};

/** Writes a list in a format. */
export const worklistFile = async (worklist: Worklist, format: WorklistFormat): Promise<WorklistFile> => ({
  name: `${titleOf(worklist).replace(UNFIT, '')}.${format}`,
  asciiName: `${asciiName(worklist)}.${format}`,
  type: TYPES[format],
  bytes: await bytesOf(worklist, format),
});
