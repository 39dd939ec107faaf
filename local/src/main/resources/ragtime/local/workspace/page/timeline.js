// The messages of a channel, oldest at the top; with the bot, whole conversations.
import {h, icon, reconcile} from './dom.js';
import {state, on, roots, replies, statusKey, isDm, channel, messagesOf} from './store.js';
import {messageElement, follows} from './message.js';
import {statusElement} from './status.js';
import {welcome} from './welcome.js';
import {loadMessages} from './updates.js';
import {dayOf, dayKey} from './time.js';
import {problem} from './dialogs.js';

const scroller = document.getElementById('scroller');
const timeline = document.getElementById('timeline');
const STALE_SECONDS = 8 * 3600;
let atEnd = true;
let unreadFrom = {channel: '', ts: ''};

scroller.addEventListener('scroll', () => {
  atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60;
});

/** The conversation that a message to the bot would go on with. */
export function currentConversation() {
  const {channel: id} = state.place;
  if (state.conversation === '') return '';
  if (state.conversation && messagesOf(id).has(state.conversation)) return state.conversation;
  const last = roots(id).findLast((each) => !each.bot_id && !each.is_ephemeral);
  const newest = last && (replies(id, last.ts).at(-1) ?? last);
  return newest && Date.now() / 1000 - Number(newest.ts) < STALE_SECONDS ? last.ts : '';
}

const version = (message, ...rest) => JSON.stringify([message, rest, state.app.shortcuts.length]);

function item(id, message, before, options = {}) {
  const compact = follows(message, before);
  return {key: message.ts, version: version(message, compact, state.me), make: () => messageElement(id, message, {compact, ...options})};
}

function statusItem(id, root) {
  const status = state.statuses.get(statusKey(id, root));
  return status ? [{key: `status-${root}`, version: JSON.stringify(status), make: () => statusElement(status)}] : [];
}

function divider(key, text, className = 'day') {
  return {key, version: text, make: () => h('div', {class: className, role: 'separator', 'aria-label': text}, h('span', {}, text))};
}

function channelItems(id) {
  const items = [];
  let before;
  let day;
  for (const message of roots(id)) {
    if (day !== dayKey(message.ts)) {
      day = dayKey(message.ts);
      items.push(divider(`day-${day}`, dayOf(message.ts)));
      before = undefined;
    }
    if (unreadFrom.channel === id && unreadFrom.ts === message.ts) { items.push(divider('new', 'New', 'day new')); before = undefined; }
    items.push(item(id, message, before), ...statusItem(id, message.ts));
    before = message.reply_count ? undefined : message;
  }
  return items;
}

function dmItems(id) {
  const items = [];
  const all = roots(id);
  all.forEach((root, i) => {
    if (i === 0 || dayKey(all[i - 1].ts) !== dayKey(root.ts)) items.push(divider(`day-${dayKey(root.ts)}`, dayOf(root.ts)));
    else if (!root.is_ephemeral) items.push(divider(`start-${root.ts}`, 'New conversation', 'day start'));
    items.push(item(id, root, undefined, {inThread: true}));
    for (const reply of replies(id, root.ts)) items.push(item(id, reply, undefined, {inThread: true}));
    items.push(...statusItem(id, root.ts));
  });
  if (state.conversation === '' && all.length) items.push(divider('fresh', 'New conversation', 'day start'));
  return items;
}

function render() {
  const id = state.place.channel;
  if (!channel(id) || state.place.tab !== 'messages') return;
  if (!state.loaded.has(id)) return;
  const items = isDm(id) ? dmItems(id) : channelItems(id);
  const silent = !roots(id).some((each) => each.subtype !== 'channel_join');
  if (silent) items.unshift(welcome(id, true));
  else if (isDm(id) && state.conversation === '') items.push(welcome(id, false));
  if (state.hasMore.get(id)) items.unshift(earlier(id));
  reconcile(timeline, items);
  timeline.classList.toggle('empty', silent);
  keepPlace();
}

/** Stays at the end for who is there; a greeting is read from its beginning. */
function keepPlace() {
  if (timeline.classList.contains('empty')) scroller.scrollTop = 0;
  else if (atEnd) scroller.scrollTop = scroller.scrollHeight;
}

function earlier(id) {
  return {key: 'earlier', version: roots(id)[0]?.ts ?? '', make: () =>
    h('div', {class: 'earlier'}, h('button', {type: 'button', class: 'button', on: {click: () => {
      const height = scroller.scrollHeight;
      loadMessages(id, roots(id)[0].ts).then(() => { scroller.scrollTop += scroller.scrollHeight - height; }, problem);
    }}}, icon('up', 16), 'Earlier messages'))};
}

export function scrollToEnd() {
  atEnd = true;
  scroller.scrollTop = scroller.scrollHeight;
}

on('messages', (id) => {
  if (id !== state.place.channel) return;
  if (unreadFrom.channel !== id) {
    const mark = state.readUpTo.get(id) ?? '0';
    const first = mark === '0' ? undefined : roots(id).find((each) => each.ts > mark && each.user !== state.me);
    unreadFrom = {channel: id, ts: first?.ts ?? ''};
  }
  render();
});
on('place', ({moved}) => {
  document.getElementById('main').dataset.tab = state.place.tab;
  if (!moved) return;
  unreadFrom = {channel: '', ts: ''};
  state.readUpTo.delete(state.place.channel);
  timeline.replaceChildren();
  atEnd = true;
  if (state.loaded.has(state.place.channel)) render();
});
on('overview', render);
on('conversation', () => { render(); scrollToEnd(); });
new ResizeObserver(keepPlace).observe(timeline);
new ResizeObserver(keepPlace).observe(scroller);

/** Up and down go from message to message. */
timeline.addEventListener('keydown', (event) => {
  if (!event.target.matches('[data-message]')) return;
  const all = [...timeline.querySelectorAll('[data-message]')];
  const to = all[all.indexOf(event.target) + ({ArrowUp: -1, ArrowDown: 1}[event.key] ?? NaN)];
  if (to) { event.preventDefault(); to.focus(); }
});
scroller.addEventListener('click', (event) => {
  if (!event.target.closest('a,button,input,select,textarea')) event.target.closest('[data-message]')?.focus({preventScroll: true});
});
