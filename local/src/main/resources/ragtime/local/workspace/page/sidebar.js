// The list of places, and who one is.
import {h, icon, iconButton} from './dom.js';
import {state, on, tell, person, titleOf} from './store.js';
import {act} from './api.js';
import {avatar} from './avatar.js';
import {go} from './place.js';
import {openMenu} from './menu.js';
import {ask, problem} from './dialogs.js';
import {toggleTheme} from './theme.js';

const sidebar = document.getElementById('sidebar');
const veil = document.getElementById('veil');

export function drawer(open) {
  document.body.classList.toggle('drawer-open', open);
  veil.hidden = !open;
  if (open) sidebar.querySelector('[aria-current=page], [data-channel]')?.focus();
}

function entry(each) {
  const current = state.place.channel === each.id;
  const unread = each.unread > 0 && !current;
  return h('a', {class: `place${unread ? ' unread' : ''}`, href: `#/${each.id}`, 'aria-current': current ? 'page' : null, data: {channel: each.id, unread: unread ? String(each.unread) : undefined},
    on: {click: (event) => { event.preventDefault(); drawer(false); go({channel: each.id}).catch(problem); }}},
    each.kind === 'DM' ? avatar(state.bot, 'tiny') : icon(each.kind === 'PRIVATE' ? 'lock' : 'hash', 17),
    h('span', {class: 'place-name'}, titleOf(each)),
    unread ? h('span', {class: 'count', 'aria-label': `${each.unread} unread`}, each.unread > 99 ? '99+' : String(each.unread)) : null);
}

function addChannel() {
  ask('New channel', (close) => {
    const name = h('input', {class: 'field', id: 'new-channel', required: true, maxlength: 80, autocomplete: 'off', placeholder: 'for example: project-heron', autofocus: true});
    const hidden = h('input', {type: 'checkbox', id: 'new-private'});
    return h('form', {class: 'stack', on: {submit: async (event) => {
      event.preventDefault();
      try {
        close((await act('channel', {name: name.value, private: hidden.checked})).channel);
      } catch (error) { problem(error); }
    }}}, h('label', {class: 'input-label', for: 'new-channel'}, 'Name'), name,
      h('label', {class: 'check'}, hidden, h('span', {}, 'Private', h('small', {}, 'Only its members see it, and the PDFs that are shared in it.'))),
      h('div', {class: 'row end'}, h('button', {type: 'button', class: 'button', on: {click: () => close()}}, 'Cancel'), h('button', {class: 'button primary'}, 'Create')));
  }).then((id) => id && waitFor(id));
}

/** A new channel is here as soon as the workspace has told of it. */
function waitFor(id) {
  if (state.channels.has(id)) return go({channel: id}).catch(problem);
  return setTimeout(() => waitFor(id), 60);
}

function switcher() {
  const me = person(state.me);
  const others = [...state.people.values()].filter((each) => each.role !== 'BOT');
  const roles = {OWNER: 'owner', ADMIN: 'admin', MEMBER: 'member'};
  const button = h('button', {type: 'button', class: 'me', 'aria-haspopup': 'menu', 'aria-expanded': 'false', title: 'Act as somebody else', data: {role: 'switcher'}, on: {click: () =>
    openMenu(button, others.map((each) => ({label: each.realName, hint: each.id === state.me ? 'you are here' : roles[each.role], icon: each.id === state.me ? 'check' : 'person', run: () => tell('switch', each.id)})), 'Act as')}},
    avatar(me.id, 'small'), h('span', {class: 'me-name'}, h('strong', {}, me.realName), h('small', {}, roles[me.role] ?? '')), icon('chevron', 16));
  return button;
}

const group = (title, extra, ...children) => h('section', {class: 'group'}, h('div', {class: 'group-title'}, h('h2', {}, title), extra), children);

function render() {
  if (!state.people.size) return;
  const focused = document.activeElement?.dataset?.channel;
  const all = [...state.channels.values()].sort((a, b) => a.name.localeCompare(b.name));
  sidebar.replaceChildren(
    h('div', {class: 'brand'}, h('img', {src: '/assets/icon.svg', alt: '', width: 30, height: 30}), h('strong', {}, state.team),
      iconButton('sun', 'Light or dark', toggleTheme, {'data-role': 'theme'}), iconButton('close', 'Close the list', () => drawer(false), {class: 'icon-button only-phone'})),
    h('div', {class: 'places'},
      group('Your documents', null, all.filter((each) => each.kind === 'DM').map(entry)),
      group('Channels', iconButton('plus', 'New channel', addChannel, {'data-role': 'new-channel'}), all.filter((each) => each.kind !== 'DM').map(entry),
        state.browsable.map((each) => h('button', {type: 'button', class: 'place quiet', title: 'Join this channel', on: {click: () => act('join', {channel: each.id}).then(() => waitFor(each.id), problem)}}, icon('plus', 17), h('span', {class: 'place-name'}, each.name))))),
    switcher());
  if (focused) sidebar.querySelector(`[data-channel="${focused}"]`)?.focus();
}

on('overview', render);
on('channels', render);
on('place', render);
veil.addEventListener('click', () => drawer(false));
sidebar.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') drawer(false);
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (!step || !event.target.matches('.place')) return;
  event.preventDefault();
  const all = [...sidebar.querySelectorAll('.place')];
  all[(all.indexOf(event.target) + step + all.length) % all.length].focus();
});
