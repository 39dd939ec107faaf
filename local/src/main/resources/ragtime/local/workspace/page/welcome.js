// What a place says while nothing has been said there: where one is, and how to begin.
import {h, icon} from './dom.js';
import {state, channel, isDm, person, tell} from './store.js';

const FALLBACK = [
  {title: 'What do you know?', message: 'Which documents do you have?'},
  {title: 'A rule', message: 'How many days of annual leave do we get?'},
  {title: 'A procedure', message: 'What should I do when something breaks at night?'},
];

const prompts = (id) => {
  const given = state.prompts.get(id)?.prompts ?? [];
  return (given.length ? given : state.app.prompts.length ? state.app.prompts : FALLBACK).slice(0, 4);
};

const fill = (text, send) => () => tell('compose', {text, send});

function chip(prompt, id) {
  const prefix = isDm(id) ? '' : `@${person(state.bot).name} `;
  return h('button', {type: 'button', class: 'prompt', data: {prompt: prompt.title}, on: {click: fill(prefix + prompt.message, true)}},
    h('span', {}, h('strong', {}, prompt.title), prompt.message === prompt.title ? null : h('small', {}, prompt.message)), icon('arrow', 18));
}

function ways() {
  const way = (name, title, text) => h('div', {class: 'way'}, icon(name, 22), h('div', {}, h('strong', {}, title), h('p', {}, text)));
  const ask = state.app.commands[0]?.name ?? '/ragtime';
  return h('div', {class: 'ways'},
    way('book', 'Ask in your own words', 'Every answer names the document and the page it came from, and opens it there.'),
    way('upload', 'Add a PDF', 'Drop one into any conversation. It is read at once and you are told what became of it.'),
    way('hash', 'Ask where your team talks', `Mention @${person(state.bot).name} in a channel, or type ${ask} for everything else it can do.`));
}

function greeting(id) {
  return h('section', {class: 'welcome', data: {role: 'welcome'}},
    h('img', {src: '/assets/icon.svg', alt: '', width: 56, height: 56}),
    h('h2', {}, 'Ask your documents'),
    h('p', {class: 'lead'}, state.app.description || 'ragtime answers questions from your PDFs.'),
    ways(), h('h3', {}, 'Try one of these'), h('div', {class: 'prompts'}, prompts(id).map((each) => chip(each, id))));
}

function fresh(id) {
  return h('section', {class: 'welcome short', data: {role: 'welcome'}}, h('h3', {}, 'What would you like to know?'),
    h('div', {class: 'prompts'}, prompts(id).map((each) => chip(each, id))));
}

function room(id) {
  const each = channel(id);
  const inside = each.members.includes(state.bot);
  return h('section', {class: 'welcome', data: {role: 'welcome'}},
    h('span', {class: 'welcome-icon'}, icon(each.kind === 'PRIVATE' ? 'lock' : 'hash', 30)),
    h('h2', {}, `#${each.name}`),
    h('p', {class: 'lead'}, each.kind === 'PRIVATE' ? 'A private channel: a PDF that is shared here answers questions here, and nowhere else.' : each.topic || 'Nothing has been said here yet.'),
    inside
      ? h('div', {class: 'prompts'}, prompts(id).slice(0, 3).map((prompt) => chip(prompt, id)))
      : h('p', {}, `${person(state.bot).realName} is not in this channel yet. `, h('button', {type: 'button', class: 'button primary', on: {click: () => tell('invite-bot')}}, `Add ${person(state.bot).realName}`)));
}

export const welcome = (id, first) => ({
  key: 'welcome',
  version: JSON.stringify([id, first, state.prompts.get(id), channel(id).members]),
  make: () => (isDm(id) ? (first ? greeting(id) : fresh(id)) : room(id)),
});
