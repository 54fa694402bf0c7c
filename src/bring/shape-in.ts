import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PlanShape, shapeSchema } from '../plan/schema.ts';

/** Returns the shape in a folder; undefined where there is none that can be read. */
export const shapeIn = (folder: string): PlanShape | undefined => {
  try {
    return shapeSchema.parse(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')));
  } catch {
    return undefined;
  }
};
