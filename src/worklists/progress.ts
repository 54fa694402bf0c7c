/** The words by which a unit says how far a task is. */
export const PROGRESS = ['未启动', '推进中', '已完成', '滞后'] as const;

export type Progress = (typeof PROGRESS)[number];

/** It is behind time. */
export const LATE: Progress = '滞后';

/** Returns the word of progress that a text is; undefined for any other text. */
export const progressIn = (text: string): Progress | undefined => PROGRESS.find((word) => word === text.trim());
