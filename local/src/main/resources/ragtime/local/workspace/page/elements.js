// What stands in blocks: buttons, menus, feedback. `use(element, values)` says that one was used.
import {h, icon, iconButton} from './dom.js';
import {textObject} from './mrkdwn.js';
import {safeUrl} from './links.js';
import {openMenu} from './menu.js';
import {confirm} from './dialogs.js';
import {state} from './store.js';

const label = (object) => textObject(object).map((part) => part.textContent ?? part).join('');

async function sure(element) {
  const wanted = element.confirm;
  if (!wanted) return true;
  return confirm(label(wanted.title), label(wanted.text), label(wanted.confirm), {danger: wanted.style === 'danger', no: label(wanted.deny)});
}

/** Uses an element once, with a sign that it is under way. */
async function use(control, element, context, values = []) {
  if (!(await sure(element))) return;
  control.setAttribute('aria-busy', 'true');
  try {
    await context.use(element, values);
  } finally {
    control.removeAttribute('aria-busy');
  }
}

function button(element, context) {
  const style = element.style === 'primary' ? ' primary' : element.style === 'danger' ? ' danger' : '';
  const href = element.url && safeUrl(element.url);
  const properties = {class: `button${style}`, data: {action: element.action_id}, 'aria-label': element.accessibility_label};
  if (href) {
    return h('a', {...properties, href, target: '_blank', rel: 'noopener noreferrer', on: {click: () => context.use(element, [])}}, textObject(element.text));
  }
  const control = h('button', {...properties, type: 'button', on: {click: () => use(control, element, context)}}, textObject(element.text));
  return control;
}

function overflow(element, context) {
  const control = iconButton('more', 'More', () =>
    openMenu(control, element.options.map((option) => ({label: label(option.text), run: () => use(control, element, context, [option.value])}))),
    {'aria-haspopup': 'menu', 'data-action': element.action_id});
  return control;
}

export const optionsOf = (element) => element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);

/** A choice among the channels that one sees. */
export function conversations(element) {
  const option = (value, text) => h('option', {value, selected: value === (element.initial_conversation ?? '')}, text);
  return h('select', {class: 'select', data: {action: element.action_id}, 'aria-label': label(element.placeholder) || 'Choose a channel'},
    option('', label(element.placeholder) || 'None'),
    [...state.channels.values()].filter((each) => each.kind !== 'DM').map((each) => option(each.id, `#${each.name}`)));
}

export function select(element, onChange) {
  const initial = element.initial_option?.value ?? '';
  const option = (each) => h('option', {value: each.value, selected: each.value === initial}, label(each.text));
  return h('select', {class: 'select', data: {action: element.action_id}, 'aria-label': label(element.placeholder) || 'Choose', on: {change: (event) => onChange?.(event.target.value)}},
    h('option', {value: '', disabled: Boolean(initial), selected: !initial}, label(element.placeholder) || 'Choose…'),
    (element.options ?? []).map(option),
    (element.option_groups ?? []).map((group) => h('optgroup', {label: label(group.label)}, group.options.map(option))));
}

function feedback(element, context) {
  const key = `${context.key}/${element.action_id}`;
  const group = h('div', {class: 'feedback', role: 'group', 'aria-label': 'Feedback'});
  const thumb = (given, name, fallback) => {
    const control = h('button', {type: 'button', class: 'icon-button', title: label(given.text) || fallback, 'aria-label': given.accessibility_label ?? (label(given.text) || fallback),
      'aria-pressed': String(state.feedback.get(key) === given.value), data: {feedback: name, action: element.action_id}, on: {click: () => {
        state.feedback.set(key, given.value);
        for (const each of group.children) each.setAttribute('aria-pressed', String(each === control));
        use(control, element, context, [given.value]);
      }}}, icon(name, 18));
    return control;
  };
  group.append(thumb(element.positive_button, 'up', 'Good answer'), thumb(element.negative_button, 'down', 'Bad answer'));
  return group;
}

function choices(element, context, kind) {
  const initial = new Set((element.initial_options ?? [element.initial_option].filter(Boolean)).map((each) => each.value));
  const name = `choice-${element.action_id}`;
  const group = h('div', {class: 'choices', role: kind === 'radio' ? 'radiogroup' : 'group', data: {action: element.action_id}, on: {change: () =>
    context.use?.(element, [...group.querySelectorAll('input:checked')].map((box) => box.value))}},
    optionsOf(element).map((option) => h('label', {},
      h('input', {type: kind, name, value: option.value, checked: initial.has(option.value)}),
      h('span', {}, textObject(option.text), option.description ? h('small', {}, textObject(option.description)) : null))));
  return group;
}

export function element(each, context) {
  switch (each.type) {
    case 'button':
    case 'workflow_button':
      return button(each, context);
    case 'overflow':
      return overflow(each, context);
    case 'static_select': {
      const control = select(each, (value) => use(control, each, context, [value]));
      return control;
    }
    case 'feedback_buttons':
      return feedback(each, context);
    case 'icon_button': {
      const control = iconButton(each.icon ?? 'trash', label(each.text), () => use(control, each, context), {'data-action': each.action_id});
      return control;
    }
    case 'radio_buttons':
      return choices(each, context, 'radio');
    case 'checkboxes':
      return choices(each, context, 'checkbox');
    case 'image':
      return picture(each, 'thumbnail');
    default:
      return h('span', {class: 'unknown'}, `(${each.type})`);
  }
}

export function picture(block, className) {
  const src = safeUrl(block.image_url ?? block.slack_file?.url ?? '');
  if (!src) return h('span', {class: 'unknown'}, block.alt_text ?? 'image');
  const image = h('img', {src, alt: block.alt_text ?? '', loading: 'lazy', referrerpolicy: 'no-referrer', on: {error: () => image.replaceWith(h('span', {class: 'picture-gone'}, block.alt_text || 'This picture is no longer there.'))}});
  return className === 'thumbnail' ? h('span', {class: className}, image) : h('a', {class: className, href: src, target: '_blank', rel: 'noopener noreferrer'}, image);
}
