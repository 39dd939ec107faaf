// What could be meant by what is being typed: people, channels, commands.
import {h, icon} from './dom.js';
import {state} from './store.js';
import {avatar} from './avatar.js';

function people(word) {
  const start = word.toLowerCase();
  return [...state.people.values()]
    .filter((each) => each.id !== state.me && (each.name.startsWith(start) || each.realName.toLowerCase().startsWith(start)))
    .sort((a, b) => (b.role === 'BOT') - (a.role === 'BOT'))
    .map((each) => ({insert: `@${each.name} `, face: avatar(each.id, 'tiny'), title: each.realName, detail: each.role === 'BOT' ? 'asks your documents' : `@${each.name}`}));
}

const channels = (word) =>
  [...state.channels.values()].filter((each) => each.name?.startsWith(word.toLowerCase()) && each.name)
    .map((each) => ({insert: `#${each.name} `, face: icon(each.kind === 'PRIVATE' ? 'lock' : 'hash', 16), title: each.name, detail: each.topic}));

const commands = (word) =>
  state.app.commands.filter((each) => each.name.startsWith(`/${word}`))
    .map((each) => ({insert: `${each.name} `, face: icon('spark', 16), title: `${each.name} ${each.hint}`, detail: each.description}));

/** What could be meant; nothing for what is complete already, so that Enter sends it. */
function find(text) {
  const slash = text.match(/^\/(\S*)$/);
  if (slash) return open(slash[0], commands(slash[1]));
  const at = text.match(/(?:^|[\s(])([@#])([\p{L}\d_-]*)$/u);
  if (!at) return open('', []);
  return open(at[1] + at[2], at[1] === '@' ? people(at[2]) : channels(at[2]));
}

const open = (word, items) => ({items: items.length === 1 && items[0].insert.trim() === word ? [] : items, length: word.length});

let serial = 0;

/** Watches a text field; `handle(event)` says whether a key was meant for the list. */
export function suggestions(input, box) {
  const id = `suggestions-${++serial}`;
  const list = h('div', {class: 'suggestions', role: 'listbox', id, 'aria-label': 'Suggestions', hidden: true, data: {role: 'suggestions'}});
  let items = [];
  let length = 0;
  let at = 0;
  box.append(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-controls', id);
  input.setAttribute('aria-autocomplete', 'list');

  function show(found) {
    ({items, length} = found);
    at = 0;
    list.hidden = !items.length;
    input.setAttribute('aria-expanded', String(items.length > 0));
    list.replaceChildren(...items.slice(0, 8).map((item, i) =>
      h('div', {role: 'option', id: `${id}-${i}`, data: {suggestion: item.insert.trim()}, on: {pointerdown: (event) => { event.preventDefault(); take(i); }}},
        item.face, h('strong', {}, item.title), h('small', {}, item.detail))));
    mark();
  }

  function mark() {
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    if (items.length) input.setAttribute('aria-activedescendant', `${id}-${at}`);
    else input.removeAttribute('aria-activedescendant');
  }

  function take(i) {
    const end = input.selectionStart;
    input.setRangeText(items[i].insert, end - length, end, 'end');
    show({items: [], length: 0});
    input.dispatchEvent(new Event('input'));
  }

  const look = () => show(find(input.value.slice(0, input.selectionStart)));
  input.addEventListener('input', look);
  input.addEventListener('blur', () => show({items: [], length: 0}));

  return {
    handle(event) {
      if (list.hidden) return false;
      const count = list.children.length;
      if (event.key === 'ArrowDown') at = (at + 1) % count;
      else if (event.key === 'ArrowUp') at = (at - 1 + count) % count;
      else if (event.key === 'Enter' || event.key === 'Tab') take(at);
      else if (event.key === 'Escape') { show({items: [], length: 0}); event.stopPropagation(); }
      else return false;
      event.preventDefault();
      mark();
      return true;
    },
  };
}
