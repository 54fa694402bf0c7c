import type { Brief } from '../plans/brief.ts';
import type { LiveBot } from './live.ts';
import type { Origin } from './plan-folders.ts';

/** A plan that is in force. */
export interface LivePlan {
  readonly id: string;
  readonly title: string;
  readonly folder: string;
  readonly origin: Origin;
  readonly brief: Brief;
  readonly bot: LiveBot;
}

/** A folder that cannot be used, and why, in Chinese. */
export interface BrokenPlan {
  readonly folder: string;
  readonly reason: string;
}

export type TakenPlan =
  | { readonly status: 'taken'; readonly id: string }
  | { readonly status: 'refused'; readonly reason: string };
