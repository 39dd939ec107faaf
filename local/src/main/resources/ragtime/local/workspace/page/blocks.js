// Block Kit, block by block.
import {h, icon} from './dom.js';
import {textObject} from './mrkdwn.js';
import {markdown} from './markdown.js';
import {element, picture} from './elements.js';
import {richText} from './richtext.js';
import {inputBlock} from './inputs.js';
import {withEmoji} from './emoji.js';

const render = {
  section: (block, context) =>
    h('div', {class: 'section'},
      h('div', {class: 'section-text'},
        block.text ? h('div', {class: 'mrkdwn'}, textObject(block.text)) : null,
        block.fields ? h('div', {class: 'fields'}, block.fields.map((field) => h('div', {class: 'mrkdwn'}, textObject(field)))) : null),
      block.accessory ? h('div', {class: 'accessory'}, element(block.accessory, context)) : null),
  header: (block) => h('h3', {class: 'block-header'}, withEmoji(block.text.text)),
  divider: () => h('hr'),
  context: (block) =>
    h('div', {class: 'context'}, block.elements.map((each) => (each.type === 'image' ? picture(each, 'thumbnail') : h('span', {class: 'mrkdwn'}, textObject(each))))),
  actions: (block, context) => h('div', {class: 'actions'}, block.elements.map((each) => element(each, context))),
  context_actions: (block, context) => h('div', {class: 'context-actions'}, block.elements.map((each) => element(each, context))),
  // What is still being written may end in half a link.
  markdown: (block, context) => markdown(context.streaming ? block.text.replace(/\[[^[\]]*(\]\([^()\s]*)?$/, '') : block.text),
  image: (block) =>
    h('figure', {class: 'picture-block'}, block.title ? h('figcaption', {}, textObject(block.title)) : null, picture(block, 'picture')),
  input: (block) => inputBlock(block),
  rich_text: (block) => richText(block),
  table: (block) => table(block.rows, block.column_settings ?? []),
  data_table: (block) => table(block.rows, []),
  file: (block) => h('div', {class: 'context'}, icon('file', 16), block.external_id),
  plan: (block) => h('div', {class: 'plan'}, icon('spark', 16), typeof block.title === 'string' ? block.title : textObject(block.title)),
  task_card: (block) =>
    h('div', {class: `task ${block.status ?? ''}`}, h('span', {class: 'task-mark', 'aria-hidden': 'true'}, block.status === 'complete' ? icon('check', 14) : null),
      h('span', {}, block.title, block.details ? h('small', {}, typeof block.details === 'string' ? ` ${block.details}` : '') : null)),
  alert: (block) => h('div', {class: 'alert'}, icon('spark', 16), h('div', {}, textObject(block.text))),
  card: (block, context) =>
    h('div', {class: 'card'}, block.title ? h('strong', {}, textObject(block.title)) : null, block.subtitle ? h('small', {}, textObject(block.subtitle)) : null,
      block.body ? h('div', {}, textObject(block.body)) : null, block.actions ? h('div', {class: 'actions'}, block.actions.map((each) => element(each, context))) : null),
  carousel: (block, context) => h('div', {class: 'carousel'}, block.elements.map((each) => render.card(each, context))),
};

function table(rows, settings) {
  const cell = (each, tag, i) =>
    h(tag, {align: settings[i]?.align, scope: tag === 'th' ? 'col' : null},
      each.type === 'rich_text' ? richText(each) : withEmoji(each.text ?? String(each.value ?? '')));
  const [head, ...body] = rows;
  return h('div', {class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': 'Table'},
    h('table', {}, h('thead', {}, h('tr', {}, head.map((each, i) => cell(each, 'th', i)))),
      h('tbody', {}, body.map((row) => h('tr', {}, row.map((each, i) => cell(each, 'td', i)))))));
}

/**
 * Renders blocks. `context.use(element, values)` is told what is used; `context.key` names where
 * they stand.
 */
export const blocks = (list, context) =>
  list.map((block) => {
    const make = render[block.type];
    let made;
    try {
      made = make ? make(block, context) : h('div', {class: 'unknown'}, `A block of type ${block.type}`);
    } catch {
      made = h('div', {class: 'unknown'}, `A broken block of type ${block.type}`);
    }
    made.dataset.block = block.type;
    if (block.block_id) made.dataset.blockId = block.block_id;
    return made;
  });
