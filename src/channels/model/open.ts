import { fileURLToPath } from 'node:url';
import { yearOf } from '../../china-time.ts';
import type { ModelConfig } from '../../config/model.ts';
import { createModelClient } from '../../model/client.ts';
import { readExamples } from '../../model/examples.ts';
import type { LivePlans } from '../../overlay/live-plans.ts';
import type { Store } from '../../store/store.ts';
import type { Ask } from '../../types.ts';
import type { Metrics } from '../api/metrics.ts';
import type { Log } from '../log.ts';
import { createModelReader, type ModelReader } from './reader.ts';

/** A language model that chooses what questions mean, as the service uses it. */
export interface OpenModel {
  readonly reader: ModelReader;
  /** The way of asking, with all that the model made of a question. */
  readonly knowing: (ask: Ask) => Ask;
  /** What an administrator has to see to. */
  readonly troubles: () => Readonly<Record<string, string>>;
}

export interface OpenModelParts {
  readonly config: ModelConfig;
  readonly plans: LivePlans;
  readonly store: Pick<Store, 'modelReplies'>;
  readonly metrics: Pick<Metrics, 'model'>;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const LANG = fileURLToPath(new URL('../../../corpus/lang/', import.meta.url));

/** Opens the model of the settings. */
export const openModel = ({ config, plans, store, metrics, log, now }: OpenModelParts): OpenModel => {
  const client = createModelClient({ config, now });
  const { known, read } = createModelReader({
    ...{ config, client, plans, kept: store.modelReplies, examples: readExamples(LANG), ended: metrics.model, log },
  });
  return {
    reader: { known, read: (question, work) => read({ year: yearOf(now()), ...question }, work) },
    knowing: (ask) => (question) => ask(known(question)),
    troubles: () => {
      const trouble = client.trouble();
      return trouble === undefined ? {} : { model: `语言模型${trouble}；现在按规则回答。` };
    },
  };
};
