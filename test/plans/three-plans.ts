import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PLAN_FOLDER } from '../helper.ts';
import { writeSecondPlan } from './second-plan.ts';

const OWN = fileURLToPath(new URL('./folders/', import.meta.url));

/** The first plan; another of its shape; a county's, in a paragraph a task. */
export const FIRST = basename(PLAN_FOLDER);
export const PORT = 'haizhou-port-logistics-2020-2022';
export const CARE = 'pinghu-elderly-care-2024-2026';

/** The folder of a plan that the tests made. */
export const ownFolder = (id: string): string => join(OWN, id);

/** The first plan with the program, two that were brought, and one that is broken. */
export const threePlans = () => {
  const data = mkdtempSync(join(tmpdir(), 'three-plans-'));
  const [corpusDir, broughtDir] = [join(data, 'corpus'), join(data, 'plans')];
  cpSync(PLAN_FOLDER, join(corpusDir, FIRST), { recursive: true });
  mkdirSync(broughtDir);
  writeSecondPlan(join(broughtDir, PORT));
  cpSync(ownFolder(CARE), join(broughtDir, CARE), { recursive: true });
  return { data, corpusDir, broughtDir, overlays: join(data, 'overlay') };
};
