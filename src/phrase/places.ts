import { counted, type Desk, type Draft } from '../answer/draft.ts';
import type { Places } from '../values.ts';

/** 第2, 第1到第3: places in an order. */
export const placesText = ([from, to]: Places, { say }: Desk): string =>
  from === to ? say('placeOne', { from }) : say('placeRange', { from, to });

/** The numbers of places that were asked for: the question said them. */
export const placesComputed = (places: Places | undefined): NonNullable<Draft['computed']> =>
  places ? [...new Set(places)].map((place) => counted(place, '问题所说的名次', [])) : [];
