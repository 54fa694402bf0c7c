/** A message as it leaves, whichever way it takes. */
export type Outgoing =
  | { readonly kind: 'text'; readonly content: string }
  | { readonly kind: 'markdown'; readonly content: string }
  | { readonly kind: 'card'; readonly card: object };

interface Markdown {
  readonly msgtype: 'markdown';
  readonly markdown: { readonly content: string };
}

interface Text {
  readonly msgtype: 'text';
  readonly text: { readonly content: string };
}

interface Card {
  readonly msgtype: 'template_card';
  readonly template_card: object;
}

const text = (content: string): Text => ({ msgtype: 'text', text: { content } });
const markdown = (content: string): Markdown => ({ msgtype: 'markdown', markdown: { content } });
const card = (template_card: object): Card => ({ msgtype: 'template_card', template_card });

/** As a self-built app sends it. Page 发送应用消息. */
export const appBody = (message: Outgoing): Text | Markdown | Card => {
  switch (message.kind) {
    case 'text':
      return text(message.content);
    case 'markdown':
      return markdown(message.content);
    case 'card':
      return card(message.card);
  }
};

/** As the AI bot sends it on its own or to a response_url: these take no plain text (40008). Page 主动回复消息. */
export const botBody = (message: Outgoing): Markdown | Card => {
  switch (message.kind) {
    case 'text':
    case 'markdown':
      return markdown(message.content);
    case 'card':
      return card(message.card);
  }
};

/** As the AI bot greets: a welcome takes no Markdown. Page 接收事件. */
export const welcomeBody = (message: Outgoing): Text | Card => {
  switch (message.kind) {
    case 'text':
    case 'markdown':
      return text(message.content);
    case 'card':
      return card(message.card);
  }
};
