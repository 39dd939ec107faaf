// All that the page knows, and who wants to hear when it changes.
export const state = {
  me: sessionStorage.getItem('ragtime.person') ?? 'U0YOU00001',
  bot: '',
  team: '',
  app: {description: '', commands: [], shortcuts: [], prompts: []},
  people: new Map(),
  channels: new Map(),
  browsable: [],
  /** By channel: messages by timestamp. */
  messages: new Map(),
  /** Channels of which the latest messages are here. */
  loaded: new Set(),
  hasMore: new Map(),
  statuses: new Map(),
  prompts: new Map(),
  readUpTo: new Map(),
  views: [],
  home: null,
  place: {channel: '', tab: 'messages', thread: ''},
  /** The conversation that the next message to the bot goes on with; empty for a new one. */
  conversation: '',
  feedback: new Map(),
};

const listeners = new Map();

export function on(topic, listener) {
  if (!listeners.has(topic)) listeners.set(topic, []);
  listeners.get(topic).push(listener);
}

export function tell(topic, detail) {
  for (const listener of listeners.get(topic) ?? []) listener(detail);
}

export const person = (id) => state.people.get(id) ?? {id, name: id, realName: id, role: 'MEMBER'};

export const channel = (id) => state.channels.get(id);

export const dm = () => [...state.channels.values()].find((each) => each.kind === 'DM');

export const isDm = (id) => channel(id)?.kind === 'DM';

/** What a channel is called, in words. */
export const titleOf = (each) => (each.kind === 'DM' ? person(state.bot).realName : each.name);

export const messagesOf = (id) => {
  if (!state.messages.has(id)) state.messages.set(id, new Map());
  return state.messages.get(id);
};

const byTime = (a, b) => (a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0);

export const isReply = (message) => Boolean(message.thread_ts) && message.thread_ts !== message.ts;

export const roots = (id) => [...messagesOf(id).values()].filter((m) => !isReply(m)).sort(byTime);

export const replies = (id, root) =>
  [...messagesOf(id).values()].filter((m) => isReply(m) && m.thread_ts === root).sort(byTime);

export const statusKey = (id, thread) => `${id}/${thread}`;

/** The plain beginning of a message, for titles and announcements. */
export function gist(message, length = 90) {
  const text = (message.text || message.files?.[0]?.name || 'a message')
    .replace(/<@([A-Z0-9]+)>/g, (_, id) => `@${person(id).name}`)
    .replace(/<#[A-Z0-9]+\|([^>]*)>/g, '#$1')
    .replace(/<([^|>]+)\|([^>]+)>/g, '$2')
    .replace(/[*_`#>]/g, '')
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ').trim();
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
