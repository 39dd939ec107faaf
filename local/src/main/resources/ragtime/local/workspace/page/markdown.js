// Standard Markdown, as it comes in markdown blocks and streams.
import {Marked} from './marked.js';
import DOMPurify from './dompurify.js';
import {h} from './dom.js';
import {safeUrl, mention, channelLink} from './links.js';
import {withEmoji} from './emoji.js';

const ALLOWED = {
  ALLOWED_TAGS: ['p', 'br', 'strong', 'b', 'em', 'i', 'del', 's', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'input', 'sup', 'sub'],
  ALLOWED_ATTR: ['href', 'title', 'align', 'start', 'type', 'checked', 'disabled'],
  ALLOW_DATA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

// HTML in Markdown is shown as it was written. Pictures become links: fetching one would tell
// somebody that the message was read.
const marked = new Marked({
  gfm: true,
  breaks: true,
  async: false,
  renderer: {
    html: ({text}) => escape(text),
    image: ({href, text}) => `<a href="${escape(href)}">${escape(text || 'image')}</a>`,
  },
});

// Slack's mentions and links would be taken for HTML: they wait outside while Markdown is read.
const ANGLES = /<([@#!][^<>\n]*|https?:\/\/[^<>\s|]+\|[^<>\n]+)>/g;
const HELD = /\u{E000}(\d+)\u{E001}/u;

/** Renders Markdown into an element; what is not harmless is left out. */
export function markdown(text) {
  const held = [];
  const source = text.replace(ANGLES, (_, content) => `\u{E000}${held.push(content) - 1}\u{E001}`);
  const fragment = DOMPurify.sanitize(marked.parse(source), ALLOWED);
  const root = h('div', {class: 'markdown', data: {block: 'markdown'}}, fragment);
  for (const anchor of root.querySelectorAll('a')) tidyLink(anchor);
  for (const box of root.querySelectorAll('input')) {
    if (box.type === 'checkbox') box.disabled = true;
    else box.remove();
  }
  for (const table of root.querySelectorAll('table')) {
    const frame = h('div', {class: 'table-frame', tabindex: 0, role: 'region', 'aria-label': 'Table'});
    table.replaceWith(frame);
    frame.append(table);
  }
  restore(root, held);
  return root;
}

function tidyLink(anchor) {
  const href = safeUrl(anchor.getAttribute('href') ?? '');
  if (!href) return anchor.replaceWith(...anchor.childNodes);
  anchor.setAttribute('href', href);
  anchor.setAttribute('target', '_blank');
  anchor.setAttribute('rel', 'noopener noreferrer');
  if (/^\[?\d+\]?$/.test(anchor.textContent)) anchor.classList.add('citation');
}

function restore(root, held) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const node of texts) {
    const inCode = node.parentElement.closest('code');
    const parts = node.data.split(HELD);
    if (parts.length === 1) {
      if (!inCode) node.data = withEmoji(node.data);
      continue;
    }
    node.replaceWith(...parts.map((part, i) => (i % 2 === 0 ? (inCode ? part : withEmoji(part)) : inCode ? `<${held[part]}>` : angle(held[part]))));
  }
}

function angle(content) {
  const [target, label] = content.split('|');
  if (target.startsWith('@')) return mention(target.slice(1));
  if (target.startsWith('#')) return channelLink(target.slice(1), label);
  if (target.startsWith('!')) return h('span', {class: 'mention'}, `@${label ?? target.slice(1)}`);
  const href = safeUrl(target);
  return href ? h('a', {href, target: '_blank', rel: 'noopener noreferrer'}, label) : label;
}
