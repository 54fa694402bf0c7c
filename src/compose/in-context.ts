import type { Token } from '../values.ts';
import { withOtherCase } from './case-before.ts';
import type { ComposeContent } from './content.ts';
import { withConditioned } from './narrowing-words.ts';
import { withRenumbered, withSaidAlso, withShownNumber } from './renumbered.ts';
import { withSort } from './same-topic.ts';
import { withSections } from './sections.ts';
import { withShownThat } from './shown-that.ts';
import type { State } from './state.ts';
import { withTwoYears } from './two-years.ts';

/** The question with what names things only after what was said before: short names, numbers, conditions on a list. */
export const inContext = (tokens: readonly Token[], state: State, content: ComposeContent): readonly Token[] =>
  [
    withOtherCase,
    withSections,
    withShownThat,
    withConditioned,
    withSaidAlso,
    withRenumbered,
    withShownNumber,
    withTwoYears,
    withSort,
  ].reduce((said, read) => read(said, state, content), tokens);
