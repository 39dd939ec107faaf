// The thread beside the channel; on a phone, in its place.
import {h, iconButton, reconcile} from './dom.js';
import {state, on, messagesOf, replies, statusKey, channel, titleOf} from './store.js';
import {messageElement, follows} from './message.js';
import {statusElement} from './status.js';
import {composer} from './composer.js';
import {go} from './place.js';

const panel = document.getElementById('thread');
let shown = '';
let list;
let scroll;
let atEnd = true;

export const closeThread = () => go({channel: state.place.channel});

function build(id, root) {
  list = h('div', {class: 'thread-list', role: 'log', 'aria-live': 'off', data: {role: 'thread-list'}});
  scroll = h('div', {class: 'thread-scroll'}, list);
  scroll.addEventListener('scroll', () => { atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 60; });
  new ResizeObserver(() => { if (atEnd) scroll.scrollTop = scroll.scrollHeight; }).observe(list);
  atEnd = true;
  panel.replaceChildren(
    h('header', {class: 'panel-header'}, h('div', {}, h('h2', {}, 'Thread'), h('small', {}, `${channel(id)?.kind === 'DM' ? '' : '#'}${titleOf(channel(id))}`)),
      iconButton('close', 'Close thread', closeThread, {'data-role': 'close-thread'})),
    scroll, composer({channel: id, thread: root, placeholder: 'Reply…'}));
}

function render() {
  const {channel: id, thread: root} = state.place;
  const message = messagesOf(id).get(root);
  if (!root || (state.loaded.has(id) && !message)) {
    panel.hidden = true;
    document.body.classList.remove('with-thread');
    shown = '';
    return;
  }
  if (!message) return;
  if (shown !== `${id}/${root}`) {
    build(id, root);
    shown = `${id}/${root}`;
    panel.hidden = false;
    document.body.classList.add('with-thread');
  }
  const answers = replies(id, root);
  const items = [{key: root, version: JSON.stringify([{...message, reply_count: 0, latest_reply: 0}]), make: () => messageElement(id, message, {inThread: true})}];
  if (answers.length) {
    const count = answers.length === 1 ? '1 reply' : `${answers.length} replies`;
    items.push({key: 'count', version: count, make: () => h('div', {class: 'day start'}, h('span', {}, count))});
  }
  answers.forEach((reply, i) => {
    const compact = follows(reply, answers[i - 1]);
    items.push({key: reply.ts, version: JSON.stringify([reply, compact]), make: () => messageElement(id, reply, {compact, inThread: true})});
  });
  const status = state.statuses.get(statusKey(id, root));
  if (status) items.push({key: 'status', version: JSON.stringify(status), make: () => statusElement(status)});
  reconcile(list, items);
  if (atEnd) scroll.scrollTop = scroll.scrollHeight;
}

on('place', render);
on('messages', (id) => { if (id === state.place.channel) render(); });
on('thread-gone', closeThread);
panel.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) closeThread();
});
