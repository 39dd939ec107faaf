// One message, wherever it is shown.
import {h, icon, iconButton} from './dom.js';
import {state, person, isReply} from './store.js';
import {act} from './api.js';
import {avatar} from './avatar.js';
import {mrkdwn} from './mrkdwn.js';
import {markdown} from './markdown.js';
import {blocks} from './blocks.js';
import {valuesOf} from './inputs.js';
import {emoji, QUICK} from './emoji.js';
import {openMenu, openPicker} from './menu.js';
import {confirm, problem, toast} from './dialogs.js';
import {clockOf, fullOf, agoOf, sizeOf} from './time.js';
import {go, addressOf} from './place.js';

const run = (promise) => promise.catch(problem);

function files(message) {
  return (message.files ?? []).map((file) =>
    h('a', {class: 'file-card', href: `/files/${file.id}`, target: '_blank', rel: 'noopener noreferrer', data: {file: file.id}},
      h('span', {class: `file-icon ${file.filetype}`}, icon('file', 22)),
      h('span', {class: 'file-name'}, h('strong', {}, file.name), h('small', {}, `${file.pretty_type}, ${sizeOf(file.size)}`))));
}

function body(id, message) {
  const fromBot = Boolean(message.bot_id);
  const context = {
    key: `${id}/${message.ts}`,
    streaming: Boolean(message.streaming_state),
    use: async (element, values) => {
      const node = document.querySelector(`[data-message="${message.ts}"]`);
      const result = await act('action', {channel: id, ts: message.ts, action_id: element.action_id, values, state: valuesOf(message.blocks ?? [], node ?? document)}).catch((e) => ({ok: false, error: e.message}));
      if (!result.ok) toast(result.error, 'bad');
    },
  };
  const content = h('div', {class: 'body', data: {role: 'body'}});
  if (message.subtype === 'tombstone') content.append(h('em', {class: 'quiet'}, 'This message was deleted.'));
  else if (fromBot && message.blocks?.length) content.append(...blocks(message.blocks, context));
  else if (message.streaming_state) content.append(message.text ? markdown(message.text) : '');
  else content.append(...mrkdwn(message.text));
  if (message.streaming_state) lastLine(content).append(h('span', {class: 'caret', role: 'img', 'aria-label': 'still writing'}));
  if (message.edited) content.append(h('span', {class: 'edited', title: fullOf(message.edited.ts)}, '(edited)'));
  return content;
}

/** The element that the next word would be written in. */
function lastLine(content) {
  let line = content;
  while (line.lastElementChild?.matches('.markdown, p, ul, ol, li, blockquote, h1, h2, h3, h4, h5, h6')) line = line.lastElementChild;
  return line;
}

function reactions(id, message) {
  if (!message.reactions?.length) return null;
  return h('div', {class: 'reactions'}, message.reactions.map(({name, users, count}) => {
    const mine = users.includes(state.me);
    const who = users.map((each) => person(each).realName).join(', ');
    return h('button', {type: 'button', class: 'reaction', 'aria-pressed': String(mine), title: `${who}: ${name.replaceAll('_', ' ')}`, 'aria-label': `${emoji(name)} ${count}, by ${who}`, data: {reaction: name},
      on: {click: () => run(act('react', {channel: id, ts: message.ts, name, add: !mine}))}}, h('span', {}, emoji(name)), h('span', {}, String(count)));
  }));
}

function edit(id, message, article) {
  const field = h('textarea', {class: 'field', rows: 3, 'aria-label': 'Edit message', value: message.text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')});
  const done = () => article.querySelector('.editor')?.replaceWith(body(id, message));
  const save = () => {
    const text = field.value.trim();
    if (text) run(act('edit', {channel: id, ts: message.ts, text: escapeText(text)})).then(done);
  };
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); save(); }
    if (event.key === 'Escape') { event.stopPropagation(); done(); }
  });
  article.querySelector('[data-role=body]').replaceWith(h('div', {class: 'editor'}, field, h('div', {class: 'row end'},
    h('button', {type: 'button', class: 'button', on: {click: done}}, 'Cancel'), h('button', {type: 'button', class: 'button primary', on: {click: save}}, 'Save'))));
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

