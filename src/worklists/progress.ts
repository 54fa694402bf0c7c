/** The words by which a unit says how far a task is. */
export const PROGRESS = ['未启动', '推进中', '已完成', '滞后'] as const;

export type Progress = (typeof PROGRESS)[number];

/** Returns the word of progress that a text is; undefined for any other text. */
export const progressIn = (text: string): Progress | undefined => PROGRESS.find((word) => word === text.trim());
