// The bot's modals, the topmost of the pile.
import {h, iconButton} from './dom.js';
import {state, on} from './store.js';
import {act} from './api.js';
import {blocks} from './blocks.js';
import {valuesOf} from './inputs.js';
import {textObject} from './mrkdwn.js';
import {toast, problem} from './dialogs.js';

let dialog;
let shown = '';

function build(view) {
  const form = h('form', {class: 'modal-form', method: 'dialog', novalidate: true});
  const context = {
    key: view.id,
    use: async (element, values) => {
      const result = await act('action', {view: view.id, action_id: element.action_id, values, state: valuesOf(view.blocks, form)}).catch((e) => ({ok: false, error: e.message}));
      if (!result.ok) toast(result.error, 'bad');
    },
  };
  const close = (all) => act('view/close', {view: view.id, all}).catch(problem);
  const submit = h('button', {class: 'button primary', data: {role: 'modal-submit'}}, view.submit ? textObject(view.submit) : 'Submit');
  form.append(
    h('header', {class: 'panel-header'}, h('h2', {}, textObject(view.title)), iconButton('close', 'Close', () => close(true))),
    h('div', {class: 'modal-body'}, blocks(view.blocks, context)),
    h('footer', {class: 'row end'}, h('button', {type: 'button', class: 'button', data: {role: 'modal-close'}, on: {click: () => close(false)}}, view.close ? textObject(view.close) : view.submit ? 'Cancel' : 'Close'), view.submit ? submit : null));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!complete(view, form)) return;
    submit.disabled = true;
    const {errors} = await act('view/submit', {view: view.id, state: valuesOf(view.blocks, form)}).catch((e) => ({errors: {'': e.message}}));
    submit.disabled = false;
    show(form, errors ?? {});
  });
  return form;
}

/** What must be filled in, is. */
function complete(view, form) {
  const errors = {};
  const values = valuesOf(view.blocks, form);
  for (const block of view.blocks) {
    if (block.type !== 'input' || block.optional) continue;
    const {value, selected_option: option, selected_options: options, selected_date: day} = values[block.block_id]?.[block.element.action_id] ?? {};
    if (!value && !option && !options?.length && !day) errors[block.block_id] = 'Please complete this required field.';
  }
  show(form, errors);
  return !Object.keys(errors).length;
}

function show(form, errors) {
  for (const input of form.querySelectorAll('[data-input-block]')) {
    const error = errors[input.dataset.inputBlock] ?? '';
    input.querySelector('.input-error').textContent = error;
    input.classList.toggle('wrong', Boolean(error));
  }
  form.querySelector('.wrong')?.querySelector('input,select,textarea')?.focus();
  if (errors['']) toast(errors[''], 'bad');
}

function render() {
  const view = state.views.at(-1);
  const version = view ? `${view.id}/${view.hash}` : '';
  if (version === shown) return;
  shown = version;
  dialog?.close();
  dialog?.remove();
  dialog = undefined;
  if (!view) return;
  dialog = h('dialog', {class: 'dialog modal', 'aria-label': view.title.text, data: {role: 'modal', callback: view.callback_id}}, build(view));
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    act('view/close', {view: view.id}).catch(problem);
  });
  document.body.append(dialog);
  dialog.showModal();
  (dialog.querySelector('.modal-body :is(input,textarea,select)') ?? dialog.querySelector('footer button'))?.focus();
}

on('views', render);
