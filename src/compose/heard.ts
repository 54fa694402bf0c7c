import type { Token } from '../values.ts';
import { inThePlan, withAsShown, withShownActions, withSibling } from './as-shown.ts';
import type { ComposeContent } from './content.ts';
import { withCorrectedNumber } from './corrected-number.ts';
import { wentBack } from './going-back.ts';
import { withoutIdentity } from './identity.ts';
import { inContext } from './in-context.ts';
import { withTurns } from './in-turn.ts';
import { withOwnWords } from './own-words.ts';
import type { Parts } from './parts.ts';
import { withPlanNamed } from './plan-named.ts';
import { type Pointed, statedUnit, withMe, withoutIntroduction, withPlaced, withThem } from './pointing.ts';
import {
  withCounted,
  withItsAction,
  withMissing,
  withNumbered,
  withPlaces,
  withPrinted,
  withShortYear,
  withStanding,
  withUnnamed,
} from './refine.ts';
import { withRelative } from './relative.ts';
import { scan } from './scan.ts';
import type { State } from './state.ts';
import { withTopicFigure } from './topic-figure.ts';

/** What a text says after what was before. */
export interface Heard {
  readonly tokens: readonly Token[];
  readonly parts: Parts;
  /** 它, where several units were named before. */
  readonly several: Pointed['several'];
  /** What was before, as the text goes back to it. */
  readonly state: State;
  /** The same, with the unit that the asker is from. */
  readonly now: State;
}

/** Tokens → what they say, behind what was said before. */
export const heardAfter = (given: readonly Token[], last: State, content: ComposeContent): Heard => {
  const back = wentBack(withoutIdentity(given), last);
  const { tokens: own, state } = withTurns(back.tokens, back.state, content);
  const typed = withTopicFigure(withOwnWords(withPlanNamed(own, content), content), state, content);
  const { tokens, several } = withThem(
    withPlaced(inContext(withoutIntroduction(typed), state, content), state, content),
    state,
    content,
  );
  const me = statedUnit(typed) ?? state.me;
  const said = withPrinted(
    withUnnamed(
      withMissing(
        withPlaces(
          withRelative(withCounted(withStanding(scan(withMe(tokens, me))), content), state, content),
          state,
          content,
        ),
        content,
      ),
      content,
    ),
    state,
    content,
  );
  const now: State = { ...state, me };
  const placed = withItsAction(withShortYear(said, now, content), now, content);
  const corrected = withNumbered(inThePlan(withCorrectedNumber(placed, now, content), now), now);
  const shown = withShownActions(withAsShown(withSibling(corrected, now, content), now), now);
  const parts = withMissing(shown, content);
  return { tokens, parts, several, state, now };
};
