// Pictures of people, made from their names.
import {h} from './dom.js';
import {person} from './store.js';

const HUES = 8;

export function avatar(id, size = '') {
  const who = person(id);
  if (who.role === 'BOT') return h('img', {class: `avatar ${size}`, src: '/assets/icon.svg', alt: '', width: 36, height: 36});
  const initials = who.realName.split(/\s+/).map((word) => word[0]).slice(0, 2).join('').toUpperCase();
  const hue = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7) % HUES;
  return h('span', {class: `avatar ${size} hue-${hue}`, 'aria-hidden': 'true'}, initials);
}
