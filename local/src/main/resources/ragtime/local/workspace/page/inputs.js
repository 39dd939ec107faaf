// Inputs in modals, and what has been filled in.
import {h} from './dom.js';
import {textObject} from './mrkdwn.js';
import {element as other, select, conversations, optionsOf} from './elements.js';

const words = (object) => object?.text ?? '';

function control(each, id) {
  switch (each.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input': {
      const common = {id, class: 'field', placeholder: words(each.placeholder), maxlength: each.max_length, minlength: each.min_length, value: each.initial_value ?? '', autofocus: each.focus_on_load, data: {action: each.action_id}};
      const kind = {email_text_input: 'email', url_text_input: 'url', number_input: 'number'}[each.type] ?? 'text';
      return each.multiline ? h('textarea', {...common, rows: 4}) : h('input', {...common, type: kind, autocomplete: 'off'});
    }
    case 'static_select': {
      const made = select(each);
      made.id = id;
      return made;
    }
    case 'conversations_select':
    case 'channels_select': {
      const made = conversations(each);
      made.id = id;
      return made;
    }
    case 'multi_static_select':
      return other({...each, type: 'checkboxes'}, {});
    case 'datepicker':
      return h('input', {id, class: 'field', type: 'date', value: each.initial_date ?? '', data: {action: each.action_id}});
    default:
      return other(each, {});
  }
}

export function inputBlock(block) {
  const id = `input-${block.block_id}`;
  const made = control(block.element, id);
  const group = made.classList.contains('choices');
  if (group) made.setAttribute('aria-labelledby', `${id}-label`);
  made.setAttribute('aria-describedby', `${id}-hint ${id}-error`);
  return h('div', {class: 'input-block', data: {inputBlock: block.block_id}},
    h(group ? 'div' : 'label', {class: 'input-label', id: `${id}-label`, for: group ? null : id}, words(block.label), block.optional ? h('small', {}, ' (optional)') : null),
    made,
    block.hint ? h('div', {class: 'hint', id: `${id}-hint`}, textObject(block.hint)) : null,
    h('div', {class: 'input-error', id: `${id}-error`, role: 'alert'}));
}

/** What is filled in, in Slack's shape: by block, then by action. */
export function valuesOf(blocks, root) {
  const values = {};
  for (const block of blocks) {
    for (const each of [block.element, block.accessory, ...(block.elements ?? [])]) {
      if (!each?.action_id || each.type === 'button' || each.type === 'overflow') continue;
      const found = root.querySelector(`[data-block-id="${CSS.escape(block.block_id)}"] [data-action="${CSS.escape(each.action_id)}"]`);
      if (found) (values[block.block_id] ??= {})[each.action_id] = value(each, found);
    }
  }
  return values;
}

function value(each, found) {
  const chosen = (wanted) => optionsOf(each).filter((option) => wanted.has(option.value));
  switch (each.type) {
    case 'static_select':
      return {type: each.type, selected_option: chosen(new Set([found.value]))[0] ?? null};
    case 'radio_buttons':
      return {type: each.type, selected_option: chosen(new Set([found.querySelector('input:checked')?.value]))[0] ?? null};
    case 'checkboxes':
    case 'multi_static_select':
      return {type: each.type, selected_options: chosen(new Set([...found.querySelectorAll('input:checked')].map((box) => box.value)))};
    case 'conversations_select':
      return {type: each.type, selected_conversation: found.value || null};
    case 'channels_select':
      return {type: each.type, selected_channel: found.value || null};
    case 'datepicker':
      return {type: each.type, selected_date: found.value || null};
    default:
      return {type: each.type, value: found.value || null};
  }
}
