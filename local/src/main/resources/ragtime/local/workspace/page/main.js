// The page: puts its parts together and starts them.
import {state, on, tell, channel, isDm, titleOf, gist, messagesOf} from './store.js';
import {loadOverview, connect} from './updates.js';
import {arrive, go, isPhone} from './place.js';
import {composer} from './composer.js';
import {currentConversation, scrollToEnd} from './timeline.js';
import {h, icon, iconButton} from './dom.js';
import {problem} from './dialogs.js';
import './sidebar.js';
import './header.js';
import './thread.js';
import './home.js';
import './modals.js';

const place = document.getElementById('composer');
let box;

/** With the bot, a message goes on with the latest conversation unless one starts another. */
function continuing() {
  const root = currentConversation();
  const message = root && messagesOf(state.place.channel).get(root);
  return message
    ? h('div', {class: 'continuing', data: {role: 'continuing'}}, icon('reply', 14), h('span', {}, 'Follow-up to ', h('em', {}, gist(message, 60))),
        iconButton('close', 'Start a new conversation', () => tell('new-conversation')))
    : h('div', {class: 'continuing none'});
}

function sent(message) {
  const id = state.place.channel;
  scrollToEnd();
  if (isDm(id)) state.conversation = message.thread_ts ?? message.ts;
  else if (!isPhone() && !message.thread_ts && message.text.includes(`<@${state.bot}>`)) go({channel: id, thread: message.ts}).catch(problem);
}

function buildComposer() {
  const id = state.place.channel;
  const each = channel(id);
  if (!each || state.place.tab !== 'messages') return place.replaceChildren();
  const dm = isDm(id);
  const above = h('div', {class: 'above'});
  box = composer({
    channel: id, inputId: 'composer-input', above, sent,
    placeholder: dm ? 'Ask your documents…' : `Message #${titleOf(each)}`,
    before: dm ? currentConversation : undefined,
  });
  box.refreshAbove = () => dm && above.replaceChildren(continuing());
  box.refreshAbove();
  place.replaceChildren(box);
  if (!isPhone() && !state.place.thread) box.focusInput();
}

on('place', ({moved}) => { if (moved) buildComposer(); });
on('messages', (id) => { if (id === state.place.channel) box?.refreshAbove?.(); });
on('conversation', () => box?.refreshAbove?.());
on('new-conversation', () => {
  state.conversation = '';
  tell('conversation');
  box?.focusInput();
});
on('compose', (draft) => box?.compose(draft));
on('switch', (id) => {
  sessionStorage.setItem('ragtime.person', id);
  location.hash = '';
  location.reload();
});

const announcer = document.getElementById('announcer');
on('announce', (text) => { announcer.textContent = text; });
on('offline', (lost) => { document.getElementById('offline').hidden = !lost; });

// A file dropped anywhere goes to the box where one writes.
const main = document.getElementById('main');
for (const type of ['dragover', 'dragleave', 'drop']) {
  main.addEventListener(type, (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    main.classList.toggle('dropping', type === 'dragover');
    if (type === 'drop') box?.addFiles(event.dataTransfer.files);
  });
}
for (const type of ['dragover', 'drop']) addEventListener(type, (event) => event.preventDefault());

// Typing anywhere begins a message.
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || event.key === ' ') return;
  if (document.querySelector('dialog[open], .menu')) return;
  if (event.target === document.body || event.target.matches('[data-message]')) box?.focusInput();
});

async function start() {
  try {
    await loadOverview();
  } catch (error) {
    if (error.message === 'user_not_found') { sessionStorage.removeItem('ragtime.person'); return location.reload(); }
    throw error;
  }
  connect();
  await arrive();
  document.documentElement.dataset.ready = 'true';
}

start().catch(problem);