/** Escapes what was typed, but for mentions that stand there already. */
export const escapeText = (text) =>
  text.split(/(<[@#][A-Z0-9]+(?:\|[^<>]*)?>)/).map((part, i) => (i % 2 ? part : part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))).join('');

function toolbar(id, message, article, inThread) {
  const mine = message.user === state.me && !message.is_ephemeral;
  const react = iconButton('smile', 'React', () =>
    openPicker(react, QUICK.map((name) => ({value: name, text: emoji(name), title: name.replaceAll('_', ' ')})), 'Pick a reaction',
      (name) => run(act('react', {channel: id, ts: message.ts, name, add: true}))), {'aria-haspopup': 'menu', 'data-role': 'react'});
  const more = iconButton('more', 'More actions', () => openMenu(more, [
    ...state.app.shortcuts.map((shortcut) => ({label: shortcut.name, icon: 'spark', run: () => run(act('shortcut', {channel: id, ts: message.ts, id: shortcut.id}))})),
    {label: 'Copy link', icon: 'link', run: () => navigator.clipboard?.writeText(location.origin + addressOf({channel: id, thread: message.thread_ts ?? message.ts})).then(() => toast('Link copied'), () => {})},
    ...(mine ? [
      {label: 'Edit message', icon: 'edit', run: () => edit(id, message, article)},
      {label: 'Delete message', icon: 'trash', danger: true, run: async () => {
        if (await confirm('Delete message', 'This cannot be undone.', 'Delete', {danger: true})) run(act('delete', {channel: id, ts: message.ts}));
      }},
    ] : []),
  ], 'Message actions'), {'aria-haspopup': 'menu', 'data-role': 'message-menu'});
  return h('div', {class: 'toolbar'}, react,
    inThread ? null : iconButton('reply', 'Reply in thread', () => go({channel: id, thread: message.ts}), {'data-role': 'reply'}), more);
}

function threadLink(id, message) {
  if (!message.reply_count) return null;
  const count = message.reply_count === 1 ? '1 reply' : `${message.reply_count} replies`;
  return h('button', {type: 'button', class: 'thread-link', data: {role: 'open-thread'}, on: {click: () => go({channel: id, thread: message.ts})}},
    h('span', {class: 'faces'}, message.reply_users.slice(0, 3).map((user) => avatar(user, 'tiny'))), h('strong', {}, count), h('small', {}, agoOf(message.latest_reply)));
}

/** `options`: `compact` without the author's face, `inThread` without what leads to its thread. */
export function messageElement(id, message, {compact = false, inThread = false} = {}) {
  if (message.subtype === 'channel_join') {
    return h('div', {class: 'notice', data: {message: message.ts}}, `${person(message.user).realName} joined the channel`);
  }
  const who = person(message.user);
  const time = h('time', {datetime: new Date(Number(message.ts) * 1000).toISOString(), title: fullOf(message.ts)}, clockOf(message.ts));
  const article = h('article', {
    class: ['message', compact && 'compact', message.is_ephemeral && 'ephemeral', message.streaming_state && 'streaming', message.bot_id && 'by-bot'].filter(Boolean).join(' '),
    tabindex: -1, 'aria-label': `${who.realName}, ${clockOf(message.ts)}`,
    data: {message: message.ts, thread: isReply(message) ? message.thread_ts : undefined, author: message.user, streaming: message.streaming_state ? 'true' : undefined, ephemeral: message.is_ephemeral ? 'true' : undefined},
  });
  const reactionRow = reactions(id, message);
  article.append(
    h('div', {class: 'gutter'}, compact ? time : avatar(message.user)),
    h('div', {class: 'content'},
      message.is_ephemeral ? h('div', {class: 'only-you'}, icon('eye', 14), 'Only visible to you', h('button', {type: 'button', class: 'text-button', on: {click: () => run(act('delete', {channel: id, ts: message.ts}))}}, 'Dismiss')) : null,
      compact ? null : h('div', {class: 'byline'}, h('strong', {}, who.realName), who.role === 'BOT' ? h('span', {class: 'badge'}, 'App') : null, time),
      body(id, message), files(message), reactionRow, inThread ? null : threadLink(id, message)));
  if (message.subtype !== 'tombstone' && !message.streaming_state) article.append(toolbar(id, message, article, inThread || Boolean(message.is_ephemeral)));
  return article;
}

/** Is this message so near to the one before that one face does for both? */
export const follows = (message, before) =>
  Boolean(before) && before.user === message.user && !before.is_ephemeral && !message.is_ephemeral && before.subtype !== 'channel_join' && Number(message.ts) - Number(before.ts) < 240;
