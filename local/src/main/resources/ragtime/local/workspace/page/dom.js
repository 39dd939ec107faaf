// Elements, made without ever parsing text as HTML.

/** Makes an element: `h('a', {class: 'x', href: '#', on: {click}, data: {ts}}, 'text', child)`. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (name === 'data') {
      for (const [key, each] of Object.entries(value)) if (each !== undefined) element.dataset[key] = each;
    } else if (name === 'value' || name === 'checked' || name === 'selected' || name === 'disabled') {
      element[name] = value;
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const PATHS = {
  hash: 'M9 4 7 20M17 4l-2 16M4 9h16M3.5 15h16',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  send: 'M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4',
  attach: 'M20 11.5 12 19.4a5 5 0 0 1-7-7l8.300-8.200a3.300 3.300 0 0 1 4.700 4.700L9.800 17a1.700 1.700 0 0 1-2.400-2.400L15 7',
  reply: 'M4 5h16v11H10l-5 4v-4H4z',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  smile: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.500 14.500s1.300 2 3.500 2 3.500-2 3.500-2M9 9.500h.01M15 9.500h.01',
  sun: 'M12 17a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM12 2v2M12 20v2M4.900 4.900l1.400 1.400M17.700 17.700l1.400 1.400M2 12h2M20 12h2M4.900 19.100l1.400-1.400M17.700 6.300l1.400-1.400',
  plus: 'M12 5v14M5 12h14',
  up: 'M7 11v9H4v-9zM7 11l4-8a2.500 2.500 0 0 1 2.500 3L13 9h6a2 2 0 0 1 2 2.300l-1.200 7A2 2 0 0 1 17.800 20H7',
  down: 'M17 13V4h3v9zM17 13l-4 8a2.500 2.500 0 0 1-2.500-3l.5-3H5a2 2 0 0 1-2-2.300l1.200-7A2 2 0 0 1 6.200 4H17',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  link: 'M10 14a4 4 0 0 0 5.700 0l3.200-3.200a4 4 0 0 0-5.700-5.700L12 6.300M14 10a4 4 0 0 0-5.700 0L5.100 13.200a4 4 0 0 0 5.700 5.700L12 17.700',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  stop: 'M7 7h10v10H7z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c.5-4 3.500-6 8-6s7.500 2 8 6',
  check: 'M5 12.500 10 17.500 19.500 7',
  chevron: 'M7 10l5 5 5-5',
  spark: 'M12 3l1.800 5.200L19 10l-5.200 1.800L12 17l-1.800-5.200L5 10l5.200-1.800zM19 16l.8 2.200L22 19l-2.200.8L19 22l-.8-2.200L16 19l2.200-.8z',
  book: 'M4 5.500A2.500 2.500 0 0 1 6.500 3H20v15H6.500A2.500 2.500 0 0 0 4 20.500zM4 20.500A2.500 2.500 0 0 0 6.500 21H20v-3',
  upload: 'M12 16V5M7 10l5-5 5 5M5 19h14',
  arrow: 'M5 12h14M13 6l6 6-6 6',
};

const SVG = 'http://www.w3.org/2000/svg';

/** A line drawing that means nothing to a screen reader. */
export function icon(name, size = 20) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({
    viewBox: '0 0 24 24', width: size, height: size, fill: 'none', stroke: 'currentColor',
    'stroke-width': name === 'more' ? 3 : 1.8, 'stroke-linecap': 'round', 'stroke-linejoin': 'round',
    'aria-hidden': 'true', focusable: 'false',
  })) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name] ?? PATHS.spark);
  svg.append(path);
  return svg;
}

/** A button that shows an icon and says its label. */
export const iconButton = (name, label, click, properties = {}) =>
  h('button', {type: 'button', class: 'icon-button', 'aria-label': label, title: label, on: {click}, ...properties}, icon(name));

/** Brings a list of elements up to date by key, touching only what has changed. */
export function reconcile(parent, items) {
  const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let place = parent.firstChild;
  for (const {key, version, make} of items) {
    let element = old.get(key);
    old.delete(key);
    if (!element || element.dataset.version !== version) {
      const fresh = make();
      fresh.dataset.key = key;
      fresh.dataset.version = version;
      if (element) {
        if (place === element) place = element.nextSibling;
        element.replaceWith(fresh);
        fresh.classList.add('settled');
      }
      element = fresh;
    }
    if (place === element) place = place.nextSibling;
    else parent.insertBefore(element, place);
  }
  for (const gone of old.values()) gone.remove();
}
