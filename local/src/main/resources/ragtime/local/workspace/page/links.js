// Links and mentions in messages.
import {h} from './dom.js';
import {state, person, channel} from './store.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where a link may lead: the web, mail, and this workspace by whatever name it is called. */
export function safeUrl(address) {
  let url;
  try {
    url = new URL(address, location.href);
  } catch {
    return null;
  }
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return null;
  const here = url.host === location.host || (LOOPBACK.has(url.hostname) && LOOPBACK.has(location.hostname) && url.port === location.port);
  if (!here || url.protocol === 'mailto:') return url.href;
  if (/^\/(library|files)\//.test(url.pathname)) url.searchParams.set('as', state.me);
  return url.pathname + url.search + url.hash;
}

export function link(address, label) {
  const href = safeUrl(address);
  if (!href) return h('span', {}, label ?? address);
  const stays = href.startsWith('/#');
  return h('a', {href, target: stays ? null : '_blank', rel: stays ? null : 'noopener noreferrer'}, label ?? address);
}

export function mention(id) {
  const who = person(id);
  return h('span', {class: `mention${id === state.me ? ' mention-me' : ''}`, data: {mention: id}}, `@${who.role === 'BOT' || id === state.me ? who.name : who.realName}`);
}

export function channelLink(id, label) {
  const known = channel(id);
  const name = `#${known?.name || label || 'private channel'}`;
  return known ? h('a', {class: 'mention', href: `#/${id}`}, name) : h('span', {class: 'mention'}, name);
}
