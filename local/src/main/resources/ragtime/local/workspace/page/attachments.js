// Files that wait to be sent with a message, and how far their upload is.
import {h, icon, iconButton} from './dom.js';
import {upload} from './api.js';
import {sizeOf} from './time.js';
import {toast} from './dialogs.js';

export function attachments(changed) {
  let files = [];
  const element = h('div', {class: 'attachments', role: 'list', 'aria-label': 'Files to send'});

  function remove(file) {
    files = files.filter((each) => each !== file);
    file.chip.remove();
    changed();
  }

  async function start(file) {
    try {
      file.id = await upload(file.source, (part) => file.bar.style.setProperty('--done', `${Math.round(part * 100)}%`));
      file.chip.classList.add('done');
    } catch (error) {
      toast(`${file.source.name} could not be uploaded: ${error.message}`, 'bad');
      remove(file);
    }
    changed();
  }

  return {
    element,
    add(list) {
      for (const source of list) {
        if (!/\.pdf$/i.test(source.name) && source.type !== 'application/pdf') {
          toast(`${source.name} is not a PDF, and PDFs are all that ragtime reads.`, 'bad');
          continue;
        }
        const file = {source, id: null, bar: h('span', {class: 'upload-bar'})};
        file.chip = h('div', {class: 'attachment', role: 'listitem', data: {attachment: source.name}},
          icon('file', 18), h('span', {}, h('strong', {}, source.name), h('small', {}, sizeOf(source.size))),
          iconButton('close', `Remove ${source.name}`, () => remove(file)), file.bar);
        files.push(file);
        element.append(file.chip);
        start(file);
      }
      changed();
    },
    busy: () => files.some((file) => !file.id),
    ready: () => files.filter((file) => file.id).map((file) => file.id),
    clear() {
      files = [];
      element.replaceChildren();
    },
  };
}
