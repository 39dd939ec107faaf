// Where one is: a channel, a thread in it, or the bot's Home tab. It is in the address, so that
// Back works and a place can be linked to.
import {state, tell, dm, channel} from './store.js';
import {act} from './api.js';
import {loadMessages, markRead} from './updates.js';

export function addressOf({channel: id, thread = '', tab = 'messages'}) {
  return `#/${id}${tab === 'home' ? '/home' : ''}${thread ? `/${thread}` : ''}`;
}

export function go(place, replace = false) {
  const address = addressOf(place);
  if (location.hash === address) return arrive();
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  return arrive();
}

const phone = matchMedia('(max-width: 760px)');
export const isPhone = () => phone.matches;

/** Reads the address and shows what it names; the bot's messages, if it names nothing. */
export async function arrive() {
  const [id, ...rest] = location.hash.replace(/^#\/?/, '').split('/');
  const before = state.place;
  const home = rest[0] === 'home';
  const place = channel(id)
    ? {channel: id, tab: home ? 'home' : 'messages', thread: home ? '' : (rest[0] ?? '')}
    : {channel: dm()?.id ?? [...state.channels.keys()][0], tab: 'messages', thread: ''};
  state.place = place;
  const moved = before.channel !== place.channel || before.tab !== place.tab;
  if (moved) {
    state.conversation = null;
    if (channel(place.channel)?.kind === 'DM') act('open-app', {tab: place.tab}).catch(() => {});
  }
  tell('place', {moved});
  if (!state.loaded.has(place.channel)) await loadMessages(place.channel);
  else if (moved) tell('messages', place.channel);
  if (place.tab === 'messages') markRead(place.channel);
}

addEventListener('popstate', arrive);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && state.place.channel) markRead(state.place.channel);
});
