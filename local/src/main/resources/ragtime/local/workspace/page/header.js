// The top of a place: its name, its members or tabs.
import {h, icon, iconButton} from './dom.js';
import {state, on, tell, channel, titleOf, person} from './store.js';
import {act} from './api.js';
import {avatar} from './avatar.js';
import {openMenu} from './menu.js';
import {drawer} from './sidebar.js';
import {go} from './place.js';
import {problem} from './dialogs.js';

const header = document.getElementById('header');

const invite = (user) => act('invite', {channel: state.place.channel, user}).catch(problem);

function members(each) {
  const outside = [...state.people.values()].filter((one) => !each.members.includes(one.id));
  const names = each.members.map((id) => person(id).realName).join(', ');
  const button = h('button', {type: 'button', class: 'members', title: names, 'aria-label': `${each.members.length} members: ${names}`, 'aria-haspopup': 'menu', data: {role: 'members'}, on: {click: () =>
    openMenu(button, [
      ...outside.map((one) => ({label: `Add ${one.realName}`, icon: 'plus', run: () => invite(one.id)})),
      ...each.members.map((id) => ({label: person(id).realName, icon: 'check', hint: id === state.me ? 'you' : 'member', run: () => {}})),
    ], 'Members')}}, h('span', {class: 'faces'}, each.members.slice(0, 4).map((id) => avatar(id, 'tiny'))), h('span', {}, String(each.members.length)));
  return button;
}

function tabs(each) {
  const tab = (name, label) => {
    const here = state.place.tab === name;
    return h('button', {type: 'button', role: 'tab', 'aria-selected': String(here), data: {tab: name}, on: {click: () => go({channel: each.id, tab: name}).catch(problem)}}, label);
  };
  return h('div', {class: 'tabs', role: 'tablist', 'aria-label': titleOf(each)}, tab('messages', 'Messages'), tab('home', 'Home'));
}

function render() {
  const each = channel(state.place.channel);
  if (!each) return;
  const bot = each.kind === 'DM';
  document.title = `${bot ? '' : '#'}${titleOf(each)} · ${state.team}`;
  header.replaceChildren(
    iconButton('menu', 'Channels', () => drawer(true), {class: 'icon-button only-phone', 'data-role': 'open-sidebar'}),
    h('div', {class: 'heading'}, bot ? avatar(state.bot, 'small') : icon(each.kind === 'PRIVATE' ? 'lock' : 'hash', 20),
      h('h1', {}, titleOf(each)), each.topic ? h('span', {class: 'topic'}, each.topic) : null),
    bot ? tabs(each) : members(each),
    ...(bot && state.place.tab === 'messages' ? [h('button', {type: 'button', class: 'button new-conversation', title: 'New conversation', data: {role: 'new-conversation'}, on: {click: () => tell('new-conversation')}}, icon('plus', 16), h('span', {}, 'New conversation'))] : []));
}

on('place', render);
on('overview', render);
on('invite-bot', () => invite(state.bot));
