// Small questions of the page's own, and short notices.
import {h} from './dom.js';

export function toast(text, kind = 'info') {
  const note = h('div', {class: `toast ${kind}`}, text);
  document.getElementById('toasts').append(note);
  setTimeout(() => note.remove(), 6000);
}

export const problem = (error) => toast(errorText(error), 'bad');

const WORDS = {
  name_taken: 'There is a channel of that name already.',
  invalid_name: 'A name needs letters or digits, at most 80.',
  'Failed to fetch': 'The workspace does not answer. Is ragtime still running?',
};
const errorText = (error) => WORDS[error.message] ?? `That did not work: ${error.message}`;

/** Shows a dialog; `build` gets a function that closes it. Resolves when it is closed. */
export function ask(title, build) {
  return new Promise((resolve) => {
    const dialog = h('dialog', {class: 'dialog small', 'aria-label': title});
    const close = (answer) => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    dialog.append(h('h2', {}, title), build(close));
    dialog.addEventListener('cancel', (event) => { event.preventDefault(); close(undefined); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

export const confirm = (title, text, yes, {danger = false, no = 'Cancel'} = {}) =>
  ask(title, (close) =>
    h('div', {class: 'stack'}, h('p', {}, text),
      h('div', {class: 'row end'},
        h('button', {type: 'button', class: 'button', on: {click: () => close(false)}}, no),
        h('button', {type: 'button', class: `button ${danger ? 'danger' : 'primary'}`, data: {role: 'confirm'}, on: {click: () => close(true)}}, yes))));
