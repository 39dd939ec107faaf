// What the workspace tells: loads it, and keeps it up to date as it changes.
import {get, act} from './api.js';
import {state, tell, messagesOf, statusKey, person, gist, isReply} from './store.js';

let source;

export async function loadOverview() {
  const overview = await get('overview');
  state.bot = overview.bot;
  state.team = overview.team;
  state.app = overview.app;
  state.people = new Map(overview.people.map((each) => [each.id, each]));
  state.channels = new Map(overview.channels.map((each) => [each.id, each]));
  state.browsable = overview.browsable;
  state.views = overview.views;
  tell('overview');
  tell('views');
}

export async function loadMessages(id, before) {
  const page = await get(`channels/${id}/messages`, before ? {before} : {});
  const messages = messagesOf(id);
  if (!before) messages.clear();
  for (const message of page.messages) messages.set(message.ts, message);
  state.hasMore.set(id, page.hasMore);
  for (const status of page.statuses) setStatus(status);
  if (page.prompts) state.prompts.set(id, page.prompts);
  if (!before) state.readUpTo.set(id, page.readUpTo);
  state.loaded.add(id);
  tell('messages', id);
}

function setStatus(status) {
  const key = statusKey(status.channel, status.thread_ts);
  if (status.status) state.statuses.set(key, status);
  else state.statuses.delete(key);
}

/** Marks a channel as read up to its newest message. */
export function markRead(id) {
  const newest = [...messagesOf(id).keys()].sort().at(-1);
  const channel = state.channels.get(id);
  if (!newest || !channel || document.hidden) return;
  channel.unread = 0;
  tell('channels');
  act('read', {channel: id, ts: newest}).catch(() => {});
}

const handlers = {
  message({channel: id, message}) {
    const known = messagesOf(id).has(message.ts);
    messagesOf(id).set(message.ts, message);
    const mine = message.user === state.me;
    const channel = state.channels.get(id);
    if (!known && !mine && channel) {
      if (id === state.place.channel && !document.hidden) act('read', {channel: id, ts: message.ts}).catch(() => {});
      else channel.unread += 1;
      tell('channels');
    }
    if (!mine && id === state.place.channel && !message.streaming_state && (!known || !message.edited) && !isRepeat(message)) {
      tell('announce', `${person(message.user).realName}${isReply(message) ? ' in a thread' : ''}: ${gist(message, 200)}`);
    }
    tell('messages', id);
  },
  gone({channel: id, ts}) {
    messagesOf(id).delete(ts);
    tell('messages', id);
    if (state.place.thread === ts && state.place.channel === id) tell('thread-gone');
  },
  status(status) {
    setStatus(status);
    if (status.status) tell('announce', `${person(state.bot).realName} ${status.status}`);
    tell('messages', status.channel);
  },
  prompts(prompts) {
    state.prompts.set(prompts.channel, prompts);
    tell('messages', prompts.channel);
  },
  title({channel: id}) {
    tell('messages', id);
  },
  views({views}) {
    state.views = views;
    tell('views');
  },
  home({view}) {
    state.home = view;
    tell('home');
  },
  channels() {
    loadOverview().catch(() => {});
  },
};

const announced = new Set();

/** Has this version of a message been read out already, say because a reply came to it? */
function isRepeat(message) {
  const version = `${message.ts}/${message.text.length}`;
  if (announced.has(version)) return true;
  announced.add(version);
  return false;
}

/** Listens from now on; after a break everything is read anew. */
export function connect() {
  source?.close();
  source = new EventSource(`/page/updates?${new URLSearchParams({person: state.me})}`);
  let broken = false;
  source.addEventListener('error', () => {
    broken = true;
    tell('offline', true);
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 2000);
  });
  source.addEventListener('hello', async () => {
    tell('offline', false);
    if (broken) {
      broken = false;
      state.loaded.clear();
      await loadOverview();
      if (state.place.channel) await loadMessages(state.place.channel);
    }
  });
  for (const [kind, handle] of Object.entries(handlers)) {
    source.addEventListener(kind, (event) => handle(JSON.parse(event.data)));
  }
}
