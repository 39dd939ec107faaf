// The rich text block.
import {h} from './dom.js';
import {link, mention, channelLink} from './links.js';
import {emoji} from './emoji.js';

function styled(node, style = {}) {
  let result = node;
  if (style.code) result = h('code', {}, result);
  if (style.bold) result = h('strong', {}, result);
  if (style.italic) result = h('em', {}, result);
  if (style.strike) result = h('del', {}, result);
  return result;
}

function lined(text) {
  return text.split('\n').flatMap((line, i) => (i ? [h('br'), line] : [line]));
}

function leaf(each) {
  switch (each.type) {
    case 'text': return styled(h('span', {}, lined(each.text)), each.style);
    case 'link': return styled(link(each.url, each.text), each.style);
    case 'user': return mention(each.user_id);
    case 'channel': return channelLink(each.channel_id);
    case 'emoji': return emoji(each.name);
    case 'broadcast': return h('span', {class: 'mention'}, `@${each.range}`);
    case 'date': return each.fallback ?? '';
    default: return '';
  }
}

function part(each) {
  const leaves = () => (each.elements ?? []).map(leaf);
  switch (each.type) {
    case 'rich_text_section': return h('p', {}, leaves());
    case 'rich_text_quote': return h('blockquote', {}, leaves());
    case 'rich_text_preformatted': return h('pre', {}, h('code', {}, (each.elements ?? []).map((one) => one.text ?? one.url)));
    case 'rich_text_list':
      return h(each.style === 'ordered' ? 'ol' : 'ul', {class: `indent-${Math.min(each.indent ?? 0, 4)}`}, each.elements.map((item) => h('li', {}, item.elements.map(leaf))));
    default: return '';
  }
}

export const richText = (block) => h('div', {class: 'markdown rich'}, block.elements.map(part));
