import { type Desk, type DeskOptions, openDesk, questionOf } from '../fakes/desk.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

export const LATER = { status: 'later', reason: 'server' } as const;

export const asked = async (text: string, options: DeskOptions = {}): Promise<Desk> => {
  const desk = await openDesk(options);
  await desk.take(questionOf(text));
  return desk;
};
