import { existsSync, mkdtempSync, rmdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { DataConfig } from '../../src/config.ts';
import { STORE_FILE } from '../../src/store/backup.ts';
import { bad, type Finding, good, warn } from './finding.ts';
import type { Service } from './service.ts';

const MB = 1024 * 1024;
/** Bytes under which a busy day may fill the disk, and under which nothing is safe. */
const LITTLE = 500 * MB;
const TOO_LITTLE = 20 * MB;

/** SQLite's code for a file that another process holds (page Result and Error Codes). */
const BUSY = 5;

/** The folder, or the nearest one above it that is there. */
const nearest = (path: string): string => (existsSync(path) || dirname(path) === path ? path : nearest(dirname(path)));

/** Tries it: what the permissions say is not what counts for every user. */
const isWritable = (folder: string): boolean => {
  try {
    rmdirSync(mkdtempSync(join(folder, '.doctor-')));
    return true;
  } catch {
    return false;
  }
};

/** The server holds this lock for as long as it lives; looked at without taking it. */
const isLocked = (dir: string): boolean => {
  const path = join(dir, `${STORE_FILE}.lock`);
  if (!existsSync(path)) return false;
  let lock: InstanceType<typeof DatabaseSync> | undefined;
  try {
    lock = new DatabaseSync(path, { readOnly: true });
    lock.prepare('SELECT count(*) FROM sqlite_master').get();
    return false;
  } catch (error) {
    return (Number(Reflect.get(Object(error), 'errcode')) & 0xff) === BUSY;
  } finally {
    lock?.close();
  }
};

/** What so many free bytes mean. */
export const spaceFinding = (free: number): Finding => {
  const left = `数据目录：所在磁盘还剩 ${Math.floor(free / MB)} MB`;
  if (free < TOO_LITTLE) return bad(`${left}，写满后服务不再接收消息；请清理磁盘，或用 DATA_DIR 换一个目录。`);
  return free < LITTLE ? warn(`${left}，不多了。`) : good(`${left}。`);
};

/** Whether the lock is that of the server that answers. */
const lockFinding = (locked: boolean, service: Service): readonly Finding[] => {
  if (!locked) return [];
  return service.status === 'up'
    ? [good('数据目录：由正在运行的服务占用（正常）。')]
    : [
        warn(
          '数据目录：另一个问计进程正在使用它，但配置的地址没有应答；一个目录只能给一个进程用，请先停掉那个进程，或用 DATA_DIR 换一个目录。',
        ),
      ];
};

/** Whether the data folder can be written, is free, and has room. Also tells whether some process holds it. */
export const dataFindings = (
  { dir }: DataConfig,
  service: Service,
): { readonly locked: boolean; readonly findings: readonly Finding[] } => {
  const path = resolve(dir);
  const folder = nearest(path);
  if (!statSync(folder).isDirectory() || !isWritable(folder))
    return {
      locked: false,
      findings: [bad(`数据目录：${path} 不能写；请把它的所有者改为运行问计的用户，或用 DATA_DIR 换一个目录。`)],
    };
  const { bavail, bsize } = statfsSync(folder);
  const locked = isLocked(path);
  const there = good(`数据目录：${path} 可写${folder === path ? '' : '（启动时建立）'}。`);
  return { locked, findings: [there, ...lockFinding(locked, service), spaceFinding(bavail * bsize)] };
};
