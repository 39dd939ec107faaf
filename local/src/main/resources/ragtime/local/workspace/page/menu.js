// Menus and pickers that open beside what was clicked.
import {h, icon} from './dom.js';

let close = () => {};

/** Opens a menu of `{label, icon, danger, run}`; arrow keys move, Esc closes. */
export function openMenu(anchor, items, label = 'Menu') {
  const choose = (item) => {
    close();
    anchor.focus();
    item.run();
  };
  const buttons = items.map((item) =>
    h('button', {type: 'button', role: 'menuitem', class: item.danger ? 'danger' : null, tabindex: -1, data: {menu: item.label}, on: {click: () => choose(item)}},
      item.icon ? icon(item.icon, 18) : null, h('span', {}, item.label), item.hint ? h('small', {}, item.hint) : null));
  open(anchor, h('div', {class: 'menu', role: 'menu', 'aria-label': label}, buttons), buttons);
}

/** Opens a row of things to pick from, such as emoji. */
export function openPicker(anchor, items, label, pick) {
  const buttons = items.map(({value, text, title}) =>
    h('button', {type: 'button', role: 'menuitem', tabindex: -1, 'aria-label': title, title, data: {pick: value}, on: {click: () => { close(); anchor.focus(); pick(value); }}}, text));
  open(anchor, h('div', {class: 'menu picker', role: 'menu', 'aria-label': label}, buttons), buttons);
}

function open(anchor, menu, buttons) {
  close();
  anchor.setAttribute('aria-expanded', 'true');
  const host = anchor.closest('dialog') ?? document.body;
  host.append(menu);
  const box = anchor.getBoundingClientRect();
  const {offsetWidth: width, offsetHeight: height} = menu;
  const below = box.bottom + height + 12 < innerHeight;
  menu.style.left = `${Math.max(8, Math.min(box.right - width, innerWidth - width - 8))}px`;
  menu.style.top = `${below ? box.bottom + 6 : Math.max(8, box.top - height - 6)}px`;
  buttons[0]?.focus();
  const move = (event) => {
    const at = buttons.indexOf(document.activeElement);
    const step = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1}[event.key];
    if (step) buttons[(at + step + buttons.length) % buttons.length].focus();
    else if (event.key === 'Home') buttons[0].focus();
    else if (event.key === 'End') buttons.at(-1).focus();
    else if (event.key === 'Escape') { close(); anchor.focus(); }
    else if (event.key === 'Tab') close();
    else return;
    if (event.key !== 'Tab') { event.preventDefault(); event.stopPropagation(); }
  };
  const outside = (event) => { if (!menu.contains(event.target) && !anchor.contains(event.target)) close(); };
  menu.addEventListener('keydown', move);
  document.addEventListener('pointerdown', outside, true);
  addEventListener('resize', () => close(), {once: true});
  close = () => {
    anchor.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
    menu.remove();
    close = () => {};
  };
}
