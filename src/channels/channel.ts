import type { FastifyPluginAsync } from 'fastify';

interface ChannelName {
  /** As programs say it: `feishu`. */
  readonly name: string;
  /** As people say it: 飞书. */
  readonly title: string;
}

/** A channel that is configured. */
export interface OpenChannel extends ChannelName {
  readonly status: 'on';
  /** What a person does with it, for the start-up lines: the address to open, or to enter in the platform's console. */
  readonly address: string;
  /** Its routes; they get a Fastify scope of their own. */
  readonly mount?: FastifyPluginAsync;
  /** Opens its long connection, if it has one. Never rejects because of the network. */
  readonly start?: () => Promise<void>;
  /** Nothing more comes in; what is left to do outlives the process. */
  readonly stop?: () => Promise<void>;
  /** What an administrator has to see to, if anything: the connection is refused, the quota is used up. */
  readonly trouble?: () => string | undefined;
}

/** A channel that is not configured. */
export interface ClosedChannel extends ChannelName {
  readonly status: 'off';
  /** Why, and how to turn it on. */
  readonly reason: string;
}

/** A way by which questions come in and answers go out. Adding one is a folder here and a line in the server's list. */
export type Channel = OpenChannel | ClosedChannel;

/** What somebody has to see to, by the channel's name. */
export const channelTroubles = (
  open: readonly Pick<OpenChannel, 'name' | 'trouble'>[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    open.flatMap(({ name, trouble }) => {
      const said = trouble?.();
      return said === undefined ? [] : [[name, said]];
    }),
  );

/** The channels that take part. */
export const openChannels = (channels: readonly Channel[]): readonly OpenChannel[] =>
  channels.filter((channel) => channel.status === 'on');
