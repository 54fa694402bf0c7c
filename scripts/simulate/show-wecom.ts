import { z } from 'zod';
import { boxed, markOf } from './show.ts';

const content = z.object({ content: z.string() });

const buttonCard = z.object({
  main_title: z.object({ title: z.string(), desc: z.string() }),
  button_list: z.array(z.object({ text: z.string() })),
});

/** What the bot sends: an app's message, or the reply that the AI bot's platform fetches. */
const schema = z.discriminatedUnion('msgtype', [
  z.object({ msgtype: z.literal('text'), text: content }),
  z.object({ msgtype: z.literal('stream'), stream: content }),
  z.object({ msgtype: z.literal('template_card'), template_card: buttonCard }),
]);

const BOLD = /^\*\*(.*)\*\*$/;
const QUOTE = /^> /;

/** Markdown as it reads in the chat: the bot writes no more of it than these two. */
const readable = (line: string): string => line.replace(BOLD, '$1').replace(QUOTE, '┃ ');

/** A message as it looks on a phone. */
export const showWecom = (message: object): readonly string[] => {
  const shown = schema.parse(message);
  switch (shown.msgtype) {
    case 'text':
      return boxed(undefined, shown.text.content.split('\n'));
    case 'stream':
      return boxed(undefined, shown.stream.content.split('\n').map(readable));
    case 'template_card': {
      const { main_title, button_list } = shown.template_card;
      const buttons = button_list.map(({ text }, at) => `${markOf(at)}[${text}]`);
      return boxed(main_title.title, [main_title.desc, ...buttons]);
    }
  }
};
