// "ragtime is reading…": what the bot says it is doing.
import {h, icon} from './dom.js';
import {state, person} from './store.js';
import {act} from './api.js';
import {problem} from './dialogs.js';

/** The line for a status; its loading messages take turns. */
export function statusElement(status) {
  const name = person(state.bot).realName;
  const text = h('span', {data: {role: 'status-text'}}, `${name} ${status.status}`);
  const messages = status.loading_messages;
  const line = h('div', {class: 'status', data: {role: 'status', thread: status.thread_ts}},
    h('span', {class: 'dots', 'aria-hidden': 'true'}, h('i'), h('i'), h('i')), text,
    h('button', {type: 'button', class: 'text-button', title: 'Stop', on: {click: () => act('stop', {channel: status.channel, thread_ts: status.thread_ts}).catch(problem)}}, icon('stop', 14), 'Stop'));
  if (messages.length) {
    let turn = 0;
    const next = () => {
      if (turn && !line.isConnected) return clearInterval(timer);
      text.textContent = messages[turn++ % messages.length];
    };
    const timer = setInterval(next, 2200);
    next();
  }
  return line;
}
