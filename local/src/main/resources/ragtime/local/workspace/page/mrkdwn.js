// Slack's own markup, which people type and section blocks hold, into elements.
import {h} from './dom.js';
import {link, mention, channelLink} from './links.js';
import {withEmoji} from './emoji.js';

const unescape = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const plain = (text) => withEmoji(unescape(text));

const INLINE = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '<(?<angle>[^<>\\n]+)>',
    '(?<url>https?:\\/\\/[^\\s<>|]+[^\\s<>|.,;:!?)\\]\'"])',
    '(?<![\\w*])\\*(?<bold>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*(?![\\w*])',
    '(?<![\\w_])_(?<italic>[^\\s_](?:[^_\\n]*[^\\s_])?)_(?![\\w_])',
    '(?<![\\w~])~(?<struck>[^\\s~](?:[^~\\n]*[^\\s~])?)~(?![\\w~])',
  ].join('|'),
  'g',
);

function angle(content) {
  const [target, label] = content.split(/\|(.*)/s);
  if (target.startsWith('@')) return mention(target.slice(1));
  if (target.startsWith('#')) return channelLink(target.slice(1), label);
  if (target.startsWith('!date^')) return label ?? target;
  if (target.startsWith('!')) return h('span', {class: 'mention'}, `@${label?.replace(/^@/, '') ?? target.slice(1).split('^')[0]}`);
  return link(unescape(target), label ? plain(label) : undefined);
}

export function inline(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) nodes.push(plain(text.slice(end, match.index)));
    const {code, angle: inAngles, url, bold, italic, struck} = match.groups;
    if (code) nodes.push(h('code', {}, unescape(code)));
    else if (inAngles) nodes.push(angle(inAngles));
    else if (url) nodes.push(link(unescape(url)));
    else if (bold) nodes.push(h('strong', {}, inline(bold)));
    else if (italic) nodes.push(h('em', {}, inline(italic)));
    else nodes.push(h('del', {}, inline(struck)));
    end = match.index + match[0].length;
  }
  if (end < text.length) nodes.push(plain(text.slice(end)));
  return nodes;
}

function lines(text) {
  const nodes = [];
  let quote = [];
  const endQuote = () => {
    if (quote.length) nodes.push(h('blockquote', {}, quote.flatMap((line, i) => (i ? [h('br'), ...inline(line)] : inline(line)))));
    quote = [];
  };
  const all = text.split('\n');
  all.forEach((line, i) => {
    const quoted = line.match(/^(?:&gt;|>) ?(.*)$/);
    if (quoted) return quote.push(quoted[1]);
    const afterQuote = quote.length > 0;
    endQuote();
    if (i > 0 && !afterQuote) nodes.push(h('br'));
    nodes.push(...inline(line));
  });
  endQuote();
  return nodes;
}

/** Text with line breaks, quotations and code. */
export function mrkdwn(text) {
  return text.split(/```\n?([\s\S]*?)\n?```/).flatMap((part, i) =>
    i % 2 ? [h('pre', {}, h('code', {}, unescape(part)))] : part ? lines(part) : []);
}

/** A text object of Block Kit. */
export const textObject = (object) =>
  !object ? [] : object.type === 'mrkdwn' ? mrkdwn(object.text ?? '') : [withEmoji(object.text ?? '')];
