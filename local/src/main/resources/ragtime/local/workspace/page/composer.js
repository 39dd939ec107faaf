// Where one types: mentions, commands and files.
import {h, iconButton} from './dom.js';
import {state, channel, person, isDm} from './store.js';
import {act} from './api.js';
import {escapeText} from './message.js';
import {attachments} from './attachments.js';
import {suggestions} from './suggestions.js';
import {problem} from './dialogs.js';

/** Turns `@name` and `#channel` into what Slack makes of them. */
function marked(text) {
  const names = [...state.people.values()].sort((a, b) => b.name.length - a.name.length);
  let result = escapeText(text);
  for (const {id, name} of names) {
    result = result.replace(new RegExp(`(^|[\\s(])@${name.replace(/[^\w]/g, '\\$&')}\\b`, 'gi'), `$1<@${id}>`);
  }
  for (const each of state.channels.values()) {
    if (each.name) result = result.replace(new RegExp(`(^|[\\s(])#${each.name}(?![\\w-])`, 'g'), `$1<#${each.id}|${each.name}>`);
  }
  return result;
}

/** What was begun and not sent yet, by channel and thread. */
const drafts = new Map();

/**
 * A box to write in. `target` names the channel and the thread; `before` is run before sending and
 * may give another thread; `sent` is told of the message.
 */
export function composer({channel: id, thread = '', placeholder, inputId, before, sent, above}) {
  const draft = `${id}/${thread}`;
  const files = attachments(() => refresh());
  const input = h('textarea', {id: inputId, rows: 1, class: 'composer-input', placeholder, 'aria-label': placeholder, enterkeyhint: 'send', autocomplete: 'off', data: {role: 'composer-input'}});
  const send = iconButton('send', 'Send', () => submit(), {class: 'icon-button send', 'data-role': 'send'});
  const attach = iconButton('attach', 'Add a PDF', () => picker.click(), {'data-role': 'attach'});
  const picker = h('input', {type: 'file', accept: 'application/pdf,.pdf', multiple: true, hidden: true, data: {role: 'file-picker'}, on: {change: () => { files.add(picker.files); picker.value = ''; input.focus(); }}});
  const hint = h('div', {class: 'composer-hint', 'aria-hidden': 'true'});
  const box = h('div', {class: 'composer-box'}, files.element, h('div', {class: 'composer-row'}, attach, picker, input, send));
  const element = h('div', {class: 'composer', data: {role: thread ? 'thread-composer' : 'channel-composer'}}, above, box, hint);
  const suggest = suggestions(input, box);

  function refresh() {
    input.style.height = 'auto';
    if (input.scrollHeight) input.style.height = `${Math.min(input.scrollHeight, 220)}px`;
    drafts.set(draft, input.value);
    send.disabled = files.busy() || (!input.value.trim() && !files.ready().length);
    hint.replaceChildren(...hintFor(id, thread, input.value));
  }

  async function submit() {
    const text = input.value.trim();
    if (files.busy() || (!text && !files.ready().length)) return;
    const ids = files.ready();
    input.value = '';
    files.clear();
    refresh();
    try {
      if (text.startsWith('/') && !ids.length) await command(text);
      else {
        const root = before ? before() : thread;
        const {message} = await act('messages', {channel: id, text: marked(text), thread_ts: root || undefined, files: ids});
        sent?.(message);
      }
    } catch (error) {
      input.value ||= text;
      refresh();
      problem(error);
    }
  }

  async function command(text) {
    const [name, ...rest] = text.split(/\s+/);
    if (!state.app.commands.some((each) => each.name === name)) throw new Error(`there is no command ${name}`);
    await act('command', {channel: id, command: name, text: text.slice(name.length).trim() && rest.length ? text.slice(name.length).trim() : ''});
  }

  input.addEventListener('input', refresh);
  input.addEventListener('keydown', (event) => {
    if (suggest.handle(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); submit(); }
  });
  input.addEventListener('paste', (event) => {
    if (event.clipboardData?.files.length) { event.preventDefault(); files.add(event.clipboardData.files); }
  });
  for (const type of ['dragover', 'dragleave', 'drop']) {
    element.addEventListener(type, (event) => {
      event.preventDefault();
      box.classList.toggle('dropping', type === 'dragover');
      if (type === 'drop') { event.stopPropagation(); files.add(event.dataTransfer.files); }
    });
  }
  element.compose = ({text, send: now}) => {
    input.value = text;
    refresh();
    if (now) submit();
    else input.focus();
  };
  element.addFiles = (list) => files.add(list);
  input.value = drafts.get(draft) ?? '';
  element.focusInput = () => input.focus({preventScroll: true});
  refresh();
  return element;
}

function hintFor(id, thread, text) {
  const command = state.app.commands.find((each) => text.startsWith(`${each.name} `) || text === each.name);
  if (command) return [h('span', {}, `${command.description}  ${command.hint}`)];
  const bot = person(state.bot).name;
  const inside = channel(id)?.members.includes(state.bot);
  if (!text.trim() || isDm(id)) return [h('span', {class: 'keys'}, h('kbd', {}, 'Enter'), ' sends, ', h('kbd', {}, 'Shift'), ' ', h('kbd', {}, 'Enter'), ' starts a new line')];
  if (inside && !thread && !new RegExp(`@${bot}\\b`, 'i').test(text)) return [h('span', {}, 'Mention ', h('strong', {}, `@${bot}`), ' to ask your documents')];
  return [];
}
