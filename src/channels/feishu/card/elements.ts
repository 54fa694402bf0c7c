import type { Click } from '../../work.ts';
import { type ClickValue, clickValue } from './click.ts';
import { clipTo } from './fit.ts';
import { oneLine } from './markdown.ts';

/** The elements of a card that the bot uses; every property is one that page 卡片 JSON 2.0 结构 knows. */
export type CardElement = Markdown | Button | ColumnSet | Panel | ChartElement | Table;

export interface PlainText {
  readonly tag: 'plain_text';
  readonly content: string;
}

export interface Markdown {
  readonly tag: 'markdown';
  readonly content: string;
  readonly text_size?: 'normal' | 'notation';
}

export interface Button {
  readonly tag: 'button';
  readonly text: PlainText;
  readonly type: 'default' | 'primary' | 'text';
  readonly size: 'small' | 'medium';
  readonly width: 'default' | 'fill';
  readonly behaviors: readonly [{ readonly type: 'callback'; readonly value: ClickValue }];
}

export interface ColumnSet {
  readonly tag: 'column_set';
  readonly flex_mode: 'flow';
  readonly columns: readonly {
    readonly tag: 'column';
    readonly width: 'auto';
    readonly vertical_align: 'center';
    readonly elements: readonly (Markdown | Button)[];
  }[];
}

export interface Panel {
  readonly tag: 'collapsible_panel';
  readonly expanded: boolean;
  readonly header: {
    readonly title: Markdown;
    readonly icon: { readonly tag: 'standard_icon'; readonly token: string; readonly size: string };
    readonly icon_position: 'follow_text';
    readonly icon_expanded_angle: number;
  };
  readonly border: { readonly color: 'grey'; readonly corner_radius: string };
  readonly elements: readonly Markdown[];
}

export interface ChartElement {
  readonly tag: 'chart';
  readonly aspect_ratio: '16:9';
  readonly color_theme: 'brand';
  readonly chart_spec: object;
}

export interface Table {
  readonly tag: 'table';
  readonly page_size: number;
  readonly row_height: 'low';
  readonly columns: readonly { readonly name: string; readonly display_name: string; readonly data_type: 'text' }[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** Bytes of the words on a button: two lines of a phone. */
const BUTTON_BYTES = 160;

/** `content` is Markdown: escape whatever the bot did not write itself. */
export const markdown = (content: string, size: 'normal' | 'notation' = 'normal'): Markdown => ({
  tag: 'markdown',
  content,
  text_size: size,
});

/** A button for one of the asker's next steps, as wide as the card. */
export const wideButton = (label: string, click: Click): Button => ({
  tag: 'button',
  text: { tag: 'plain_text', content: clipTo(oneLine(label), BUTTON_BYTES) },
  type: 'default',
  size: 'medium',
  width: 'fill',
  behaviors: [{ type: 'callback', value: clickValue(click) }],
});

/** A button that stands beside others. */
export const smallButton = (label: string, click: Click): Button => ({
  ...wideButton(label, click),
  size: 'small',
  width: 'default',
});

/** Elements side by side; what has no room goes to the next row: else a phone presses all of them into one. */
export const row = (elements: readonly (Markdown | Button)[]): ColumnSet => ({
  tag: 'column_set',
  flex_mode: 'flow',
  columns: elements.map((element) => ({
    tag: 'column',
    width: 'auto',
    vertical_align: 'center',
    elements: [element],
  })),
});

/** Elements that unfold under a title; the title is Markdown. */
export const panel = (title: string, elements: readonly Markdown[], expanded: boolean): Panel => ({
  tag: 'collapsible_panel',
  expanded,
  header: {
    title: markdown(title),
    icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
    icon_position: 'follow_text',
    icon_expanded_angle: -180,
  },
  border: { color: 'grey', corner_radius: '5px' },
  elements,
});
